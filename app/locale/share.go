package locale

// Share are the words of the link: making one, and being offered one.
type Share struct {
	Title             string
	Kind              string
	Setup, SetupHolds string
	Session           string
	SessionHolds      string
	Inside            string            // what stands before the list
	Kinds             map[string]string // of what a link holds
	Off               string            // behind a tool that is switched off
	Characters        func(n int) string
	Messages          func(n, branches int) string
	Comma             string // between two names
	Key, KeyNever     string
	NotInside         string
	Fits              string             // what stands before the table
	Rooms             map[string]string  // where a link may be put
	Most              func(n int) string // characters that a place takes
	Yes, No           string
	Link, Copy        string
	Length            func(n int) string
	NoKey             string
	TooLong           string

	OfferTitle       string
	OfferHolds       func(title string, tools, messages int) string
	OfferSends       string
	OfferNowhere     string // the endpoint has no address that can be called
	OfferNoEndpoint  string
	OfferKey         string // there is a key for that host here
	OfferNoKey       string
	OfferNothingSent string
	Stop             string // the end of a sentence
	OfferLook        string
	OfferAccept      string
	OfferDecline     string
	Hazards          map[string]string // what to know before opening, by rule; %s is foreign text
}

// Hazard is the sentence of a rule. One that nobody wrote a sentence for shows
// itself.
func (s Share) Hazard(rule, detail string) string {
	if text, ok := s.Hazards[rule]; ok {
		return fill(text, detail)
	}
	return rule + " " + detail
}

func plural(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return figure(n) + " " + many
}

// figure is a number as both languages write it: 1,260.
func figure(n int) string { return grouped(int64(n)) }

var shareEN = Share{
	Title: "Share this playground", Kind: "Contents",
	Setup: "Setup", SetupHolds: "tools, system prompt, first message, endpoint",
	Session: "Session", SessionHolds: "the setup and the whole conversation, all branches",
	Inside: "In the link",
	Kinds: words(
		"title", "Title", "tools", "Tools", "system", "System prompt", "prompt", "First message",
		"messages", "Messages", "endpoint", "Endpoint", "settings", "Settings", "extra", "Extra body",
	),
	Off:        " (off)",
	Characters: func(n int) string { return plural(n, "character", "characters") },
	Messages: func(n, branches int) string {
		if branches == 0 {
			return plural(n, "message", "messages")
		}
		return plural(n, "message", "messages") + ", " + plural(branches, "further branch", "further branches")
	},
	Comma:     ", ",
	Key:       "Key",
	KeyNever:  "never in a link",
	NotInside: "Results that are typed and not sent, and what Wire has recorded, stay here as well.",
	Fits:      "Where it fits",
	Rooms: words(
		"discord", "Discord, one message", "slack", "Slack, one message",
		"browsers", "Every browser’s history", "chrome", "Chrome’s address bar",
	),
	Most: figure,
	Yes:  "yes", No: "no",
	Link: "Link", Copy: "Copy link",
	Length:  func(n int) string { return plural(n, "character", "characters") },
	NoKey:   "Everything is in the link itself, behind its #: no server sees or stores it. Who opens it sees first what it holds and where it would send.",
	TooLong: "This playground is too large for a link.",

	OfferTitle: "A link waits:",
	OfferHolds: func(title string, tools, messages int) string {
		if title != "" {
			title = "“" + title + "”, "
		}
		return title + plural(tools, "tool", "tools") + ", " + plural(messages, "message", "messages") + "."
	},
	OfferSends:       "It would send to ",
	OfferNowhere:     "Its address can’t be called.",
	OfferNoEndpoint:  "It names no endpoint.",
	OfferKey:         ", with your key for it.",
	OfferNoKey:       ", which has no key here.",
	OfferNothingSent: "Nothing was sent.",
	Stop:             ".",
	OfferLook:        "Look inside",
	OfferAccept:      "Open",
	OfferDecline:     "Keep mine",
	Hazards: words(
		"address-refused", "Its base URL is “%s”. Only https and http addresses without a name or password are ever called.",
		"host-letters", "The host’s real name is %s: it is written with letters that may look like another host’s.",
		"host-like", "The host looks like %s, but is another one.",
		"host-device", "%s is this device: it would send to a program that runs here.",
		"host-network", "%s is in your own network: it would send to a device there.",
		"host-plain", "The address begins with http: what is sent to %s can be read on the way.",
		"host-number", "%s is a number, not a name: nobody vouches for who answers there.",
		"auth-unknown", "It wants the key sent as “%s”, which is not known here: no key would go.",
		"dialect-unknown", "It speaks the dialect “%s”, which is not known here.",
		"text-hidden", "It holds characters that are not seen or turn text around. Names show them here as \\u and a number.",
	),
}

