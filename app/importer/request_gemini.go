package importer

import (
	"slices"
	"strings"

	"toolyard/app/chat"
	"toolyard/app/jsondoc"
)

// isGemini knows the body of generateContent by contents with parts, or by
// settings beside its tools.
func isGemini(d jsondoc.Doc, n *jsondoc.Node) bool {
	contents := n.Get("contents")
	if isList(contents) && len(contents.Elements) > 0 {
		return !slices.ContainsFunc(contents.Elements, func(e *jsondoc.Node) bool { return !isList(e.Get("parts")) })
	}
	return isObject(firstOf(n, []string{"systemInstruction", "system_instruction", "generationConfig", "generation_config"})) &&
		slices.ContainsFunc(elements(n.Get("tools")), func(e *jsondoc.Node) bool { return isGeminiTools(d, e) })
}

// geminiSettings has both spellings that the API takes.
var geminiSettings = settings{
	"model":              (*reading).model,
	"contents":           (*reading).contents,
	"systemInstruction":  (*reading).geminiSystem,
	"system_instruction": (*reading).geminiSystem,
	"tools":              (*reading).listed,
	"toolConfig":         (*reading).geminiToolConfig,
	"tool_config":        (*reading).geminiToolConfig,
	"generationConfig":   (*reading).geminiConfig,
	"generation_config":  (*reading).geminiConfig,
}

var geminiConfig = settings{
	"temperature":       (*reading).temperature,
	"maxOutputTokens":   (*reading).maxTokens,
	"max_output_tokens": (*reading).maxTokens,
	"topP":              func(r *reading, m jsondoc.Member) { r.toExtraAs("top_p", m) },
	"top_p":             (*reading).toExtra,
	"seed":              (*reading).toExtra,
	"stopSequences":     func(r *reading, m jsondoc.Member) { r.toExtraAs("stop", m) },
	"stop_sequences":    func(r *reading, m jsondoc.Member) { r.toExtraAs("stop", m) },
}

func (r *reading) gemini(n *jsondoc.Node) {
	r.converted(n)
	r.body(n, geminiSettings, (*reading).lost)
}

func (r *reading) geminiConfig(m jsondoc.Member) {
	if !isObject(m.Value) || len(m.Value.Members) == 0 {
		r.lost(m)
		return
	}
	r.body(m.Value, geminiConfig, (*reading).lost)
}

func (r *reading) geminiToolConfig(m jsondoc.Member) {
	calling := firstOf(m.Value, []string{"functionCallingConfig", "function_calling_config"})
	names := elements(firstOf(calling, []string{"allowedFunctionNames", "allowed_function_names"}))
	choice := ""
	switch mode := strings.ToLower(r.text(calling.Get("mode"))); {
	case mode == "any" && len(names) == 1:
		choice = r.toolNamed(names[0])
	case len(names) > 0:
	case mode == "any":
		choice = "required"
	case mode == "auto" || mode == "none":
		choice = mode
	}
	r.choose(choice, m, (*reading).lost)
}

func (r *reading) geminiSystem(m jsondoc.Member) {
	t := talk{reading: r}
	if isText(m.Value) {
		r.systemText(m, r.text(m.Value))
		return
	}
	r.systemText(m, t.geminiText(elements(m.Value.Get("parts")), m.Value))
}

func (r *reading) contents(m jsondoc.Member) {
	t := talk{reading: r}
	for _, n := range elements(m.Value) {
		switch role := r.text(n.Get("role")); role {
		case "user", "function", "":
			t.geminiUser(n)
		case "model":
			t.geminiModel(n)
		default:
			r.reject(RuleMessage, role, n.Start, n.End)
			continue
		}
		r.rest(RuleMessageMember, n, "role", "parts")
	}
	t.finish()
}

// partOf is the value of a part's member in either spelling.
func partOf(part *jsondoc.Node, camel, snake string) *jsondoc.Node {
	return firstOf(part, []string{camel, snake})
}

// geminiUser reads results, each a message of its own, then the text.
func (t *talk) geminiUser(n *jsondoc.Node) {
	var rest []*jsondoc.Node
	parts := elements(n.Get("parts"))
	for _, p := range parts {
		response := partOf(p, "functionResponse", "function_response")
		if !isObject(response) {
			rest = append(rest, p)
			continue
		}
		t.result(chat.ToolResult{
			CallID: t.text(response.Get("id")), Name: t.text(response.Get("name")),
			Text: jsondoc.Compact(t.doc, response.Get("response")),
		}, p)
		t.rest(RuleMessageMember, response, "id", "name", "response")
	}
	if len(rest) > 0 || len(parts) == 0 {
		t.say(chat.User{Text: t.geminiText(rest, n)}, n)
	}
}

func (t *talk) geminiModel(n *jsondoc.Node) {
	var a chat.Assistant
	var rest []*jsondoc.Node
	for _, p := range elements(n.Get("parts")) {
		call := partOf(p, "functionCall", "function_call")
		if !isObject(call) {
			rest = append(rest, p)
			continue
		}
		c := chat.ToolCall{ID: t.text(call.Get("id")), Name: t.text(call.Get("name")), Arguments: jsondoc.Compact(t.doc, call.Get("args"))}
		if c.ID == "" {
			c.ID, c.Synthetic = "call_"+count(t.calls()+len(a.Calls)+1), true
		}
		a.Calls = append(a.Calls, c)
		t.rest(RuleMessageMember, p, "functionCall", "function_call")
		t.rest(RuleMessageMember, call, "id", "name", "args")
	}
	if text := t.geminiText(rest, n); text != "" || len(a.Calls) == 0 {
		a.Content, a.Text = chat.ContentText, text
	}
	t.assistant(a, n)
}

// calls is how many calls were made so far.
func (t *talk) calls() int {
	n := 0
	for _, s := range t.said {
		if a, ok := s.Message.(chat.Assistant); ok {
			n += len(a.Calls)
		}
	}
	return n
}

// geminiText is the text of parts. A thought and anything else is told.
func (t *talk) geminiText(parts []*jsondoc.Node, whole *jsondoc.Node) string {
	var texts []string
	for _, p := range parts {
		text, ok := t.doc.Str(p.Get("text"))
		if !ok || t.doc.Raw(p.Get("thought")) == "true" {
			t.noteAt(RulePartLost, partName(p), p)
			continue
		}
		t.rest(RuleMessageMember, p, "text")
		texts = append(texts, text)
	}
	if len(texts) > 1 {
		t.noteAt(RuleFlattened, "", whole)
	}
	return strings.Join(texts, "\n\n")
}

// partName is what a part is called: by its first member that is no text.
func partName(p *jsondoc.Node) string {
	for _, m := range membersOf(p) {
		if m.Name != "text" {
			return m.Name
		}
	}
	return kindName(p.Kind)
}
