package schema

import (
	"strconv"

	"toolyard/app/jsondoc"
)

// Subject is one schema, as the rules look at it one after the other.
type Subject struct {
	Schema Schema
	Node   *jsondoc.Node
	path   []spot // the root first, Node's own last
	ranks  []int  // of Node's members in the table, -1 for unknown ones
	doc    *survey
	asks   func(schema, value string) bool
	lenses []lens
	now    *lens
}

// lens is a rule at work.
type lens struct {
	Rule
	severity Severity
	mask     uint64 // of Keywords
	found    []Problem
}

// Two bits beside those of the table of keywords: the test of the table sees
// that there is room for them.
const (
	unknownBit  = 1 << 62 // a keyword that the table has not
	repeatedBit = 1 << 63 // a member whose name an earlier one has
)

// onUnknown and onRepeated stand for keywords of those kinds in Rule.Keywords.
const (
	onUnknown  = "?"
	onRepeated = "*"
)

func bitOf(keyword string) uint64 {
	switch rank, ok := rankOf(keyword); {
	case ok:
		return 1 << rank
	case keyword == onRepeated:
		return repeatedBit
	}
	return unknownBit
}

// keyword is what the table has for member i, nil for an unknown one.
func (x *Subject) keyword(i int) *Keyword {
	if x.ranks[i] < 0 {
		return nil
	}
	return &keywords[x.ranks[i]]
}

func newSubject(s Schema, p Profile) *Subject {
	x := &Subject{Schema: s, doc: &survey{schema: s}, asks: p.Refuses}
	for _, list := range [][]Rule{rules, p.Rules} {
		for _, r := range list {
			l := lens{Rule: r, severity: p.severity(r)}
			for _, keyword := range r.Keywords {
				l.mask |= bitOf(keyword)
			}
			if l.severity != "" {
				x.lenses = append(x.lenses, l)
			}
		}
	}
	return x
}

func (x *Subject) look() {
	present := x.rank()
	for i := range x.lenses {
		l := &x.lenses[i]
		if l.mask == 0 || l.mask&present != 0 {
			x.now = l
			l.Look(x)
		}
	}
}

// rank looks the members up, and is the bits of what there is.
func (x *Subject) rank() (present uint64) {
	x.ranks = x.ranks[:0]
	for i := range x.Node.Members {
		m := &x.Node.Members[i]
		rank, ok := rankOf(m.Name)
		if ok {
			present |= 1 << rank
		} else {
			rank = -1
			present |= unknownBit
		}
		x.ranks = append(x.ranks, rank)
		if m.Repeated {
			present |= repeatedBit
		}
	}
	return present
}

// Place is where the schema is.
func (x *Subject) Place() Place { return place(x.path) }

// Root reports whether the schema is the whole text.
func (x *Subject) Root() bool { return len(x.path) == 1 }

// Under is the keyword that the schema stands under, "" for the root.
func (x *Subject) Under() string { return x.last().keyword }

// Name is that of the property or definition that the schema is of.
func (x *Subject) Name() string { return x.last().name() }

func (x *Subject) last() spot { return x.path[len(x.path)-1] }

// Report says that something is wrong with the schema.
func (x *Subject) Report(f Finding) {
	l := x.now
	p := Problem{Rule: l.ID, Severity: l.severity, Pointer: pointer(x.path) + f.Pointer, Place: place(x.rows()), At: x.Place(),
		Start: f.Start, End: f.End, Detail: f.Detail}
	if f.Fixes != nil && len(l.found) < maxFixed {
		for _, fix := range f.Fixes() {
			if len(fix.Edits) > 0 {
				p.Fixes = append(p.Fixes, fix)
			}
		}
	}
	l.found = append(l.found, p)
}

// rows is the way to the nearest row of Parameters.
func (x *Subject) rows() []spot {
	for i, a := range x.path[1:] {
		if a.keyword != properties && (a.keyword != items || a.among != nil) {
			return x.path[:i+1]
		}
	}
	return x.path
}

// Keyword reports that something is wrong with the value of a keyword.
func (x *Subject) Keyword(keyword, detail string, fixes func() []Fix) {
	n := x.Node.Get(keyword)
	x.Report(Finding{Pointer("").Child(keyword), n.Start, n.End, detail, fixes})
}

// Element reports that something is wrong with element i of the list of a
// keyword; the detail is its raw text.
func (x *Subject) Element(keyword string, i int, fixes func() []Fix) {
	n := x.Node.Get(keyword).Elements[i]
	p := Pointer("").Child(keyword).Child(strconv.Itoa(i))
	x.Report(Finding{p, n.Start, n.End, x.Schema.Doc.Raw(n), fixes})
}

// named reports that something is wrong with the name of the schema.
func (x *Subject) named(detail string, fixes func() []Fix) {
	a := x.last()
	m := a.among.Members[a.index]
	x.Report(Finding{"", m.NameStart, m.NameEnd, detail, fixes})
}

// member reports that something is wrong with a member of the schema.
func (x *Subject) member(i int, detail string, fixes func() []Fix) {
	m := x.Node.Members[i]
	x.Report(Finding{Pointer("").Child(m.Name), m.NameStart, m.NameEnd, detail, fixes})
}

// fix makes a list of one fix.
func fix(id string, edits func() []jsondoc.Edit) func() []Fix {
	return func() []Fix { return []Fix{{ID: id, Edits: edits()}} }
}

// without is the fix that takes a keyword away.
func (x *Subject) without(keyword string) func() []Fix {
	n := x.Node
	return fix(FixRemoveKeyword, func() []jsondoc.Edit { return x.Schema.unset(n, keyword) })
}

// survey is what rules ask about the whole text, found when it is asked for.
type survey struct {
	schema  Schema
	refs    []reference
	refsAre bool
	targets map[string]*jsondoc.Node
	uses    map[Pointer]bool // definitions of the root that something refers to
	draft07 *bool
}

func (d *survey) references() []reference {
	if !d.refsAre {
		d.refs, d.refsAre = d.schema.references(), true
	}
	return d.refs
}

// target is Schema.target, each text once: thousands may refer to the same.
func (d *survey) target(ref *jsondoc.Node) *jsondoc.Node {
	raw := d.schema.Doc.Raw(ref)
	n, ok := d.targets[raw]
	if !ok {
		if d.targets == nil {
			d.targets = map[string]*jsondoc.Node{}
		}
		n = d.schema.target(ref)
		d.targets[raw] = n
	}
	return n
}
