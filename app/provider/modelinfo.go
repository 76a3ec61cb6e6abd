package provider

import (
	"strconv"
	"strings"

	"toolyard/app/jsondoc"
)

// Pointers to what lists say of a model, each in the words of one provider. The
// first that is there holds.
var (
	modelIDs     = []string{"/id", "/model", "/name", "/slug"}
	modelNames   = []string{"/display_name", "/displayName", "/name"}
	modelOwners  = []string{"/owned_by", "/organization", "/provider"}
	modelContext = []string{
		"/context_length", "/context_window", "/max_context_length", "/max_model_len", "/max_input_tokens",
		"/inputTokenLimit", "/meta/n_ctx", "/meta/n_ctx_train", "/model_spec/availableContextTokens",
		"/capabilities/limits/max_context_window_tokens", "/top_provider/context_length",
	}
	modelOutput = []string{
		"/max_completion_tokens", "/top_provider/max_completion_tokens", "/outputTokenLimit", "/max_tokens",
		"/capabilities/limits/max_output_tokens",
	}
	modelGone = []string{"/shutdown_date", "/deprecation", "/expiration_date"}

	// Members that are true, false, or {"supported": …}.
	toolFlags = []string{
		"/capabilities/function_calling", "/capabilities/supports/tool_calls",
		"/model_spec/capabilities/supportsFunctionCalling", "/supports_tools", "/capabilities/tools",
	}
	parallelFlags = []string{"/capabilities/supports/parallel_tool_calls"}
	strictFlags   = []string{
		"/capabilities/structured_outputs", "/capabilities/supports/structured_outputs",
		"/model_spec/capabilities/supportsResponseSchema",
	}
	reasoningFlags = []string{
		"/capabilities/reasoning", "/capabilities/thinking", "/thinking", "/supports_reasoning",
		"/model_spec/capabilities/supportsReasoning", "/reasoning/mandatory",
	}
	visionFlags = []string{"/capabilities/vision", "/capabilities/image_input", "/model_spec/capabilities/supportsVision"}
	chatFlags   = []string{"/capabilities/completion_chat"}

	// Lists of words for what a model, or its endpoint, can do.
	wordLists = []string{
		"/supported_parameters", "/capabilities", "/supported_features", "/features", "/supportedGenerationMethods",
		"/supported_generation_methods",
	}
)

// modelInfo reads one model of a list. A string is its id.
func modelInfo(d jsondoc.Doc, n *jsondoc.Node) ModelInfo {
	if id := str(d, n); id != "" {
		return ModelInfo{ID: id, Raw: d.Raw(n)}
	}
	if !isObject(n) {
		return ModelInfo{}
	}
	m := ModelInfo{
		ID: first(d, n, modelIDs), Name: first(d, n, modelNames), Owner: first(d, n, modelOwners),
		Context: number(d, n, modelContext), Output: number(d, n, modelOutput),
		Gone: first(d, n, modelGone), Raw: d.Raw(n),
		Tools: flagged(d, n, toolFlags), Parallel: flagged(d, n, parallelFlags), Strict: flagged(d, n, strictFlags),
		Reasoning: flagged(d, n, reasoningFlags), Vision: flagged(d, n, visionFlags), Chat: flagged(d, n, chatFlags),
	}
	if m.Name == m.ID {
		m.Name = ""
	}
	if m.Gone == "" && d.Raw(n.Get("deprecated")) == "true" {
		m.Gone = "deprecated"
	}
	if d.Raw(pointed(n, "/reasoning/mandatory")) == "false" {
		m.Reasoning = AbilityYes // it can be switched off: there is some
	}
	m.capabilities(d, n)
	m.kind(d, n)
	return m
}

