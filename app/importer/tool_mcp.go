package importer

import "toolyard/app/jsondoc"

// isMCPTool knows what tools/list has: {"name", "inputSchema"}.
func isMCPTool(_ jsondoc.Doc, n *jsondoc.Node) bool {
	return n.Get("inputSchema") != nil && (n.Get("name") != nil || isObject(n.Get("inputSchema")))
}

// mcpTool reads what a model is told of; title, annotations, outputSchema and
// icons are for programs.
func (r *reading) mcpTool(n *jsondoc.Node) {
	r.function(written{shape: ShapeMCP, tool: n, inner: n, schema: []string{"inputSchema"}})
}
