package importer

import "toolyard/app/jsondoc"

// isChatTool knows {"type": "function", "function": {"name", "parameters"}}, and
// not a tool call, which has arguments there.
func isChatTool(d jsondoc.Doc, n *jsondoc.Node) bool {
	f, typ := n.Get("function"), n.Get("type")
	name, _ := d.Str(typ)
	return isObject(f) && f.Get("arguments") == nil && (typ == nil || name == "function") &&
		(f.Get("name") != nil || f.Get("parameters") != nil)
}

func (r *reading) chatTool(n *jsondoc.Node) {
	r.function(written{
		shape: ShapeChat, tool: n, outer: []string{"type", "function"},
		inner: n.Get("function"), schema: []string{"parameters"},
	})
}
