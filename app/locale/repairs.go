package locale

// Repairs are the sentences of the tolerances that were needed to read an
// answer, by rule of package chat.
type Repairs struct{ Sentences map[string]string }

// Sentence is that of a rule. A rule that nobody wrote a sentence for shows
// itself.
func (r Repairs) Sentence(rule string) string {
	if text, ok := r.Sentences[rule]; ok {
		return text
	}
	return rule
}

var repairsEN = Repairs{words(
	"call-index-missing", "A tool call came without an index. Its id, its name and the order told it from the others.",
	"call-index-reused", "Two tool calls came under one index. Their ids or names told them apart.",
	"call-id-missing", "A tool call has no id. The page made one up, to pair it with its result.",
	"call-id-not-string", "The id of a tool call is not a string. It goes back as one.",
	"call-id-repeated", "Two tool calls have the same id. Results are paired by their order.",
	"call-name-changed", "A later piece gave a tool call another name. The first one holds.",
	"call-other-dialect", "The answer speaks another dialect than the request: function_call for tools, or tool_calls for functions.",
	"arguments-missing", "A tool call has no arguments. None were made up.",
	"arguments-not-string", "The arguments came as a JSON value and not as a string. Its text was kept.",
	"arguments-in-parameters", "The arguments stood under the name parameters.",
	"message-for-delta", "The stream repeats the whole message instead of its new part. The last one holds.",
	"event-undecodable", "The data of an event is not a JSON object. It was skipped.",
	"event-comment", "A comment was sent as data. It was skipped.",
	"event-lines-split", "Several objects came as one event. Each of its lines was read alone.",
	"event-lines-joined", "Lines of an event lacked their “data:”. They were read as if they had it.",
	"event-after-done", "Data came after [DONE]. It was not read.",
	"content-type-disagrees", "The content type says something else than the body is. The body decided.",
)}

var repairsZH = Repairs{words(
	"call-index-missing", "有一个工具调用没有 index。靠它的 id、名称和顺序与其他调用区分。",
	"call-index-reused", "两个工具调用用了同一个 index。靠它们的 id 或名称区分。",
	"call-id-missing", "有一个工具调用没有 id。页面为它编了一个，用来与结果配对。",
	"call-id-not-string", "工具调用的 id 不是字符串。送回时会写成字符串。",
	"call-id-repeated", "两个工具调用的 id 相同。结果按顺序配对。",
	"call-name-changed", "后到的片段给工具调用换了名称。以第一个为准。",
	"call-other-dialect", "响应与请求的方言不同：对 tools 回了 function_call，或对 functions 回了 tool_calls。",
	"arguments-missing", "有一个工具调用没有参数。页面没有替它编造。",
	"arguments-not-string", "参数是一个 JSON 值，而不是字符串。保留了它的原文。",
	"arguments-in-parameters", "参数写在了 parameters 这个名称下。",
	"message-for-delta", "数据流每次重复整条消息，而不是新增的部分。以最后一条为准。",
	"event-undecodable", "有一个事件的数据不是 JSON 对象，已跳过。",
	"event-comment", "有一条注释被当作数据发送，已跳过。",
	"event-lines-split", "几个对象挤在一个事件里。逐行分别读取。",
	"event-lines-joined", "事件中有几行缺少“data:”。按有它的样子读取。",
	"event-after-done", "在 [DONE] 之后又来了数据，没有读取。",
	"content-type-disagrees", "内容类型与正文不一致。以正文为准。",
)}
