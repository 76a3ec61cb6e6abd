package ui

import (
	"reflect"
	"testing"

	"toolyard/app/play"
	"toolyard/app/schema"
)

// TestRowEqual: each field tells one row from another.
func TestRowEqual(t *testing.T) {
	differing := map[string]Row{
		"Parameter": {Parameter: schema.Parameter{Name: "x"}},
		"Shown":     {Shown: "x"},
		"ItemsType": {ItemsType: "x"},
		"Values":    {Values: "x"},
		"Ends":      {Ends: true},
		"Folded":    {Folded: true},
		"More":      {More: true},
		"Found":     {Found: true},
		"Clip":      {Clip: true},
		"Problems":  {Problems: []schema.Problem{{Rule: "x"}}},
		"Mending":   {Mending: Mending{Diff: []play.DiffLine{{Text: "x"}}}},
		"Current":   {Current: true},
		"NoNull":    {NoNull: true},
		"Uses":      {Uses: 1},
		"Block":     {Block: play.Block{Open: true}},
	}
	for _, f := range reflect.VisibleFields(reflect.TypeFor[Row]()) {
		r, ok := differing[f.Name]
		if !ok || r.equal(&Row{}) || (&Row{}).equal(&r) || !r.equal(&r) {
			t.Errorf("%s does not count", f.Name)
		}
	}
	for _, m := range []Mending{{Most: 1}, {Fix: play.Remedy{Wrong: play.Wrong{Tool: 1}}}} {
		if (&Row{Mending: m}).equal(&Row{}) {
			t.Errorf("%+v does not count", m)
		}
	}
}

// TestSharing: a row that shows what it showed is the row of before, and so is a
// block of such rows.
func TestSharing(t *testing.T) {
	rows := func(names ...string) *NearRows {
		near := &NearRows{Tool: 1}
		for _, name := range names {
			near.Rows = append(near.Rows, &Row{Parameter: schema.Parameter{Name: name}})
		}
		return near
	}
	before := rows("a", "b")
	if now := rows("a", "b").sharing(before); now != before {
		t.Error("an equal block is another one")
	}
	now := rows("a", "x", "c").sharing(before)
	if now.Rows[0] != before.Rows[0] || now.Rows[1] == before.Rows[1] || len(now.Rows) != 3 {
		t.Errorf("got %v after %v", now.Rows, before.Rows)
	}
	if other := (&NearRows{Tool: 2, Rows: rows("a", "b").Rows}).sharing(before); other == before {
		t.Error("the block of another tool is the same")
	}
}
