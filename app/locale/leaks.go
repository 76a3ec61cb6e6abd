package locale

import "strconv"

// Leaks are the words of the question whether something may leave the page that
// looks like a key.
type Leaks struct {
	Title  string
	Lead   func(n int) string
	Sealed string            // what becomes of it, whatever the answer
	Places map[string]string // by kind; %s stands for a foreign name
	Text   string            // any other place
	Rules  map[string]string
	More   func(n int) string
	Mask   string
	Keep   string
	Cancel string
}

// Place says where something was found: the kind of the place, the foreign name
// there, and its number, 0 where it has none.
func (l Leaks) Place(kind, name string, number int) string {
	sentence, ok := l.Places[kind]
	if !ok {
		return l.Text
	}
	if name == "" && number > 0 {
		name = strconv.Itoa(number)
	}
	return fill(sentence, name)
}

var leaksEN = Leaks{
	Title: "Is this a key?",
	Lead: func(n int) string {
		return "What you are about to share holds " + plural(n, "place that looks", "places that look") + " like a key or a password. Whoever gets it can read it."
	},
	Sealed: "Nothing has left this page yet. Masked, each of these becomes ••• in what leaves; your playground stays as it is.",
	Places: words(
		"title", "the title", "system", "the system prompt", "prompt", "the message that is typed", "url", "the address",
		"model", "the model", "extra-body", "the extra body", "options", "the settings",
		"tool", "tool %s", "message", "message %s", "result", "result of %s", "arguments", "arguments of %s",
		"header", "header %s", "field", "field %s", "request", "the request", "response", "the response",
		"tool-calls", "tool_calls", "events", "the response", "lines", "the lines", "curl", "the curl command", "report", "the report", "command", "the command", "parameter", "the parameter", "parameter-cut", "the parameter",
	),
	Text: "the text",
	Rules: words(
		"in-use", "a key that you typed on this page", "known", "begins as the keys of a provider do",
		"named", "what stands before it says so", "token", "a JSON Web Token", "pem", "a private key",
		"random", "long and random",
	),
	More: func(n int) string { return "and " + strconv.Itoa(n) + " more" },
	Mask: "Mask and go on", Keep: "Go on as it is", Cancel: "Don’t share",
}

var leaksZH = Leaks{
	Title: "这是密钥吗？",
	Lead: func(n int) string {
		return "你将要分享的内容中有 " + strconv.Itoa(n) + " 处看起来像密钥或密码。拿到它的人都能读到。"
	},
	Sealed: "还没有任何内容离开本页。遮盖后，这些地方在离开的内容中变为 •••；你的试验场保持原样。",
	Places: words(
		"title", "标题", "system", "系统提示", "prompt", "正在填写的消息", "url", "地址",
		"model", "模型", "extra-body", "附加请求体", "options", "设置",
		"tool", "工具 %s", "message", "消息 %s", "result", "%s 的结果", "arguments", "%s 的参数",
		"header", "请求头 %s", "field", "字段 %s", "request", "请求", "response", "响应",
		"tool-calls", "tool_calls", "events", "响应", "lines", "这几行", "curl", "curl 命令", "report", "报告", "command", "命令", "parameter", "参数", "parameter-cut", "参数",
	),
	Text: "文本",
	Rules: words(
		"in-use", "你在本页填写的密钥", "known", "开头与服务商的密钥相同",
		"named", "前面的名称表明了这一点", "token", "JSON Web Token", "pem", "私钥",
		"random", "很长且随机",
	),
	More: func(n int) string { return "另有 " + strconv.Itoa(n) + " 处" },
	Mask: "遮盖后继续", Keep: "原样继续", Cancel: "不分享",
}
