package play

import (
	"regexp"
	"slices"

	"toolyard/app/jsondoc"
	"toolyard/app/schema"
)

// Keyed is the text of a control of a keyword as it was typed, where the schema
// would write it otherwise, or can't hold it yet.
type Keyed struct {
	Tool    int
	At      schema.Pointer
	Keyword string
	Index   int    // of a value in its list; itself, or aSample
	Raw     string // what the schema says there: when it says something else, this is over
	Text    string
}

const (
	itself  = -1 // the keyword's own control
	aSample = -2 // the sample that a pattern is tried on
)

// keyedLimit bounds how many texts are kept that mean nothing yet.
const keyedLimit = 64

// Input is what stands in a control.
type Input struct {
	Text    string
	Invalid bool // it means nothing yet: the schema keeps what it had
}

// Entry is one list of names, and what it stands under.
type Entry struct {
	Name  string
	Names []string
}

// Line is one keyword in the form.
type Line struct {
	Keyword schema.Keyword
	Known   bool // JSON Schema has it
	Stated  bool // else it is only at hand
	Control Control
	Raw     string
	Input            // of a control with one text
	Values  []Input  // of ControlValues
	Names   []string // of ControlNames, ControlTypes and ControlSchemaMap
	Entries []Entry
	Count   int      // of ControlSchemas
	Options []string // what can be picked
	Uses    int      // of definitions: how many references lead to them
	Sample  string
	Match   string // of the sample: yes, no, unread, or "" without a sample
}

// Picks reports whether the value is one of a few, to be picked.
func (l Line) Picks() bool {
	return l.Control == ControlValue && len(l.Options) > 0 && (l.Raw == "" || slices.Contains(l.Options, l.Raw))
}

// Lines are the keywords in the form of the schema at a place: what it states,
// and what is at hand for its type.
func (v View) Lines(id int, s schema.Schema, at schema.Place) []Line {
	p, ok := s.Parameter(at)
	if !ok {
		return nil
	}
	stated := s.Keywords(at)
	var lines []Line
	for _, k := range schema.Keywords() {
		i := slices.IndexFunc(stated, func(x schema.Stated) bool { return x.Name == k.Name && !x.Repeated })
		switch {
		case i >= 0 && !elsewhere(&p, &stated[i]):
			lines = append(lines, v.line(id, s, &p, &stated[i]))
		case i < 0 && atHand(&k, s, &p):
			lines = append(lines, v.line(id, s, &p, &schema.Stated{Keyword: k, Known: true}))
		}
	}
	for i := range stated {
		if x := &stated[i]; !x.Known && !x.Repeated {
			lines = append(lines, v.line(id, s, &p, x))
		}
	}
	return lines
}

// elsewhere reports whether what is stated is already in a row of the form.
func elsewhere(p *schema.Parameter, x *schema.Stated) bool {
	switch x.Name {
	case "properties":
		return x.Raw[0] == '{'
	case "description":
		return p.Depth >= 0 && x.Raw[0] == '"'
	case "type":
		return p.Depth < 0 && x.Raw == `"object"`
	}
	return false
}

// atHand reports whether a keyword that is not stated stands in the form all the
// same: an everyday one of the parameter's type, which the row has not already.
func atHand(k *schema.Keyword, s schema.Schema, p *schema.Parameter) bool {
	if !k.Everyday || !k.AppliesTo(p.Types...) || p.Ref != "" {
		return false
	}
	switch k.Name {
	case "enum", "description", "properties":
		return false
	}
	if p.Depth < 0 {
		return k.Types != nil && k.AppliesTo("object")
	}
	for _, union := range []string{"anyOf", "oneOf"} {
		if _, has := s.Keyword(p.Place, union); has {
			return false
		}
	}
	return k.Types == nil || len(p.Types) > 0
}

