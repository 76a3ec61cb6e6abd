package locale

// Embed are the words of what goes into other pages, and of the page that is
// embedded there.
type Embed struct {
	Open            string // of the dialog's part
	Kind, Read, Run string
	Frame, CopyHTML string
	FrameHint       string
	Badge, CopyMD   string
	BadgeAlt        string

	OpenFull         string // of the embedded page
	ReadOnlyNote     string
	RunnableNote     func(host string) string
	NextMessage      string
	ToolsNone        string
	NoParameters     string
	ParametersAsJSON string
}

var embedEN = Embed{
	Open: "Embed",
	Kind: "In the frame", Read: "Only to be read", Run: "Runs with the simulator",
	Frame: "Frame (HTML)", CopyHTML: "Copy frame",
	FrameHint: "A quiet frame for a page of documentation. It never has a key, keeps nothing, and asks nobody but the simulator.",
	Badge:     "Badge (Markdown)", CopyMD: "Copy badge",
	BadgeAlt: "Open in Toolyard",

	OpenFull:     "Open in Toolyard",
	ReadOnlyNote: "to be read",
	RunnableNote: func(host string) string {
		if host == "" {
			return "runs with the simulator"
		}
		return "runs with the simulator, not with " + host
	},
	NextMessage:      "First message",
	ToolsNone:        "No tools.",
	NoParameters:     "no parameters",
	ParametersAsJSON: "Parameters as JSON",
}

var embedZH = Embed{
	Open: "嵌入",
	Kind: "框架里", Read: "只供阅读", Run: "用模拟器运行",
	Frame: "框架（HTML）", CopyHTML: "复制框架",
	FrameHint: "放进文档页面的安静框架。它从不持有密钥，不保存任何内容，只询问模拟器。",
	Badge:     "徽章（Markdown）", CopyMD: "复制徽章",
	BadgeAlt: "在 Toolyard 中打开",

	OpenFull:     "在 Toolyard 中打开",
	ReadOnlyNote: "只供阅读",
	RunnableNote: func(host string) string {
		if host == "" {
			return "用模拟器运行"
		}
		return "用模拟器运行，不连接 " + host
	},
	NextMessage:      "首条消息",
	ToolsNone:        "没有工具。",
	NoParameters:     "没有参数",
	ParametersAsJSON: "参数的 JSON",
}
