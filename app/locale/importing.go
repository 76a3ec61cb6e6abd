package locale

import (
	"strconv"
	"strings"
)

// Import are the words of what a person already has: the dialog that takes a
// text, what was found in it, and the box that invites to it.
type Import struct {
	Open              string
	Head, Invitation  string // of the box
	Paste, Empty      string // its buttons
	Title, Text, Lead string // of the dialog, its field, and what may be pasted there
	Repair            func(places int) string
	Kinds             map[string]string // what the text is, by kind of package importer
	Shapes            map[string]string // how a tool was written, by shape
	Shape             func(name string) string
	Tools             func(n int) string // how many were found
	Also              string             // what stands before the parts
	Parts             map[string]string  // what else was found, by name
	PartEnd           string             // between two parts
	Messages          func(n int) string
	Add               func(n int) string
	Take              func(request bool) string // a request, or a playground
	TakeHint          string
	Rules             map[string]func(detail string) string // notes and rejects, by rule of package importer
}

// Imported is the sentence of a note or a reject of package importer. Its rules
// are that package's own, chat's where a message was mended, and jsondoc's.
func (t Text) Imported(rule, detail string) string {
	if say, ok := t.Import.Rules[rule]; ok {
		return say(detail)
	}
	if text, ok := t.Problems.JSON[rule]; ok {
		return text
	}
	return t.Repairs.Sentence(rule)
}

// lastPair is pair for a detail whose first part may hold spaces.
func lastPair(sentence string) func(string) string {
	return func(detail string) string {
		cut := max(strings.LastIndex(detail, " "), 0)
		return strings.Replace(strings.Replace(sentence, "%s", detail[:cut], 1), "%s", strings.TrimSpace(detail[cut:]), 1)
	}
}

// oneOf is the sentence for a detail that is one of a few, or else the last one
// with the detail in it.
func oneOf(sentences map[string]string, other string) func(string) string {
	return func(detail string) string {
		if text, ok := sentences[detail]; ok {
			return text
		}
		return fill(other, detail)
	}
}

