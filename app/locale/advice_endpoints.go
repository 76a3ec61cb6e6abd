package locale

import "strconv"

// Endpoints are the words about providers and their models.
type Endpoints struct {
	Groups    map[string]string // of presets
	Quirks    map[string]string // what a provider does otherwise than most
	Echo      string            // label
	Echoes    map[string]string // which reasoning goes back; "" is the provider's own rule
	Echoed    string            // of a message: %s are the fields
	Withheld  string
	Tools     map[string]string // can a model take tools: "" is unknown
	NotChat   string
	NoModels  string
	MoreThere string // the list goes on, unread

	Twin      string // %s is the host of the provider's other site
	Quirk     string // label of what is to be known of the provider
	Load      string // asks for the models
	LoadLead  string // what that does
	Loading   string
	Stop      string
	Loaded    func(n int) string
	Find      string             // label of the search in them
	Further   func(n int) string // matches that are not drawn
	NoneFound string
	Context   string // %s tokens fit
}

// Fits says how many tokens fit into a model.
func (e Endpoints) Fits(tokens int64) string { return fill(e.Context, thousands(tokens)) }

// OtherSite is the label of what moves to a provider's other site.
func (e Endpoints) OtherSite(host string) string { return fill(e.Twin, host) }

// Reasoning says that what stands in these fields goes back, or stays here.
func (e Endpoints) Reasoning(sent bool, fields string) string {
	if sent {
		return fill(e.Echoed, fields)
	}
	return fill(e.Withheld, fields)
}

// thousands writes a number of tokens as people read it.
func thousands(n int64) string {
	switch {
	case n < 10_000:
		return strconv.FormatInt(n, 10)
	case n >= 1_000_000 && n/100_000%10 == 0:
		return strconv.FormatInt(n/1_000_000, 10) + "M"
	case n >= 1_000_000:
		return strconv.FormatInt(n/1_000_000, 10) + "." + strconv.FormatInt(n/100_000%10, 10) + "M"
	}
	return strconv.FormatInt(n/1000, 10) + "k"
}

var endpointsEN = Endpoints{
	Groups: words("relay", "Relays", "vendor", "Vendors", "local", "On your machine"),
	Quirks: words(
		"errors-in-success", "Its errors come under HTTP 200.",
		"functions-only", "It documents legacy functions only, and calls them required.",
		"many-vendors", "One key for the models of many vendors. Each model keeps its vendor's rules.",
		"no-sampling", "Models that reason take no temperature but 1: leave it empty.",
		"reasoning-tools", "The newest models take no tools here while they reason: set reasoning_effort to none in the extra body, or choose an older one.",
		"bad-key-is-400", "A wrong key comes as 400, not 401.",
		"keys-per-site", "It has two sites. A key is good only on the one that made it.",
		"choice-auto-only", "The only tool choice that it takes is auto.",
		"choice-thinking", "Models that think take no forced tool choice.",
		"choice-ignored", "It ignores the tool choice.",
		"one-call", "One call a message, unless parallel_tool_calls is true.",
		"no-parallel", "It refuses parallel_tool_calls: leave it empty.",
		"tool-names", "Tool names have 3 to 64 characters and begin with a letter or _; 128 tools at most.",
		"balance-is-429", "No balance comes as 429, as too many requests do.",
		"debt-is-403", "An account in debt comes as 403, as a missing permission does.",
		"arguments-checked", "It checks calls against the schema, and refuses those that do not fit.",
		"small-strict", "Strict schemas: 100 properties and 5 levels at most.",
		"no-strict", "It does not know strict.",
		"schema-subset", "It takes a part of JSON Schema only.",
		"errors-hidden", "A browser can't read its errors: they look like no answer.",
		"own-model-names", "The model is the name of your own deployment.",
		"needs-origins", "Other pages than those on your machine need OLLAMA_ORIGINS, set where Ollama starts.",
		"needs-cors", "Switch Enable CORS on in its server settings.",
		"needs-jinja", "Start llama-server with --jinja: without it there are no tools.",
		"needs-tool-flags", "Start it with --enable-auto-tool-choice and --tool-call-parser: without them there are no tools.",
		"local-network", "The browser may ask whether this page may reach your local network.",
	),
	Echo: "Echo reasoning",
	Echoes: words(
		"", "as the provider needs it", "always", "always", "tool-loop", "of turns with tool calls", "never", "never",
	),
	Echoed:    "Goes back: %s",
	Withheld:  "Stays here: %s",
	Tools:     words("", "tools: unknown", "yes", "tools", "no", "no tools"),
	NotChat:   "not for chat, by its name or its list",
	NoModels:  "The endpoint lists no model. Type the name of one.",
	MoreThere: "The endpoint has more than this page of its list.",

	Twin:      "Use the other site, %s",
	Quirk:     "Good to know",
	Load:      "Load models",
	LoadLead:  "Asks for the list of models. It costs nothing, and tries the address, the browser's way in and the key.",
	Loading:   "Asking for the list…",
	Stop:      "Stop asking",
	Loaded:    func(n int) string { return "It works: " + counted(n, "model") + "." },
	Find:      "Search models",
	Further:   func(n int) string { return "… and " + strconv.Itoa(n) + " more: search to see them." },
	NoneFound: "No model of the list is called that. The field above takes any name.",
	Context:   "%s tokens",
}

