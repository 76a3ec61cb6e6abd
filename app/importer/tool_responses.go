package importer

import "toolyard/app/jsondoc"

// isResponsesTool knows the flat form: {"type": "function", "name", "parameters"}.
func isResponsesTool(d jsondoc.Doc, n *jsondoc.Node) bool {
	typ, _ := d.Str(n.Get("type"))
	return typ == "function" && n.Get("arguments") == nil && (isText(n.Get("name")) || isObject(n.Get("parameters")))
}

func (r *reading) responsesTool(n *jsondoc.Node) {
	r.function(written{shape: ShapeResponses, tool: n, inner: n, schema: []string{"parameters"}, known: []string{"type"}})
}

// isCustomTool knows a tool that takes free text, in either form of OpenAI.
func isCustomTool(d jsondoc.Doc, n *jsondoc.Node) bool {
	typ, _ := d.Str(n.Get("type"))
	return typ == "custom" && n.Get("input_schema") == nil && (isObject(n.Get("custom")) || isText(n.Get("name")))
}

func (r *reading) customTool(n *jsondoc.Node) {
	inner := n
	if custom := n.Get("custom"); isObject(custom) {
		inner = custom
	}
	r.reject(RuleToolCustom, r.text(inner.Get("name")), n.Start, n.End)
}

// isBuiltIn knows what a provider runs itself: {"type": "web_search"}, with a
// name or without, and Gemini's {"googleSearch": {}}.
func isBuiltIn(_ jsondoc.Doc, n *jsondoc.Node) bool {
	return isText(n.Get("type")) ||
		len(n.Members) > 0 && n.Get("name") == nil && n.Get("function") == nil && isObject(n.Members[0].Value)
}

func (r *reading) builtIn(n *jsondoc.Node) {
	typ := r.text(n.Get("type"))
	if typ == "" && len(n.Members) > 0 {
		typ = n.Members[0].Name
	}
	r.reject(RuleToolBuiltIn, typ, n.Start, n.End)
}
