package importer

import "toolyard/app/jsondoc"

// isFunction knows a bare function, as legacy functions have it: {"name",
// "parameters"}.
func isFunction(d jsondoc.Doc, n *jsondoc.Node) bool {
	return isText(n.Get("name")) && n.Get("type") == nil && n.Get("arguments") == nil && looksLikeSchema(d, n.Get("parameters"))
}

func (r *reading) functionTool(n *jsondoc.Node) {
	r.function(written{shape: ShapeFunctions, tool: n, inner: n, schema: []string{"parameters"}})
}