var importEN = Import{
	Open:       "Import",
	Head:       "Or start from what you have",
	Invitation: "Paste tools, a whole request, a schema, a JSON sample or an MCP tools list. It is recognised by its content and previewed first.",
	Paste:      "Paste",
	Empty:      "Empty tool",
	Title:      "Start from what you have",
	Text:       "Text to import",
	Lead:       "Tools of OpenAI, Anthropic, Gemini or MCP, a request body, a Toolyard file or link, a JSON Schema, or JSON data to infer one from. Nothing is added until you say so.",
	Repair:     func(n int) string { return "Repair the JSON in " + plural(n, "place", "places") },
	Kinds: words(
		"link", "A link to a playground",
		"playground", "A Toolyard file",
		"bundle", "Toolyard file of many playgrounds",
		"request-chat", "A chat completions request",
		"request-responses", "An OpenAI Responses request",
		"request-anthropic", "An Anthropic Messages request",
		"request-gemini", "A Gemini request",
		"tools", "Tools",
		"schema", "A JSON Schema: the parameters of one tool",
		"sample", "JSON data: a schema is inferred from it",
	),
	Shapes: words(
		"chat", "OpenAI chat", "responses", "OpenAI Responses", "functions", "legacy functions",
		"anthropic", "Anthropic", "gemini", "Gemini", "mcp", "MCP",
	),
	Shape: func(name string) string { return "written for " + name },
	Tools: func(n int) string { return counted(n, "tool") },
	Also:  "Besides its tools it holds: ",
	Parts: words(
		"title", "title", "endpoint", "endpoint", "model", "model", "system", "system prompt", "prompt", "next message",
		"message", "message", "stream", "stream", "temperature", "temperature", "max_tokens", "max_tokens",
		"tool_choice", "tool_choice", "parallel_tool_calls", "parallel_tool_calls", "extra", "further member",
	),
	PartEnd:  ", ",
	Messages: func(n int) string { return counted(n, "message") },
	Add: func(n int) string {
		if n == 0 {
			return "Add tools"
		}
		return "Add " + plural(n, "tool", "tools")
	},
	Take: func(request bool) string {
		if request {
			return "Take the whole request"
		}
		return "Take the whole playground"
	},
	TakeHint: "Taken whole, it replaces your playground; undo brings yours back. Unless it names an endpoint, yours stays, with its key.",
	Rules: map[string]func(string) string{
		"bom-left-out":        said("The invisible byte order mark before the text was left out."),
		"fence":               said("The JSON was taken out of a Markdown code fence."),
		"fence-left-out":      oneOf(words("", "A code fence holds no JSON and was left out."), "A code fence (%s) holds no JSON and was left out."),
		"prose-left-out":      said("The words around the JSON were left out."),
		"list-unbracketed":    said("Values with commas between them, but without brackets, were read as a list."),
		"values-joined":       about("%s JSON values were read as one list."),
		"member-left-out":     about("%s stands beside the tools and was left out."),
		"more-pages":          said("The tools list goes on: this is one page of it (nextCursor). Paste the others as well."),
		"dialect-converted":   said("The request was converted to chat completions, which this page speaks."),
		"name-made-up":        about("Nothing names the tool. It is called %s."),
		"member-repeated":     about("%s stands twice in one object. The last one counts."),
		"setting-renamed":     pair("%s is called %s here."),
		"setting-left-out":    about("%s has no counterpart here and was left out."),
		"secret-left-out":     about("%s holds a key and was left out: links and files must not carry it."),
		"role-changed":        about("The role %s became system."),
		"content-flattened":   said("A content in parts, or that was no text, became one text."),
		"part-left-out":       about("A part of a message, %s, is no text and was left out."),
		"message-member":      about("The member %s of a message was left out."),
		"messages-merged":     said("Two assistant messages in a row became one."),
		"result-unpaired":     oneOf(words("", "A tool result answers no call before it."), "The tool result %s answers no call before it."),
		"calls-unanswered":    said("The conversation goes on although tool calls have no result. Most providers refuse that."),
		"arguments-rewrapped": about("The arguments of a call of %s were a JSON value and became text."),

		"tool-member-left-out": about("%s has no counterpart in a tool here and was left out."),
		"tool-type-added":      said("The tool lacked its \"type\": \"function\". It was read as if it had it."),
		"parameters-in-string": said("The schema stood in a string. It was read as JSON."),
		"description-not-text": said("The description is no text and was left out."),
		"types-lowered":        about("Types in capitals were written small, as JSON Schema has them (%s in all)."),
		"name-from-title":      about("The tool is named after the title of its schema, %s."),
		"description-copied":   said("The description of the schema became the tool's, too."),
		"enum-guessed":         about("%s had few different values. They became its allowed values: check them."),
		"format-guessed":       lastPair("All values of %s looked alike. Their format is taken to be %s."),
		"type-unguessed":       about("%s was never anything but null. Its schema allows everything."),
		"items-unguessed":      about("%s was always an empty array. Its elements may be anything."),

		"nothing-found": said("Nothing here can be imported."),
		"form-unsupported": oneOf(words(
			"openapi", "This is an OpenAPI file, which is not read yet.",
			"tool-call", "This is a tool call. Paste the tool itself, or the arguments alone to infer a schema.",
			"response", "This is an answer of a model. Paste the request, which names the tools.",
		), "This is %s, which is not read."),
		"tool-unreadable":       about("An element of the list is no tool but of type %s. It is not imported."),
		"tool-built-in":         about("%s is a tool that its provider runs. It is not imported."),
		"tool-custom":           about("%s takes free text instead of arguments. It is not imported."),
		"tool-name-not-text":    said("The name of a tool is no text. The tool is not imported."),
		"parameters-not-object": oneOf(words("", "The parameters of a tool are no JSON object. It is not imported."), "The parameters of %s are no JSON object. It is not imported."),
		"not-a-list":            about("%s is no array and was not read."),
		"message-unreadable":    oneOf(words("", "A message has no role and was not read."), "A message of the role %s was not read."),
		"second-request":        said("One request or playground at a time: this one was not read."),
		"sample-not-object":     about("Arguments are an object, and this sample is of type %s. It was not read."),
		"sample-too-deep":       said("The schema of this sample would nest deeper than 512 levels."),

		"link-foreign":   said("This is not a Toolyard file or link."),
		"link-newer":     said("A newer Toolyard made this. Reload the page to get it, then paste again."),
		"link-cut":       said("This link is cut short: its end is missing."),
		"link-damaged":   said("This link was changed on its way. Ask for it again."),
		"link-too-large": said("This holds more than a playground may."),
		"link-corrupt":   oneOf(words("", "This holds something that no playground has."), "This holds something that no playground has: %s."),
	},
}