// capabilities reads what stands in lists of words. Only OpenRouter's says by
// what it leaves out that a model can't do it: llama.cpp names no tools in its
// own, and has them.
func (m *ModelInfo) capabilities(d jsondoc.Doc, n *jsondoc.Node) {
	for _, pointer := range wordLists {
		list := pointed(n, pointer)
		if list == nil || list.Kind != jsondoc.Array || len(list.Elements) == 0 {
			continue
		}
		words := " "
		for _, word := range list.Elements {
			words += str(d, word) + " "
		}
		if strings.HasSuffix(pointer, "ethods") {
			m.set(&m.Chat, strings.Contains(words, " generateContent "))
			continue
		}
		whole := pointer == "/supported_parameters"
		m.learn(&m.Tools, whole, hasWord(words, "tools", "tool_calls", "function_calling", "function-calling", "tool_use"))
		m.learn(&m.Reasoning, whole, hasWord(words, "reasoning", "thinking", "include_reasoning"))
		m.learn(&m.Strict, whole, hasWord(words, "structured_outputs", "json_schema"))
		m.learn(&m.Parallel, false, hasWord(words, "parallel_tool_calls"))
		m.learn(&m.Vision, false, hasWord(words, "vision"))
		if hasWord(words, "embedding", "embeddings") && !hasWord(words, "completion", "chat") {
			m.set(&m.Chat, false)
		}
	}
	for _, pointer := range []string{"/architecture/input_modalities", "/input_modalities"} {
		if list := elements(pointed(n, pointer)); len(list) > 0 {
			m.set(&m.Vision, strings.Contains(d.Raw(pointed(n, pointer)), `"image"`))
		}
	}
}

// kind reads what a model makes, where its list says that.
func (m *ModelInfo) kind(d jsondoc.Doc, n *jsondoc.Node) {
	for _, pointer := range []string{"/architecture/output_modalities", "/output_modalities"} {
		if list := elements(pointed(n, pointer)); len(list) > 0 {
			m.set(&m.Chat, strings.Contains(d.Raw(pointed(n, pointer)), `"text"`))
		}
	}
	if list := elements(n.Get("supported_endpoint_types")); len(list) > 0 { // new-api
		words := d.Raw(n.Get("supported_endpoint_types"))
		if !strings.Contains(words, `"openai`) && !strings.Contains(words, `"anthropic"`) && !strings.Contains(words, `"gemini"`) {
			m.set(&m.Chat, false)
		}
	}
	switch first(d, n, []string{"/type"}) {
	case "chat", "llm", "vlm", "text", "language":
		m.set(&m.Chat, true)
	case "image", "embedding", "embeddings", "moderation", "rerank", "audio", "tts", "asr", "video", "upscale", "transcribe":
		m.set(&m.Chat, false)
	}
}

// learn sets an ability that is there, and one that is not only where the list
// is a whole one.
func (m *ModelInfo) learn(a *Ability, whole, yes bool) {
	if whole || yes {
		m.set(a, yes)
	}
}

// set fills an ability in that is not known yet.
func (m *ModelInfo) set(a *Ability, yes bool) {
	if *a == AbilityUnknown {
		*a = ability(yes)
	}
}

func ability(yes bool) Ability {
	if yes {
		return AbilityYes
	}
	return AbilityNo
}

func hasWord(words string, any ...string) bool {
	for _, word := range any {
		if strings.Contains(words, " "+word+" ") {
			return true
		}
	}
	return false
}

// pointed is the value at a pointer of plain names below a value.
func pointed(n *jsondoc.Node, pointer string) *jsondoc.Node {
	for n != nil && pointer != "" {
		var name string
		name, pointer, _ = strings.Cut(pointer[1:], "/")
		if pointer != "" {
			pointer = "/" + pointer
		}
		n = n.Get(name)
	}
	return n
}

// first is the first string or number at any of the pointers.
func first(d jsondoc.Doc, n *jsondoc.Node, pointers []string) string {
	for _, pointer := range pointers {
		if text := scalar(d, pointed(n, pointer)); text != "" {
			return text
		}
	}
	return ""
}

func number(d jsondoc.Doc, n *jsondoc.Node, pointers []string) int64 {
	for _, pointer := range pointers {
		if i, err := strconv.ParseInt(scalar(d, pointed(n, pointer)), 10, 64); err == nil && i > 0 {
			return i
		}
	}
	return 0
}

func flagged(d jsondoc.Doc, n *jsondoc.Node, pointers []string) Ability {
	for _, pointer := range pointers {
		at := pointed(n, pointer)
		if inner := at.Get("supported"); inner != nil {
			at = inner
		}
		switch d.Raw(at) {
		case "true":
			return AbilityYes
		case "false":
			return AbilityNo
		}
	}
	return AbilityUnknown
}
