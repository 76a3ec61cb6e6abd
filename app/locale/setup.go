package locale

// Setup are the words of the endpoint's settings.
type Setup struct {
	Title, Docs       string
	Provider          string
	Custom, Simulator string
	BaseURL           string
	SendsTo           string
	Auth              string
	AuthStyles        map[string]string // what stands beside the header's form
	Key               string
	KeepLabel         string
	Keep              map[string]string
	KeyFor            func(origin string) string // whom the key belongs to and how long it stays
	KeyKept           map[string]string
	Forget            string
	KeyOffer          func(from, to string) string // whether the key of one origin is to be used at another
	KeyUse, KeyLeave  string
	Model             string
	Dialect           string
	Dialects          map[string]string
	Stream            string
	Advanced          string
	Extra             string
	NotSent           string
	ByProvider        string // the choice that sends nothing
	OnlyTool          func(name string) string
	Done              string
	SimulatorNote     string
	Browser           map[string]string // can a browser call it: yes, no, unknown
}

var setupEN = Setup{
	Title: "Endpoint", Docs: "Documentation of",
	Provider: "Provider", Custom: "Custom", Simulator: "Simulator, in this page",
	BaseURL: "Base URL", SendsTo: "Sends to",
	Auth: "Auth style",
	AuthStyles: words(
		"bearer", "Authorization: Bearer <key>", "raw", "Authorization: <key>", "x-api-key", "x-api-key: <key>",
		"x-goog-api-key", "x-goog-api-key: <key>", "api-key", "api-key: <key>", "none", "no key is sent",
	),
	Key: "Key", KeepLabel: "Where the key is kept",
	Keep: words("memory", "in memory", "tab", "for this tab", "device", "on this device"),
	KeyFor: func(origin string) string {
		if origin == "" {
			return "For the base URL that you type."
		}
		return "Only for " + origin + ". Never in links, files or logs."
	},
	KeyKept: words(
		"memory", "Gone when the page closes.",
		"tab", "Kept by this tab until it closes.",
		"device", "Kept in this browser until you forget it, encrypted with a key that never leaves it. Whoever can use this browser profile can use the key.",
	),
	KeyOffer: func(from, to string) string {
		return "The key was typed for " + from + ". Use it for " + to + "? It would be sent there with your next request."
	},
	KeyUse: "Use it there, too", KeyLeave: "No",
	Forget: "Forget", Model: "Model", Dialect: "Dialect",
	Dialects: words(
		"chat-tools", "Chat completions, tools",
		"chat-functions", "Chat completions, legacy functions",
	),
	Stream: "Stream", Advanced: "Advanced", Extra: "extra body (a JSON object)", NotSent: "not sent",
	ByProvider:    "not sent",
	OnlyTool:      func(name string) string { return "only " + name },
	Done:          "Done",
	SimulatorNote: "The simulator answers inside this page: no key, no network, no cost. It reads your tools and plays a model's part.",
	Browser: words(
		"yes", "A browser can call it.",
		"no", "It refuses browsers.",
		"conditional", "A browser can call it under conditions.",
		"unknown", "Not known whether a browser can call it. Trying costs nothing but the request.",
	),
}

var setupZH = Setup{
	Title: "端点", Docs: "文档：",
	Provider: "服务商", Custom: "自定义", Simulator: "模拟器（本页内）",
	BaseURL: "基础地址", SendsTo: "发送到",
	Auth: "认证方式",
	AuthStyles: words(
		"bearer", "Authorization: Bearer <key>", "raw", "Authorization: <key>", "x-api-key", "x-api-key: <key>",
		"x-goog-api-key", "x-goog-api-key: <key>", "api-key", "api-key: <key>", "none", "不发送密钥",
	),
	Key: "密钥", KeepLabel: "密钥保存在哪里",
	Keep: words("memory", "仅内存", "tab", "此标签页", "device", "此设备"),
	KeyFor: func(origin string) string {
		if origin == "" {
			return "用于你将填写的基础地址。"
		}
		return "只用于 " + origin + "。绝不进入链接、文件或日志。"
	},
	KeyKept: words(
		"memory", "关闭页面即消失。",
		"tab", "保存在此标签页，关闭后消失。",
		"device", "保存在此浏览器，直到你清除；用一把不会离开浏览器的密钥加密。能使用此浏览器账户的人就能使用它。",
	),
	KeyOffer: func(from, to string) string {
		return "密钥是为 " + from + " 填写的。要用于 " + to + " 吗？下一次请求会把它发送到那里。"
	},
	KeyUse: "也用于那里", KeyLeave: "不用",
	Forget: "清除", Model: "模型", Dialect: "方言",
	Dialects: words(
		"chat-tools", "Chat completions，tools",
		"chat-functions", "Chat completions，旧式 functions",
	),
	Stream: "流式", Advanced: "高级", Extra: "附加请求体（JSON 对象）", NotSent: "不发送",
	ByProvider:    "不发送",
	OnlyTool:      func(name string) string { return "只用 " + name },
	Done:          "完成",
	SimulatorNote: "模拟器在本页内作答：无需密钥，不联网，不花钱。它读取你的工具，扮演模型的角色。",
	Browser: words(
		"yes", "浏览器可以直接调用。",
		"no", "它拒绝浏览器调用。",
		"conditional", "在一定条件下浏览器可以调用。",
		"unknown", "尚不清楚浏览器能否调用，试一次只花一个请求。",
	),
}