var endpointsZH = Endpoints{
	Groups: words("relay", "中转站", "vendor", "厂商", "local", "本机"),
	Quirks: words(
		"errors-in-success", "它的错误以 HTTP 200 返回。",
		"functions-only", "它的文档只写了旧式 functions，并说明是必填。",
		"many-vendors", "一个密钥通用于多家厂商的模型，每个模型仍遵循其厂商的规则。",
		"no-sampling", "推理模型的 temperature 只能是 1：请留空。",
		"reasoning-tools", "最新的模型在推理时不接受工具：请在附加请求体中把 reasoning_effort 设为 none，或选择较早的模型。",
		"bad-key-is-400", "密钥错误时返回 400，而不是 401。",
		"keys-per-site", "它有两个站点，密钥只在签发它的站点有效。",
		"choice-auto-only", "它只接受 auto 这一种工具选择。",
		"choice-thinking", "思考模型不接受强制的工具选择。",
		"choice-ignored", "它会忽略工具选择。",
		"one-call", "除非 parallel_tool_calls 为 true，否则每条消息只有一个调用。",
		"no-parallel", "它拒绝 parallel_tool_calls：请留空。",
		"tool-names", "工具名为 3 到 64 个字符，以字母或 _ 开头；最多 128 个工具。",
		"balance-is-429", "余额不足时返回 429，与请求过多相同。",
		"debt-is-403", "账户欠费时返回 403，与没有权限相同。",
		"arguments-checked", "它按 schema 检查调用，不符合的会被拒绝。",
		"small-strict", "strict 的 schema 最多 100 个属性、5 层。",
		"no-strict", "它不认识 strict。",
		"schema-subset", "它只接受 JSON Schema 的一部分。",
		"errors-hidden", "浏览器读不到它的错误：看起来就像没有响应。",
		"own-model-names", "模型名是你自己的部署名。",
		"needs-origins", "本机以外的网页需要在启动 Ollama 时设置 OLLAMA_ORIGINS。",
		"needs-cors", "请在它的服务器设置中打开 Enable CORS。",
		"needs-jinja", "请加上 --jinja 启动 llama-server：否则没有工具。",
		"needs-tool-flags", "请加上 --enable-auto-tool-choice 和 --tool-call-parser 启动：否则没有工具。",
		"local-network", "浏览器可能会询问是否允许本页访问你的本地网络。",
	),
	Echo: "回传推理内容",
	Echoes: words(
		"", "按服务商的需要", "always", "总是", "tool-loop", "有工具调用的轮次", "never", "从不",
	),
	Echoed:    "回传：%s",
	Withheld:  "不回传：%s",
	Tools:     words("", "工具：未知", "yes", "支持工具", "no", "不支持工具"),
	NotChat:   "从名称或列表看，不用于对话",
	NoModels:  "端点没有列出任何模型。请填写模型名。",
	MoreThere: "端点的列表不止这一页。",

	Twin:      "改用另一个站点 %s",
	Quirk:     "须知",
	Load:      "加载模型",
	LoadLead:  "请求模型列表。不花钱，同时检验地址、浏览器能否访问以及密钥。",
	Loading:   "正在请求列表…",
	Stop:      "停止请求",
	Loaded:    func(n int) string { return "可用：共 " + strconv.Itoa(n) + " 个模型。" },
	Find:      "搜索模型",
	Further:   func(n int) string { return "……还有 " + strconv.Itoa(n) + " 个，请搜索。" },
	NoneFound: "列表中没有这个名称。上面的输入框可填任何名称。",
	Context:   "%s tokens",
}
