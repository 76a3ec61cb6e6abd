package locale

// Bar are the words of the bar at the top, of the panes' names, and of the
// buttons that every part has.
type Bar struct {
	Title, Lead            string // of the page, for search engines and tabs
	Undo, Redo             string
	Examples, Share        string
	OtherLanguage          string // the name of the language one would switch to, in that language
	OtherLanguageShort     string // the same where there is little room
	OtherLanguageCode      string // its lang attribute
	SwitchLanguage         string
	Theme                  func(theme string) string // what a press would choose, and what is chosen
	Endpoint               string
	Simulator, NoKey       string
	InThisPage             string
	NoEndpoint             string
	Untitled               string
	Tools, Conversation    string
	Wire, Panes            string
	Close, Cancel, Dismiss string
	Copy                   string
	SkipTo                 string
}

var barEN = Bar{
	Title:         "Toolyard: a playground for LLM tool calling",
	Lead:          "Build a tool's schema, ask a model, read its exact tool_calls, answer, go on. In your browser, with your own key.",
	Undo:          "Undo",
	Redo:          "Redo",
	Examples:      "Examples",
	Share:         "Share",
	OtherLanguage: "中文", OtherLanguageShort: "中",
	OtherLanguageCode: "zh-Hans",
	SwitchLanguage:    "Switch the page to Chinese",
	Theme: func(theme string) string {
		return "Theme: " + words("", "as the system", "light", "light", "dark", "dark")[theme]
	},
	Endpoint:     "Endpoint",
	Simulator:    "Simulator",
	NoKey:        "no key needed",
	InThisPage:   "in this page, no network",
	NoEndpoint:   "no endpoint yet",
	Untitled:     "Playground",
	Tools:        "Tools",
	Conversation: "Conversation",
	Wire:         "Wire",
	Panes:        "Panes",
	Close:        "Close",
	Cancel:       "Cancel",
	Dismiss:      "Dismiss",
	Copy:         "Copy",
	SkipTo:       "Skip to the message",
}

var barZH = Bar{
	Title:         "Toolyard：大模型工具调用的试验场",
	Lead:          "搭建工具的参数结构，向模型提问，逐字节查看 tool_calls，填写结果，继续对话。全部在浏览器里，用你自己的密钥。",
	Undo:          "撤销",
	Redo:          "重做",
	Examples:      "示例",
	Share:         "分享",
	OtherLanguage: "English", OtherLanguageShort: "EN",
	OtherLanguageCode: "en",
	SwitchLanguage:    "将页面切换为英文",
	Theme: func(theme string) string {
		return "主题：" + words("", "跟随系统", "light", "浅色", "dark", "深色")[theme]
	},
	Endpoint:     "端点",
	Simulator:    "模拟器",
	NoKey:        "无需密钥",
	InThisPage:   "在本页内运行，不联网",
	NoEndpoint:   "还没有端点",
	Untitled:     "未命名",
	Tools:        "工具",
	Conversation: "对话",
	Wire:         "线路",
	Panes:        "面板",
	Close:        "关闭",
	Cancel:       "取消",
	Dismiss:      "知道了",
	Copy:         "复制",
	SkipTo:       "跳到消息框",
}
