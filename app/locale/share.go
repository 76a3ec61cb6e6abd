package locale

import "strconv"

// Share are the words of the link: making one, and being offered one.
type Share struct {
	Title             string
	Kind              string
	Setup, SetupHolds string
	Session           string
	SessionHolds      string
	Link              string
	Copy              string
	Length            func(n int) string
	NoKey             string
	TooLong           string

	OfferTitle       string
	OfferHolds       func(title string, tools, messages int) string
	OfferSends       string
	OfferNothingSent string
	OfferAccept      string
	OfferDecline     string
}

func plural(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return strconv.Itoa(n) + " " + many
}

var shareEN = Share{
	Title: "Share this playground", Kind: "What the link holds",
	Setup: "Setup", SetupHolds: "tools, system prompt, first message, endpoint",
	Session: "Session", SessionHolds: "the setup and the whole conversation",
	Link: "Link", Copy: "Copy link",
	Length:  func(n int) string { return strconv.Itoa(n) + " characters" },
	NoKey:   "The key is never in a link. Everything else is in the link itself: no server stores it.",
	TooLong: "This playground is too large for a link.",

	OfferTitle: "A link waits:",
	OfferHolds: func(title string, tools, messages int) string {
		if title != "" {
			title = "“" + title + "”, "
		}
		return title + plural(tools, "tool", "tools") + ", " + plural(messages, "message", "messages") + "."
	},
	OfferSends:       "It would send to ",
	OfferNothingSent: ". Nothing was sent.",
	OfferAccept:      "Open",
	OfferDecline:     "Keep mine",
}

var shareZH = Share{
	Title: "分享这个试验场", Kind: "链接里有什么",
	Setup: "设置", SetupHolds: "工具、系统提示、首条消息、端点",
	Session: "会话", SessionHolds: "设置和整个对话",
	Link: "链接", Copy: "复制链接",
	Length:  func(n int) string { return strconv.Itoa(n) + " 个字符" },
	NoKey:   "链接里绝没有密钥。其余内容都在链接本身：没有服务器保存它。",
	TooLong: "这个试验场太大，放不进链接。",

	OfferTitle: "有一个链接等待打开：",
	OfferHolds: func(title string, tools, messages int) string {
		if title != "" {
			title = "“" + title + "”，"
		}
		return title + strconv.Itoa(tools) + " 个工具，" + strconv.Itoa(messages) + " 条消息。"
	},
	OfferSends:       "它会发送到 ",
	OfferNothingSent: "。尚未发送任何内容。",
	OfferAccept:      "打开",
	OfferDecline:     "保留我的",
}