var importZH = Import{
	Open:       "导入",
	Head:       "或者从已有的内容开始",
	Invitation: "粘贴工具、整个请求、JSON Schema、JSON 样例或 MCP 工具列表。页面按内容识别，先预览再添加。",
	Paste:      "粘贴",
	Empty:      "空工具",
	Title:      "从已有的内容开始",
	Text:       "要导入的文本",
	Lead:       "OpenAI、Anthropic、Gemini 或 MCP 的工具，请求体，Toolyard 文件或链接，JSON Schema，或用来推断结构的 JSON 数据。你确认之前不会添加任何内容。",
	Repair:     func(n int) string { return "修复 JSON 中的 " + strconv.Itoa(n) + " 处" },
	Kinds: words(
		"link", "试验场链接",
		"playground", "Toolyard 文件",
		"bundle", "含多个试验场的 Toolyard 文件",
		"request-chat", "chat completions 请求",
		"request-responses", "OpenAI Responses 请求",
		"request-anthropic", "Anthropic Messages 请求",
		"request-gemini", "Gemini 请求",
		"tools", "工具",
		"schema", "JSON Schema：一个工具的参数",
		"sample", "JSON 数据：由它推断结构",
	),
	Shapes: words(
		"chat", "OpenAI chat", "responses", "OpenAI Responses", "functions", "旧式 functions",
		"anthropic", "Anthropic", "gemini", "Gemini", "mcp", "MCP",
	),
	Shape: func(name string) string { return "写法：" + name },
	Tools: func(n int) string { return strconv.Itoa(n) + " 个工具" },
	Also:  "除工具外还有：",
	Parts: words(
		"title", "标题", "endpoint", "端点", "model", "模型", "system", "系统提示", "prompt", "下一条消息",
		"message", "消息", "stream", "stream", "temperature", "temperature", "max_tokens", "max_tokens",
		"tool_choice", "tool_choice", "parallel_tool_calls", "parallel_tool_calls", "extra", "其他成员",
	),
	PartEnd:  "、",
	Messages: func(n int) string { return strconv.Itoa(n) + " 条消息" },
	Add: func(n int) string {
		if n == 0 {
			return "添加工具"
		}
		return "添加 " + strconv.Itoa(n) + " 个工具"
	},
	Take: func(request bool) string {
		if request {
			return "采用整个请求"
		}
		return "采用整个试验场"
	},
	TakeHint: "采用后会取代你的试验场，撤销可以恢复。若其中没有端点，你的端点和密钥保持不变。",
	Rules: map[string]func(string) string{
		"bom-left-out":        said("文本前看不见的字节顺序标记已略去。"),
		"fence":               said("JSON 取自 Markdown 代码块。"),
		"fence-left-out":      oneOf(words("", "有一个代码块里没有 JSON，已略去。"), "有一个代码块（%s）里没有 JSON，已略去。"),
		"prose-left-out":      said("JSON 周围的文字已略去。"),
		"list-unbracketed":    said("几个值之间有逗号，但外面没有方括号，按列表读取。"),
		"values-joined":       about("%s 个 JSON 值合为一个列表读取。"),
		"member-left-out":     about("工具旁边的 %s 已略去。"),
		"more-pages":          said("工具列表还有后续：这只是其中一页（nextCursor）。请把其他页也粘贴进来。"),
		"dialect-converted":   said("请求已转换为本页使用的 chat completions。"),
		"name-made-up":        about("工具没有名称，暂称为 %s。"),
		"member-repeated":     about("%s 在一个对象里出现了两次，以最后一个为准。"),
		"setting-renamed":     pair("%s 在这里叫作 %s。"),
		"setting-left-out":    about("%s 在这里没有对应的设置，已略去。"),
		"secret-left-out":     about("%s 含有密钥，已略去：链接和文件不能带上它。"),
		"role-changed":        about("角色 %s 改成了 system。"),
		"content-flattened":   said("分段的或不是文本的内容合成了一段文本。"),
		"part-left-out":       about("消息中的 %s 部分不是文本，已略去。"),
		"message-member":      about("消息的成员 %s 已略去。"),
		"messages-merged":     said("连续两条 assistant 消息合成了一条。"),
		"result-unpaired":     oneOf(words("", "有一个工具结果找不到对应的调用。"), "工具结果 %s 找不到对应的调用。"),
		"calls-unanswered":    said("有工具调用还没有结果，对话却继续了。多数提供方会拒绝。"),
		"arguments-rewrapped": about("对 %s 的一次调用，参数原是 JSON 值，已改成文本。"),

		"tool-member-left-out": about("%s 在这里的工具中没有对应，已略去。"),
		"tool-type-added":      said("工具缺少 type: function，按有它的样子读取。"),
		"parameters-in-string": said("参数结构原写在字符串里，已按 JSON 读取。"),
		"description-not-text": said("描述不是文本，已略去。"),
		"types-lowered":        about("大写的类型已按 JSON Schema 改成小写（共 %s 处）。"),
		"name-from-title":      about("工具以结构的标题 %s 命名。"),
		"description-copied":   said("结构的描述也用作工具的描述。"),
		"enum-guessed":         about("%s 只有几种不同的值，已作为可选值，请核对。"),
		"format-guessed":       lastPair("%s 的值都是同一种样子，格式推断为 %s。"),
		"type-unguessed":       about("%s 一直是 null，因此它的结构允许任何值。"),
		"items-unguessed":      about("%s 一直是空数组，因此它的元素可以是任何值。"),

		"nothing-found": said("这里没有可以导入的内容。"),
		"form-unsupported": oneOf(words(
			"openapi", "这是 OpenAPI 文件，目前还不能读取。",
			"tool-call", "这是一次工具调用。请粘贴工具本身，或只粘贴参数来推断结构。",
			"response", "这是模型的响应。请粘贴写有工具的请求。",
		), "这是 %s，不能读取。"),
		"tool-unreadable":       about("列表中有一个元素不是工具，而是 %s 类型，不会导入。"),
		"tool-built-in":         about("%s 由提供方自己运行，不会导入。"),
		"tool-custom":           about("%s 接受的是任意文本而不是参数，不会导入。"),
		"tool-name-not-text":    said("有一个工具的名称不是文本，不会导入。"),
		"parameters-not-object": oneOf(words("", "有一个工具的参数不是 JSON 对象，不会导入。"), "%s 的参数不是 JSON 对象，不会导入。"),
		"not-a-list":            about("%s 不是数组，没有读取。"),
		"message-unreadable":    oneOf(words("", "有一条消息没有角色，没有读取。"), "角色为 %s 的消息没有读取。"),
		"second-request":        said("一次只能读取一个请求或试验场，这一个没有读取。"),
		"sample-not-object":     about("参数是对象，而这个样例是 %s 类型，没有读取。"),
		"sample-too-deep":       said("这个样例的结构嵌套会超过 512 层。"),

		"link-foreign":   said("这不是 Toolyard 的文件或链接。"),
		"link-newer":     said("这由更新版本的 Toolyard 生成。请刷新页面取得新版，再粘贴一次。"),
		"link-cut":       said("这个链接被截短，缺少末尾。"),
		"link-damaged":   said("这个链接在传递中被改动。请对方重新发送。"),
		"link-too-large": said("内容超过试验场的上限。"),
		"link-corrupt":   oneOf(words("", "其中有不属于任何试验场的内容。"), "其中有不属于任何试验场的内容：%s。"),
	},
}
