package importer

import (
	"strings"

	"toolyard/app/jsondoc"
	"toolyard/app/schema"
)

// printer writes a guess as the text of a schema, and tells what is more than
// was seen.
type printer struct {
	*reading
	strings.Builder
}

func (p *printer) schema(g *guess, at schema.Pointer) {
	types := g.types()
	if len(types) == 0 || len(types) == 1 && types[0] == "null" {
		if g.first != nil {
			p.noteAt(RuleTypeUnknown, string(at), g.first)
		}
		p.WriteString("{}")
		return
	}
	p.WriteString(`{"type":`)
	p.list(types, len(types) > 1)
	p.hints(g, at)
	if g.seen[jsondoc.Object] > 0 {
		p.properties(g, at)
	}
	if g.items != nil {
		p.items(g, at)
	}
	p.WriteByte('}')
}

// hints are the enum or the format of the strings, where nothing but strings and
// null was seen.
func (p *printer) hints(g *guess, at schema.Pointer) {
	if g.seen[jsondoc.String]+g.seen[jsondoc.Null] < total(g) {
		return
	}
	if format := g.texts.format(); format != "" {
		p.WriteString(`,"format":` + jsondoc.Quote(format))
		p.noteAt(RuleFormat, string(at)+" "+format, g.first)
		return
	}
	if enum := g.texts.enum(); enum != nil && g.seen[jsondoc.Null] == 0 {
		p.WriteString(`,"enum":`)
		p.list(enum, true)
		p.noteAt(RuleEnumGuessed, string(at), g.first)
	}
}

func total(g *guess) int {
	n := 0
	for _, seen := range g.seen {
		n += seen
	}
	return n
}

func (p *printer) properties(g *guess, at schema.Pointer) {
	p.WriteString(`,"properties":{`)
	var required []string
	for i, m := range g.members {
		if i > 0 {
			p.WriteByte(',')
		}
		p.WriteString(jsondoc.Quote(m.name) + ":")
		p.schema(&m.guess, at.Child("properties").Child(m.name))
		if m.times == g.seen[jsondoc.Object] {
			required = append(required, m.name)
		}
	}
	p.WriteByte('}')
	if len(required) > 0 {
		p.WriteString(`,"required":`)
		p.list(required, true)
	}
}

func (p *printer) items(g *guess, at schema.Pointer) {
	if g.items.first == nil {
		p.noteAt(RuleItemsUnknown, string(at), g.first)
		return
	}
	p.WriteString(`,"items":`)
	p.schema(g.items, at.Child("items"))
}

// list writes strings, as an array or the first one alone.
func (p *printer) list(texts []string, array bool) {
	if !array {
		p.WriteString(jsondoc.Quote(texts[0]))
		return
	}
	for i, t := range texts {
		p.WriteByte("[,"[min(i, 1)])
		p.WriteString(jsondoc.Quote(t))
	}
	p.WriteByte(']')
}
