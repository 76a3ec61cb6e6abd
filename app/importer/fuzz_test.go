package importer

import (
	"reflect"
	"slices"
	"testing"

	"toolyard/app/jsondoc"
)

// FuzzRead reads anything: it always says something, the same twice, at places
// that exist, and loses no part of a JSON text without a word.
func FuzzRead(f *testing.F) {
	for _, text := range cases(f) {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		found := Read(text)
		if !reflect.DeepEqual(found, Read(text)) {
			t.Fatal("read twice, it is not the same")
		}
		if len(found.Tools)+len(found.Parts)+len(found.Rejects) == 0 {
			t.Fatal("nothing is said")
		}
		all := spans(found)
		for _, s := range all {
			if s.Start < 0 || s.End < s.Start || s.End > len(text) {
				t.Fatalf("%v is outside of the text", s)
			}
			if line, column := (jsondoc.Doc{Text: text}).Position(s.Start); line != s.Line || column != s.Column {
				t.Fatalf("%v is at %d:%d", s, line, column)
			}
		}
		for _, n := range topLevel(text) {
			if !slices.ContainsFunc(all, func(s Span) bool { return s.Start < n.End && n.Start < s.End }) {
				t.Fatalf("nothing is said of %s\n%s", text[n.Start:n.End], describe(found))
			}
		}
		if found.Repair != nil {
			checkRepair(t, found)
		}
	})
}

// spans are all places that are spoken of.
func spans(f Found) (all []Span) {
	for _, c := range f.Tools {
		all = append(all, c.Span)
		for _, n := range c.Notes {
			all = append(all, n.Span)
		}
	}
	for _, p := range f.Parts {
		all = append(all, p.Span)
	}
	for _, n := range f.Notes {
		all = append(all, n.Span)
	}
	for _, r := range f.Rejects {
		all = append(all, r.Span)
	}
	return all
}

// topLevel is the elements or the values of the members that a JSON text has at
// the top; not what says nothing: null, what is empty, the envelope of JSON-RPC.
func topLevel(text string) []*jsondoc.Node {
	d := jsondoc.Parse(text)
	if !d.OK() {
		return nil
	}
	nodes := slices.Clone(d.Root.Elements)
	for _, m := range d.Root.Members {
		if !slices.Contains([]string{"jsonrpc", "id", "toolyard", "result", "type", "options", "endpoint"}, m.Name) {
			nodes = append(nodes, m.Value)
		}
	}
	return slices.DeleteFunc(nodes, func(n *jsondoc.Node) bool {
		empty := n.Kind == jsondoc.Object || n.Kind == jsondoc.Array
		return n.Kind == jsondoc.Null || empty && len(n.Members)+len(n.Elements) == 0 || d.Raw(n) == `""`
	})
}

// checkRepair says that what is repaired is JSON.
func checkRepair(t *testing.T, f Found) {
	t.Helper()
	if jsondoc.Apply(f.Repaired(), jsondoc.Invert(f.Text, f.Repair)) != f.Text {
		t.Fatal("the repair has no way back")
	}
	for _, r := range Read(f.Repaired()).Rejects {
		if slices.Contains(jsondoc.Rules(), r.Rule) {
			t.Fatalf("repaired, it still has %v\n%s", r, f.Repaired())
		}
	}
}
