package play

import (
	"cmp"
	"strconv"
	"strings"

	"toolyard/app/jsondoc"
	"toolyard/app/schema"
)

// Clip is a parameter that was copied, with all under it. The zero Clip is none.
type Clip struct {
	Text     string // what the clipboard got: {"city": {…}}, and without a name the schema alone
	Named    bool
	Required bool
}

// clipOf copies what stands at a place.
func clipOf(s schema.Schema, at schema.Place) Clip {
	row, ok := s.Parameter(at)
	if !ok || at == "" {
		return Clip{}
	}
	text := s.Copy(at)
	if !Named(row) {
		return Clip{Text: text}
	}
	text = jsondoc.Quote(row.Name) + ": " + text
	if strings.Contains(text, "\n") {
		text = "\n  " + strings.ReplaceAll(text, "\n", "\n  ") + "\n"
	}
	return Clip{"{" + text + "}", true, row.Required}
}

// ParameterCopied: a parameter is on the clipboard, with all under it.
type ParameterCopied struct {
	ID int
	At schema.Place
}

func (p ParameterCopied) apply(m Model) (Model, []Effect) {
	t, _ := m.toolByID(p.ID)
	clip := clipOf(t.Parameters, p.At)
	if clip.Text == "" {
		return m, nil
	}
	m.View.Clip = clip
	return m.handOut(Handout{Kind: "parameter", Text: clip.Text})
}

// ParameterCut: a parameter left for the clipboard, with all under it; its
// neighbour has the focus.
type ParameterCut struct {
	ID int
	At schema.Place
}

func (p ParameterCut) apply(m Model) (Model, []Effect) {
	t, _ := m.toolByID(p.ID)
	clip := clipOf(t.Parameters, p.At)
	m, made := m.edit(p.ID, "parameter-cut", func(s schema.Schema) []jsondoc.Edit { return s.Remove(p.At) })
	if !made {
		return m, nil
	}
	m.View.Clip = clip
	focus := "parameter-add"
	if neighbour, ok := m.neighbour(p.ID, p.At); ok {
		focus = ParameterGrip(neighbour)
	}
	m, effects := m.handOut(Handout{Kind: "parameter-cut", Text: clip.Text, Focus: focus})
	return m, append([]Effect{Focus{focus}}, effects...)
}

// ParameterPasted: what a text holds stands after a parameter, or inside, where
// that is an object without any; with At "" it stands at the end of all. Without
// a text it is what was copied last.
type ParameterPasted struct {
	ID   int
	At   schema.Place
	Text string
}

// With is the message with the text that was pasted.
func (p ParameterPasted) With(text string) Msg { p.Text = text; return p }

func (p ParameterPasted) apply(m Model) (Model, []Effect) {
	t, ok := m.toolByID(p.ID)
	pieces, fault := readPieces(cmp.Or(p.Text, m.View.Clip.Text), m.View.Clip)
	switch {
	case !ok || !t.Parameters.Doc.OK() && !t.Parameters.Blank():
		return m, nil
	case fault.kind != "":
		return m.notify(fault.kind, fault.detail), nil
	}
	after, first := t.Parameters, schema.Place("")
	slot := slotAfter(after, p.At)
	for i, piece := range pieces {
		at := slot.place(after)
		after = slot.paste(after, piece)
		if i == 0 {
			first = at
		}
		slot.index++
	}
	m, made := m.edit(p.ID, "parameter-pasted", func(s schema.Schema) []jsondoc.Edit {
		return []jsondoc.Edit{jsondoc.Difference(s.Doc.Text, after.Doc.Text)}
	})
	if !made {
		return m, nil
	}
	m = m.without("paste-no-json").without("paste-foreign").unfold(p.ID, first.Object())
	row, _ := m.row(p.ID, first)
	return m, []Effect{Focus{rowFocus(row, row.Name != "" || !Named(row))}}
}