var shareZH = Share{
	Title: "分享这个试验场", Kind: "内容",
	Setup: "设置", SetupHolds: "工具、系统提示、首条消息、端点",
	Session: "会话", SessionHolds: "设置和整个对话，包括所有分支",
	Inside: "链接里有",
	Kinds: words(
		"title", "标题", "tools", "工具", "system", "系统提示", "prompt", "首条消息",
		"messages", "消息", "endpoint", "端点", "settings", "设置项", "extra", "额外请求体",
	),
	Off:        "（已关闭）",
	Characters: func(n int) string { return figure(n) + " 个字符" },
	Messages: func(n, branches int) string {
		if branches == 0 {
			return figure(n) + " 条消息"
		}
		return figure(n) + " 条消息，另有 " + figure(branches) + " 个分支"
	},
	Comma:     "、",
	Key:       "密钥",
	KeyNever:  "绝不在链接里",
	NotInside: "填好而未发送的结果和请求记录也留在这里。",
	Fits:      "能放到哪里",
	Rooms: words(
		"discord", "Discord 一条消息", "slack", "Slack 一条消息",
		"browsers", "各浏览器的历史记录", "chrome", "Chrome 地址栏",
	),
	Most: figure,
	Yes:  "可以", No: "不行",
	Link: "链接", Copy: "复制链接",
	Length:  func(n int) string { return figure(n) + " 个字符" },
	NoKey:   "全部内容都在链接的 # 之后，没有服务器能看到或保存。打开的人会先看到里面有什么、会发送到哪里。",
	TooLong: "这个试验场太大，放不进链接。",

	OfferTitle: "有一个链接等待打开：",
	OfferHolds: func(title string, tools, messages int) string {
		if title != "" {
			title = "“" + title + "”，"
		}
		return title + figure(tools) + " 个工具，" + figure(messages) + " 条消息。"
	},
	OfferSends:       "它会发送到 ",
	OfferNowhere:     "它的地址无法调用。",
	OfferNoEndpoint:  "它没有写端点。",
	OfferKey:         "，并带上你在那里的密钥。",
	OfferNoKey:       "，这里没有那里的密钥。",
	OfferNothingSent: "尚未发送任何内容。",
	Stop:             "。",
	OfferLook:        "看看里面",
	OfferAccept:      "打开",
	OfferDecline:     "保留我的",
	Hazards: words(
		"address-refused", "它的基础地址是“%s”。只会调用不含用户名和密码的 https 与 http 地址。",
		"host-letters", "主机的真实名称是 %s：其中的字母可能看起来像另一台主机。",
		"host-like", "主机看起来像 %s，但并不是它。",
		"host-device", "%s 就是本设备：它会发送到这里运行的程序。",
		"host-network", "%s 在你自己的网络里：它会发送到那里的设备。",
		"host-plain", "地址以 http 开头：发送到 %s 的内容在途中可能被读到。",
		"host-number", "%s 是数字而不是名称：没有人为应答者担保。",
		"auth-unknown", "它要用“%s”发送密钥，这里不认识：不会带上密钥。",
		"dialect-unknown", "它使用方言“%s”，这里不认识。",
		"text-hidden", "里面有看不见或会颠倒文字方向的字符。名称里的这些字符在此写成 \\u 加编号。",
	),
}
