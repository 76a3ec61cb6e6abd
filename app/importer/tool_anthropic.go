package importer

import "toolyard/app/jsondoc"

// isAnthropicTool knows {"name", "input_schema"}; its type, if any, is custom.
func isAnthropicTool(_ jsondoc.Doc, n *jsondoc.Node) bool {
	return n.Get("input_schema") != nil && (n.Get("name") != nil || isObject(n.Get("input_schema")))
}

func (r *reading) anthropicTool(n *jsondoc.Node) {
	w := written{shape: ShapeAnthropic, tool: n, inner: n, schema: []string{"input_schema"}}
	if typ := n.Get("type"); absent(typ) || r.text(typ) == "custom" {
		w.known = []string{"type"}
	}
	r.function(w)
}
