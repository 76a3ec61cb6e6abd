package importer

import (
	"toolyard/app/jsondoc"
	"toolyard/app/schema"
	"toolyard/app/tool"
)

// isSample takes any object for a sample of arguments, and a list with one in it
// for several.
func isSample(_ jsondoc.Doc, n *jsondoc.Node) bool {
	if isObject(n) {
		return len(n.Members) > 0
	}
	for _, e := range elements(n) {
		if isObject(e) {
			return true
		}
	}
	return false
}

// sample infers the schema that all samples fit.
func (r *reading) sample(n *jsondoc.Node) {
	samples := []*jsondoc.Node{n}
	if isList(n) {
		samples = n.Elements
	}
	before := len(r.found.Notes)
	g := &guess{}
	for _, s := range samples {
		if !isObject(s) {
			r.rejectNode(RuleSampleKind, s)
			continue
		}
		g.see(r, s)
	}
	p := printer{reading: r}
	p.schema(g, "")
	d := jsondoc.Parse(p.String())
	if !d.OK() {
		r.found.Notes = r.found.Notes[:before]
		r.found.Kind = ""
		r.reject(RuleTooDeep, "", n.Start, n.End)
		return
	}
	r.noteAt(RuleDefaultName, defaultName, n)
	t := tool.Tool{Name: defaultName, Parameters: schema.Read(jsondoc.Indent(d, d.Root, "", "  "))}
	r.add(t, "", n, before)
}