// slot is where something is pasted: at an index under a keyword of an object.
type slot struct {
	object  schema.Place
	keyword string
	index   int
	named   bool
}

// slotAfter is where what is pasted on a row goes.
func slotAfter(s schema.Schema, at schema.Place) slot {
	row, ok := s.Parameter(at)
	if !ok || at == "" {
		root, _ := s.Parameter("")
		return slot{"", "properties", root.Properties, true}
	}
	if object, ok := Inside(s, at); ok {
		if o, _ := s.Parameter(object); o.Properties == 0 {
			return slot{object, "properties", 0, true}
		}
	}
	if row.Index < 0 { // beside what a keyword has one of there is no room
		return slotAfter(s, row.Object)
	}
	return slot{row.Object, row.Keyword, row.Index + 1, Named(row)}
}

// place is where the next piece will stand.
func (a slot) place(s schema.Schema) schema.Place {
	if a.keyword == "properties" {
		object, _ := s.Parameter(a.object)
		return a.object.Property(min(a.index, object.Properties))
	}
	index := a.index
	for a.named { // an entry is added last
		if _, taken := s.Parameter(a.object.Nth(a.keyword, index)); !taken {
			break
		}
		index++
	}
	return a.object.Nth(a.keyword, index)
}

// paste is the schema with one more piece.
func (a slot) paste(s schema.Schema, p piece) schema.Schema {
	switch {
	case a.keyword != "properties" && a.named:
		return s.After(s.AddEntry(a.object, a.keyword, p.name, p.raw))
	case a.keyword != "properties":
		return s.After(s.InsertValue(a.object, a.keyword, a.index, p.raw))
	}
	at := a.place(s)
	s = s.After(s.Paste(a.object, at.Index(), p.name, p.raw))
	if p.required {
		s = s.After(s.Require(at, true))
	}
	return s
}

// piece is one parameter of a text: the raw JSON of its schema, and its name,
// "" where the text says none.
type piece struct {
	name, raw string
	required  bool
}

// fault is why a text can't be pasted: a kind of notice.
type fault struct{ kind, detail string }

// readPieces reads a text as parameters: an object of schemas by name, or one
// schema. Of the clip it is known which; else an object that holds nothing but
// schemas has names, unless it says itself which properties there are.
func readPieces(text string, clip Clip) ([]piece, fault) {
	text = strings.Trim(text, " \t\r\n,")
	own := text != "" && text == clip.Text
	if strings.HasPrefix(text, `"`) && jsondoc.Parse("{"+text+"}").OK() {
		text = "{" + text + "}" // lines of a text, without the braces around them
	}
	d := jsondoc.Parse(text)
	switch {
	case !d.OK():
		detail := ""
		if len(d.Errors) > 0 {
			detail = strconv.Itoa(d.Errors[0].Line) + ":" + strconv.Itoa(d.Errors[0].Column)
		}
		return nil, fault{"paste-no-json", detail}
	case d.Root.Kind != jsondoc.Object:
		return nil, fault{"paste-foreign", ""}
	case own && !clip.Named, !own && !schemasByName(d.Root):
		return []piece{{raw: text}}, fault{}
	}
	pieces := make([]piece, len(d.Root.Members))
	for i, member := range d.Root.Members {
		pieces[i] = piece{member.Name, d.Raw(member.Value), own && clip.Required}
	}
	return pieces, fault{}
}

// schemasByName reports whether every member of an object can be a schema, and
// none is the list of a schema's properties.
func schemasByName(object *jsondoc.Node) bool {
	for _, member := range object.Members {
		if !isSchema(member.Value) || member.Name == "properties" && len(member.Value.Members) > 0 && schemasByName(member.Value) {
			return false
		}
	}
	return len(object.Members) > 0
}

func isSchema(n *jsondoc.Node) bool { return n.Kind == jsondoc.Object || n.Kind == jsondoc.Bool }