// line is one keyword with what stands in its control.
func (v View) line(id int, s schema.Schema, p *schema.Parameter, x *schema.Stated) Line {
	d := jsondoc.Parse(x.Raw)
	l := Line{Keyword: x.Keyword, Known: x.Known, Stated: x.Raw != "", Raw: x.Raw}
	n := d.Root
	if !l.Stated {
		n = nil
	}
	if l.Control = ControlJSON; x.Known {
		l.Control = control(x.Kind, d, n)
	}
	if n == nil {
		n = &jsondoc.Node{}
	}
	key := Keyed{Tool: id, At: p.Pointer, Keyword: x.Name, Index: itself, Raw: x.Raw}
	switch l.Control {
	case ControlText, ControlNumber, ControlValue, ControlJSON:
		l.Input = v.input(key, l.Control, p)
	case ControlValues:
		for i, e := range n.Elements {
			key.Index, key.Raw = i, d.Raw(e)
			l.Values = append(l.Values, v.input(key, l.Control, p))
		}
	case ControlTypes, ControlNames:
		l.Names = names(d, n)
	case ControlEntries:
		for _, m := range n.Members {
			l.Entries = append(l.Entries, Entry{m.Name, names(d, m.Value)})
		}
	case ControlSchemas:
		l.Count = len(n.Elements)
	case ControlSchemaMap:
		for _, m := range n.Members {
			l.Names = append(l.Names, m.Name)
		}
	}
	switch {
	case l.Control == ControlNames || l.Control == ControlEntries:
		l.Options = propertyNames(s, p)
	case l.Control == ControlValue && p.Type == "boolean":
		l.Options = []string{"true", "false"}
		if p.Nullable {
			l.Options = append(l.Options, "null")
		}
	case x.Name == "$defs" || x.Name == "definitions":
		for _, name := range l.Names {
			l.Uses += Uses(s, p.Pointer.Child(x.Name).Child(name))
		}
	}
	if x.Kind == schema.KindPattern && l.Control == ControlText && l.Stated {
		l.Sample, l.Match = v.sample(id, p.Pointer, x.Raw)
	}
	return l
}

// names is the strings of a list, or the one that stands for a list of one.
func names(d jsondoc.Doc, n *jsondoc.Node) []string {
	if text, ok := d.Str(n); ok {
		return []string{text}
	}
	var all []string
	for _, e := range n.Elements {
		text, _ := d.Str(e)
		all = append(all, text)
	}
	return all
}

func propertyNames(s schema.Schema, p *schema.Parameter) []string {
	var all []string
	if n := s.Doc.At(string(p.Pointer)).Get("properties"); n != nil {
		for _, m := range n.Members {
			all = append(all, m.Name)
		}
	}
	return all
}

// input is what stands in a control: what was typed, as long as the schema says
// there what it said then.
func (v View) input(key Keyed, c Control, p *schema.Parameter) Input {
	if text, ok := v.keyed(key); ok {
		_, means := readText(c, text, p)
		return Input{text, !means && (text != "" || key.Raw != "")}
	}
	if key.Raw == "" {
		return Input{}
	}
	return Input{Text: writeText(c, key.Raw, p)}
}

func (v View) keyed(key Keyed) (text string, ok bool) {
	for _, k := range v.Keyed {
		if key.Text = k.Text; k == key {
			return k.Text, true
		}
	}
	return "", false
}

// sample is what a pattern is tried on, and how that went.
func (v View) sample(id int, at schema.Pointer, pattern string) (text, match string) {
	text, _ = v.keyed(Keyed{Tool: id, At: at, Index: aSample})
	if text == "" {
		return "", ""
	}
	d := jsondoc.Parse(pattern)
	source, _ := d.Str(d.Root)
	re, err := regexp.Compile(source)
	switch {
	case err != nil:
		return text, "unread"
	case re.MatchString(text):
		return text, "yes"
	}
	return text, "no"
}

// withKeyed keeps a text as it was typed, or forgets it where the schema says as
// much.
func (v View) withKeyed(key Keyed, needed bool) View {
	others := slices.DeleteFunc(slices.Clone(v.Keyed), func(k Keyed) bool {
		return k.Tool == key.Tool && k.At == key.At && k.Keyword == key.Keyword && k.Index == key.Index
	})
	if needed {
		others = append(others, key)
	}
	v.Keyed = others[max(0, len(others)-keyedLimit):]
	return v
}
