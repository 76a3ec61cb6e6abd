package provider

import "strings"

// remedy is what to do about one sort of error: one row of a table.
type remedy struct {
	id      string
	kind    Kind   // "" any
	words   string // of which one stands in what the error says, between bars; "" none is needed
	actions string // in their order, an argument after a colon; "_" is a space in a command
}

// remedies are tried in order; the first that fits holds. Kinds come last: they
// fit where nothing finer does. Where a sentence comes from stands beside it:
// recorded, in source code, documented, or reported, until 2026-11.
var remedies = []remedy{
	// A server that was started without what tools need.
	{"server-jinja", "", "--jinja", "copy-command:llama-server_--jinja retry"}, // llama.cpp, recorded
	{"server-tool-flags", "", "--enable-auto-tool-choice", // vLLM, reported
		"copy-command:--enable-auto-tool-choice_--tool-call-parser retry"},

	// The request. These sentences are particular enough to hold under any kind.
	{"call-refused", "", "tool_use_failed|failed_generation", "retry change:choice-auto open-field:schema-json"}, // Groq, recorded
	{"reasoning-tools", "", "function tools with reasoning_effort", // OpenAI, reported nine times
		"change:reasoning-none pick-model open-field:extra-body"},
	{"choice-forced", "", "being set to required or object in thinking mode", // Alibaba, reported
		"change:choice-auto change:thinking-off open-field:tool-choice"},
	{"choice-forced", "", "does not support this tool_choice|incompatible with thinking enabled", // DeepSeek, recorded; Kimi, reported (oh-my-pi#1077)
		"change:choice-auto change:thinking-disabled open-field:tool-choice"},
	{"choice-forced", "", "tool choice must be auto|forces tool use", // Z.ai, reported (hindsight#4246); Claude 5.5, documented
		"change:choice-auto open-field:tool-choice"},
	{"reasoning-missing", "", "must be passed back|reasoning_content is missing", // DeepSeek and Moonshot, reported
		"change:echo-always new-conversation"},
	{"reasoning-refused", "", "reasoning_content' is unsupported|.reasoning_content'|.reasoning'|property 'reasoning", // Groq, Cerebras, reported
		"change:echo-never new-conversation"},
	{"results-missing", "", "must be followed by tool messages|insufficient tool messages|must be a response to a preceding message", // OpenAI, documented
		"edit-message new-conversation"},
	{"schema", "", "invalid_function_parameters|invalid schema for function|not supported by xgrammar|schema is too complex|" +
		"additionalproperties|input_schema|grammar compilation", // OpenAI, documented; vLLM, in source; Anthropic, recorded
		"open-field:schema-json change:strict-off"},
	{"tool-name", KindRequest, "function.name|functions[0].name|tools.0.name|function name", "open-field:tool-name"}, // OpenAI, documented
	{"tokens-name", KindRequest, "use 'max_completion_tokens'", "change:tokens-renamed change:leave-out"},            // OpenAI, recorded
	{"tokens-name", KindRequest, "'max_completion_tokens'|max_completion_tokens:|supplied: max_completion_tokens", // older servers
		"change:tokens-renamed-back change:leave-out"},
	{"stream-refused", KindRequest, "to stream this model|stream is not supported|streaming is not supported", "change:stream-off"}, // OpenAI, reported
	{"dialect", KindRequest, "supplied: functions|supplied: function_call|'functions'|functions is deprecated", "change:dialect-tools open-field:dialect"},
	{"dialect", KindRequest, "supplied: tools|unknown parameter: 'tools'|unsupported parameter: 'tools'", "change:dialect-functions open-field:dialect"},
	{"setting-unknown", KindRequest, "unknown parameter|unknown_parameter|unrecognized request argument|unrecognized_|unsupported parameter|" +
		"unsupported_parameter|extra inputs are not permitted|extra_forbidden|unexpected keyword|is unsupported", // OpenAI, recorded; FastAPI
		"change:leave-out open-field"},
	{"setting-value", KindRequest, "unsupported value|unsupported_value|only the default|only 1 is allowed|is deprecated for|" +
		"may only be set to 1|not supported with this model|does not support|is not supported|cannot be used|不支持", // OpenAI, Kimi, reported
		"change:leave-out open-field"},
	{"choice-forced", KindRequest, "tool_choice|tool choice|function_call", "change:choice-auto open-field:tool-choice"},
	{"characters", KindRequest, "非法字符", "edit-message"}, // 冰橙 400, documented
	{"setting", KindRequest, "", "open-field"},

	// The key.
	{"key-missing", KindKey, "", "edit-key change:auth-style"},
	{"key-header", KindKey, "missing authentication header|missing authorization|invalid authorization header|" +
		"provide an api key|subscription key|未提供令牌", "edit-key change:auth-style"}, // OpenRouter, Azure, recorded; Gemini, reported
	{"key-expired", KindKey, "令牌已过期|expired", "edit-key"}, // one-api, in source
	{"key-disabled", KindKey, "状态不可用|disabled|deactivated|revoked", "edit-key ask-operator"},
	{"key-site", KindKey, "", "edit-key change:other-site"},
	{"key-bad-request", KindKey, "", "edit-key"}, // Gemini and xAI, recorded

	// Credit.
	{"quota-token", KindQuota, "令牌额度|令牌已用尽|额度已用尽|pre_consume_token_quota_failed|token quota", "edit-key top-up"}, // one-api, in source
	{"quota-debt", KindQuota, "overdue|欠费|arrearage", "top-up edit-key"},                                         // Volcengine, reported
	{"quota-not-rate", KindQuota, "", "top-up edit-key"},                                                         // OpenAI, recorded; Zhipu 1113, reported

	// The rate.
	{"rate-upstream", KindRate, "rate-limited upstream|上游", "wait retry pick-model"}, // OpenRouter, recorded

	// The model.
	{"model-pull", KindModel, "try pulling it", "copy-command:ollama_pull_{model} pick-model"}, // Ollama, recorded
	{"model-pull", KindModel, "", "copy-command:ollama_pull_{model} pick-model"},
	{"model-no-tools", KindModel, "support tools|support tool use|support function", "pick-model"},                           // Ollama, OpenRouter, reported
	{"model-group", KindModel, "无可用渠道|no available channel|无权使用模型|无权访问", "pick-model ask-operator"},                          // one-api, in source
	{"model-deployment", KindModel, "deploymentnotfound|deployment", "pick-model edit-address"},                              // Azure, recorded
	{"account-banned", KindPermission, "封禁|banned|suspended", "ask-operator"},                                                // one-api, in source
	{"address-barred", KindPermission, "网段|ip 不在|白名单|whitelist|allowlist|ip address", "ask-operator edit-key"},               // one-api, in source
	{"key-group", KindPermission, "分组", "edit-key ask-operator"},                                                             // new-api, in source
	{"country", KindPermission, "unsupported_country|not supported in your|user location", "edit-address"},                   // OpenAI, documented
	{"context-server", KindContext, "", "new-conversation edit-message"},                                                     // llama.cpp, recorded
	{"endpoint-page", KindEndpoint, "", "change:address-v1 edit-address open-doctor"},                                        // a proxy's, or a site's page
	{"cors-organization", KindCORS, "organization", "open-doctor edit-address"},                                              // Anthropic, reported
	{"relay-key", KindRelay, "channel:no_available_key|channel:invalid_key", "pick-model ask-operator retry"},                // new-api, in source
	{"relay-upstream", KindRelay, "上游地址|do_request_failed|bad_response|empty_response", "retry pick-model ask-operator"},     // new-api, in source
	{"overloaded", KindProvider, "overloaded|繁忙|过载|service unavailable|engine_overloaded|too busy", "wait retry pick-model"}, // Anthropic, documented

	{"key", KindKey, "", "edit-key"},
	{"quota", KindQuota, "", "top-up edit-key"},
	{"rate", KindRate, "", "wait retry"},
	{"model", KindModel, "", "pick-model edit-key"},
	{"request", KindRequest, "", "open-field"},
	{"content", KindContent, "", "edit-message new-conversation"},
	{"context", KindContext, "", "new-conversation edit-message pick-model"},
	{"endpoint", KindEndpoint, "", "change:address-v1 edit-address open-doctor"},
	{"cors", KindCORS, "", "open-doctor edit-address"},
	{"network", KindNetwork, "", "open-doctor edit-address retry"},
	{"permission", KindPermission, "", "edit-key pick-model ask-operator"},
	{"relay", KindRelay, "", "retry pick-model ask-operator"},
	{"provider", KindProvider, "", "retry pick-model"},
	{"stream", KindStream, "", "retry change:stream-off"},
	{"empty", KindEmpty, "", "retry change:stream-off pick-model"},
	{"workshop", KindWorkshop, "", "retry"},
}

