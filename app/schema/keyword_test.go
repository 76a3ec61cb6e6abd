package schema

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"toolyard/app/jsondoc"
)

// TestTable says of the table what the code relies on.
func TestTable(t *testing.T) {
	if len(keywords) > 62 {
		t.Errorf("%d keywords, and a mask of a rule has room for 62", len(keywords))
	}
	for i, k := range Keywords() {
		if rank, ok := rankOf(k.Name); !ok || rank != i {
			t.Errorf("%s is there twice", k.Name)
		}
		if strings.ContainsAny(k.Name, "./") {
			t.Errorf("%s would break a Place", k.Name)
		}
		for _, typ := range k.Types {
			if setOf(typ) == 0 {
				t.Errorf("%s applies to %s, which is no type", k.Name, typ)
			}
		}
		if meant(k.Name) != "" || meant(strings.ToUpper(k.Name)) != k.Name {
			t.Errorf("%s is taken for a slip, or %s is not", k.Name, strings.ToUpper(k.Name))
		}
	}
	for h, bucket := range buckets {
		if len(bucket) > 4 {
			t.Errorf("%d keywords have the hash %d", len(bucket), h)
		}
	}
	for _, l := range rules {
		for _, keyword := range l.Keywords {
			if _, ok := known(keyword); !ok && keyword != onUnknown && keyword != onRepeated {
				t.Errorf("rule %s waits for %s, which no schema has", l.ID, keyword)
			}
		}
	}
}

func TestKeywords(t *testing.T) {
	s := Read(`{"type": "string", "x-y": 1.0, "minimum": 2, "title": "a", "title": "b", "items": {"Enum": []}}`)
	var got []string
	for _, k := range s.Keywords("") {
		got = append(got, fmt.Sprintf("%d %s %s %s known=%t applies=%t repeated=%t", k.Index, k.Name, k.Raw, k.Kind, k.Known, k.Applies, k.Repeated))
	}
	want := []string{
		`0 type "string" types known=true applies=true repeated=false`,
		`1 x-y 1.0 any known=false applies=true repeated=false`,
		`2 minimum 2 number known=true applies=false repeated=false`,
		`3 title "a" string known=true applies=true repeated=true`,
		`4 title "b" string known=true applies=true repeated=false`,
		`5 items {"Enum": []} items known=true applies=false repeated=false`,
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	if raw, ok := s.Keyword("", "title"); raw != `"b"` || !ok {
		t.Errorf("title is %s", raw)
	}
	if _, ok := s.Keyword("items", "title"); ok || s.Keywords("9") != nil {
		t.Error("something is where nothing is")
	}
	for name, want := range map[string]string{
		"typ": "", "tpye": "", "desciption": "description", "descriptoin": "description", "minlength": "minLength",
		"min_length": "minLength", "max-items": "maxItems", "x-order": "", "example": "examples", "propertys": "", "enums": "",
		"requires": "required", "additionalproperties": "additionalProperties", "items2": "items", "note": "", "": "",
	} {
		if got := meant(name); got != want {
			t.Errorf("%s is taken for %q, want %q", name, got, want)
		}
	}
}

// someValues are values of each kind, to set keywords to.
var someValues = []string{`"set"`, `1.50`, `true`, `null`, `[1, "a"]`, `{"type": "string"}`}

// checkKeywords sets and takes away keywords of every schema of a text, and fails
// where any other keeps not its bytes.
func checkKeywords(t *testing.T, text string) {
	t.Helper()
	s := Read(text)
	places := []Place{""}
	for _, p := range s.Outline() {
		places = append(places, p.Place)
	}
	for i, at := range places {
		for j, k := range s.Keywords(at) {
			raw := someValues[(i+j)%len(someValues)]
			checkOthers(t, s, at, k.Name, s.Set(at, k.Name, raw))
			checkOthers(t, s, at, k.Name, s.Unset(at, k.Name))
		}
		for j := range 2 {
			k := keywords[(i*7+j*31)%len(keywords)]
			checkOthers(t, s, at, k.Name, s.Set(at, k.Name, someValues[(i+j)%len(someValues)]))
		}
		checkOthers(t, s, at, "x-new", s.Set(at, "x-new", `{"a":[1]}`))
	}
}

// checkOthers says that an edit of a keyword changes nothing else.
func checkOthers(t *testing.T, s Schema, at Place, keyword string, edits []jsondoc.Edit) {
	t.Helper()
	checkEdit(t, s, keyword, edits)
	found, ok := s.find(at)
	if !ok || len(found.node.Members) == 0 {
		return
	}
	after := Read(jsondoc.Apply(s.Doc.Text, edits))
	there, ok := after.find(at)
	if !ok {
		t.Fatalf("%s of %q took %s away: %q", keyword, s.Doc.Text, at, after.Doc.Text)
	}
	if old, now := others(s.Doc, found.node, keyword), others(after.Doc, there.node, keyword); old != now {
		t.Fatalf("%s at %q of\n%s\nbecame\n%s\n%s\n%s", keyword, at, s.Doc.Text, after.Doc.Text, old, now)
	}
}

// others is the tokens of a text as they are written, in order, without one
// keyword of the schema n.
func others(d jsondoc.Doc, n *jsondoc.Node, keyword string) string {
	var b strings.Builder
	var write func(*jsondoc.Node)
	write = func(at *jsondoc.Node) {
		for _, m := range at.Members {
			if at != n || m.Name != keyword {
				b.WriteString(d.Text[m.NameStart:m.NameEnd] + ":")
				write(m.Value)
			}
		}
		for _, e := range at.Elements {
			write(e)
		}
		if len(at.Members)+len(at.Elements) == 0 && at != n {
			b.WriteString(jsondoc.Compact(d, at))
		}
		b.WriteString(";")
	}
	write(d.Root)
	return b.String()
}

func TestKeywordsKeepOthers(t *testing.T) {
	for _, text := range seeds() {
		if Read(text).Doc.OK() {
			checkKeywords(t, text)
		}
	}
}

func FuzzKeywords(f *testing.F) {
	for _, text := range seeds() {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 1000 || !Read(text).Doc.OK() {
			t.Skip()
		}
		checkKeywords(t, text)
	})
}
