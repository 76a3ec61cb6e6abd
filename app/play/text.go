package play

import (
	"strconv"

	"toolyard/app/jsondoc"
	"toolyard/app/schema"
	"toolyard/app/tool"
)

// ParametersEdited: the JSON text of a tool's parameters was edited. What is typed
// in one schema of it is one step of undo.
type ParametersEdited struct {
	ID    int
	Edits []jsondoc.Edit
}

func (p ParametersEdited) apply(m Model) (Model, []Effect) {
	t, ok := m.toolByID(p.ID)
	if !ok || len(p.Edits) == 0 || !within(p.Edits, len(t.Parameters.Doc.Text)) {
		return m, nil
	}
	at := t.Parameters.PlaceAt(p.Edits[0].Start)
	change := "parameters-text " + strconv.Itoa(p.ID)
	if at != "" {
		change += " " + string(at)
	}
	return m.step(change).withSchema(p.ID, m.after(t, p.Edits), jsondoc.Invert(t.Parameters.Doc.Text, p.Edits)...), nil
}

// after is a tool's schema after edits of its text. Where that is not JSON it is
// read from the last one that was, most of which stands there still.
func (m Model) after(t tool.Tool, edits []jsondoc.Edit) schema.Schema {
	if form, live := m.Form(t); !live {
		return form.To(jsondoc.Apply(t.Parameters.Doc.Text, edits))
	}
	return t.Parameters.After(edits)
}

// within reports whether edits are those of a text of that length: they come from
// outside.
func within(edits []jsondoc.Edit, length int) bool {
	at := 0
	for _, e := range edits {
		if e.Start < at || e.End < e.Start || e.End > length {
			return false
		}
		at = e.End
	}
	return true
}