// AdviceIDs lists every advice: the kinds, and what is finer. The page has
// sentences for each.
func AdviceIDs() []string {
	var ids []string
next:
	for _, r := range remedies {
		for _, id := range ids {
			if id == r.id {
				continue next
			}
		}
		ids = append(ids, r.id)
	}
	return ids
}

// row is the first remedy that fits.
func (a *advisor) row() remedy {
	for _, r := range remedies {
		if (r.kind == "" || r.kind == a.e.Kind) && anyOf(a.said, r.words) && a.fits(r) {
			return r
		}
	}
	return remedy{id: string(KindProvider)}
}

// fits reports what the words of a row can't: whether it is about this request.
func (a *advisor) fits(r remedy) bool {
	c := a.c
	switch r.id {
	case "choice-forced":
		return c.forces()
	case "dialect":
		return strings.Contains(r.actions, "dialect-tools") == (c.Endpoint.Dialect == ChatFunctions.Name())
	case "setting-unknown", "setting-value", "setting":
		return c.fieldOf(a.refused()) != ""
	case "key-missing":
		return c.Key == "" || c.Endpoint.Auth == AuthNone
	case "key-site":
		return a.preset.Has(QuirkKeysPerSite)
	case "key-bad-request":
		return a.e.Status == 400
	case "quota-not-rate":
		return a.e.Status == 429
	case "model-pull":
		return r.words != "" || a.preset.ID == ollama && strings.Contains(a.said, "not found")
	case "context-server":
		return a.preset.Group == GroupLocal || strings.Contains(a.said, "exceed_context_size")
	case "endpoint-page":
		return a.e.Family == "html"
	}
	return true
}

// anyOf reports whether any of the words between bars stands in a text; true
// where there are none.
func anyOf(text, words string) bool {
	for word := range strings.SplitSeq(words, "|") {
		if strings.Contains(text, word) {
			return true
		}
	}
	return false
}
