package importer

import (
	"slices"

	"toolyard/app/jsondoc"
)

// toolShape is a row of how a tool can be written. Recognise is strict: what
// stands alone could as well be a sample. Read adds candidates and rejects.
type toolShape struct {
	recognise func(jsondoc.Doc, *jsondoc.Node) bool
	read      func(*reading, *jsondoc.Node)
}

// toolShapes in the order they are asked: the surest signs first.
var toolShapes = []toolShape{
	{isChatTool, (*reading).chatTool},
	{isMCPTool, (*reading).mcpTool},
	{isAnthropicTool, (*reading).anthropicTool},
	{isGeminiTools, (*reading).geminiTools},
	{isGeminiFunction, (*reading).geminiFunction},
	{isResponsesTool, (*reading).responsesTool},
	{isCustomTool, (*reading).customTool},
	{isFunction, (*reading).functionTool},
}

// lax are the shapes that only a list of tools makes sure of.
var lax = []toolShape{
	{isBuiltIn, (*reading).builtIn},
	{isNamed, (*reading).functionTool},
}

// isToolbox knows a tool, a list with a tool in it, and an object whose tools
// are such a list.
func isToolbox(d jsondoc.Doc, n *jsondoc.Node) bool {
	if list := listOf(n); isTool(d, n) || hasTool(d, list) || list != nil && len(list.Elements) == 0 && onlyMembers(n, "jsonrpc", "id", "result", "tools") {
		return true
	}
	return isList(n) && slices.ContainsFunc(n.Elements, func(e *jsondoc.Node) bool {
		return isTool(d, e) || isList(e) && hasTool(d, e) || isObject(e) && hasTool(d, listOf(e))
	})
}

func isTool(d jsondoc.Doc, n *jsondoc.Node) bool {
	return isObject(n) && slices.ContainsFunc(toolShapes, func(s toolShape) bool { return s.recognise(d, n) })
}

func hasTool(d jsondoc.Doc, list *jsondoc.Node) bool {
	return slices.ContainsFunc(elements(list), func(e *jsondoc.Node) bool { return isTool(d, e) })
}

// listOf is the list of tools that an object holds: by itself, or as the result
// of an MCP request. Of tools and functions the former counts.
func listOf(n *jsondoc.Node) *jsondoc.Node {
	if result := n.Get("result"); isObject(result) {
		n = result
	}
	for _, name := range []string{"tools", "functions"} {
		if list := n.Get(name); isList(list) {
			return list
		}
	}
	return nil
}

// toolbox reads what isToolbox knows.
func (r *reading) toolbox(n *jsondoc.Node) {
	switch {
	case isList(n):
		r.tools(n)
	case isTool(r.doc, n):
		r.tool(n)
	default:
		r.toolsOf(n)
	}
}

// toolsOf reads an object with a list of tools.
func (r *reading) toolsOf(n *jsondoc.Node) {
	if result := n.Get("result"); isObject(result) {
		r.rest(RuleMemberLeftOut, n, "jsonrpc", "id", "result")
		n = result
	}
	list := listOf(n)
	for _, m := range r.members(n) {
		switch {
		case m.Value == list:
			r.tools(list)
		case m.Name == "nextCursor" && r.text(m.Value) != "":
			r.noteMember(RuleMorePages, m)
		case m.Name == "tools" || m.Name == "functions":
			r.listed(m)
		case absent(m.Value):
		default:
			r.noteMember(RuleMemberLeftOut, m)
		}
	}
}

// listed reads a member that should be a list of tools, and may be empty.
func (r *reading) listed(m jsondoc.Member) {
	switch {
	case absent(m.Value) || isList(m.Value) && len(m.Value.Elements) == 0:
		r.noteMember(RuleMemberLeftOut, m)
	case isList(m.Value):
		r.tools(m.Value)
	case isTool(r.doc, m.Value):
		r.tool(m.Value)
	default:
		r.reject(RuleNoList, m.Name, m.NameStart, m.Value.End)
	}
}

// tools reads each element of a list, and what several lists joined hold.
func (r *reading) tools(list *jsondoc.Node) {
	if len(list.Elements) == 0 {
		r.reject(RuleNothing, "", list.Start, list.End)
	}
	for _, e := range list.Elements {
		switch {
		case isList(e) && hasTool(r.doc, e):
			r.tools(e)
		case isObject(e) && !isTool(r.doc, e) && hasTool(r.doc, listOf(e)):
			r.toolsOf(e)
		default:
			r.tool(e)
		}
	}
}

// tool reads one tool, in whatever shape it is.
func (r *reading) tool(n *jsondoc.Node) {
	if isObject(n) {
		for _, s := range slices.Concat(toolShapes, lax) {
			if s.recognise(r.doc, n) {
				s.read(r, n)
				return
			}
		}
	}
	r.rejectNode(RuleToolUnreadable, n)
}
