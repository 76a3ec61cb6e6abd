package locale

import "toolyard/app/chat"

// Repairs are the sentences of the tolerances that were needed to read an
// answer, by rule.
type Repairs struct{ Sentences map[string]string }

// Sentence is that of a rule. A rule that nobody wrote a sentence for shows
// itself.
func (r Repairs) Sentence(rule string) string {
	if text, ok := r.Sentences[rule]; ok {
		return text
	}
	return rule
}

var repairsEN = Repairs{map[string]string{
	chat.RuleCallIndexMissing:     "A tool call came without an index. Its id, its name and the order told it from the others.",
	chat.RuleCallIndexReused:      "Two tool calls came under one index. Their ids or names told them apart.",
	chat.RuleCallIDMissing:        "A tool call has no id. The page made one up, to pair it with its result.",
	chat.RuleCallIDNotString:      "The id of a tool call is not a string. It goes back as one.",
	chat.RuleCallIDRepeated:       "Two tool calls have the same id. Results are paired by their order.",
	chat.RuleCallNameChanged:      "A later piece gave a tool call another name. The first one holds.",
	chat.RuleCallOtherDialect:     "The answer speaks another dialect than the request: function_call for tools, or tool_calls for functions.",
	chat.RuleArgumentsMissing:     "A tool call has no arguments. None were made up.",
	chat.RuleArgumentsNotString:   "The arguments came as a JSON value and not as a string. Its text was kept.",
	chat.RuleArgumentsParameters:  "The arguments stood under the name parameters.",
	chat.RuleMessageForDelta:      "The stream repeats the whole message instead of its new part. The last one holds.",
	chat.RuleEventUndecodable:     "The data of an event is not a JSON object. It was skipped.",
	chat.RuleEventComment:         "A comment was sent as data. It was skipped.",
	chat.RuleEventLinesSplit:      "Several objects came as one event. Each of its lines was read alone.",
	chat.RuleEventLinesJoined:     "Lines of an event lacked their “data:”. They were read as if they had it.",
	chat.RuleEventAfterDone:       "Data came after [DONE]. It was not read.",
	chat.RuleContentTypeDisagrees: "The content type says something else than the body is. The body decided.",
}}

var repairsZH = Repairs{map[string]string{
	chat.RuleCallIndexMissing:     "有一个工具调用没有 index。靠它的 id、名称和顺序与其他调用区分。",
	chat.RuleCallIndexReused:      "两个工具调用用了同一个 index。靠它们的 id 或名称区分。",
	chat.RuleCallIDMissing:        "有一个工具调用没有 id。页面为它编了一个，用来与结果配对。",
	chat.RuleCallIDNotString:      "工具调用的 id 不是字符串。送回时会写成字符串。",
	chat.RuleCallIDRepeated:       "两个工具调用的 id 相同。结果按顺序配对。",
	chat.RuleCallNameChanged:      "后到的片段给工具调用换了名称。以第一个为准。",
	chat.RuleCallOtherDialect:     "响应与请求的方言不同：对 tools 回了 function_call，或对 functions 回了 tool_calls。",
	chat.RuleArgumentsMissing:     "有一个工具调用没有参数。页面没有替它编造。",
	chat.RuleArgumentsNotString:   "参数是一个 JSON 值，而不是字符串。保留了它的原文。",
	chat.RuleArgumentsParameters:  "参数写在了 parameters 这个名称下。",
	chat.RuleMessageForDelta:      "数据流每次重复整条消息，而不是新增的部分。以最后一条为准。",
	chat.RuleEventUndecodable:     "有一个事件的数据不是 JSON 对象，已跳过。",
	chat.RuleEventComment:         "有一条注释被当作数据发送，已跳过。",
	chat.RuleEventLinesSplit:      "几个对象挤在一个事件里。逐行分别读取。",
	chat.RuleEventLinesJoined:     "事件中有几行缺少“data:”。按有它的样子读取。",
	chat.RuleEventAfterDone:       "在 [DONE] 之后又来了数据，没有读取。",
	chat.RuleContentTypeDisagrees: "内容类型与正文不一致。以正文为准。",
}}
