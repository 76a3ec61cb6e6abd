package locale

import "strconv"

// Wire are the words of the wire pane.
type Wire struct {
	Request, Response, Events string // tabs; tool_calls is a word of the wire itself
	Tabs                      string
	Which                     string // which completion is shown
	Next                      string
	Completion                func(n int) string
	NotSent                   string
	NothingYet                string
	NoCalls                   string
	NoEvents                  string
	NotStreamed               string
	Unsendable                string
	Arriving, Stopped         string
	Failed                    string
	Bytes                     func(n int) string
	After                     func(ms int64) string // until the first byte
	Took                      func(ms int64) string
	Earlier                   func(n int) string
	Open, CloseWire           string
	CopyRequest, CopyResponse string
	CopyCalls                 string
	OtherChoices              func(n int) string
	KeepAlive, ErrorEvent     string // what an event is
	ToText, ToReasoning       string // what an event adds to
	ToCall                    string
}

// size writes a number of bytes as people read it.
func size(n int) string {
	switch {
	case n < 1000:
		return strconv.Itoa(n) + " B"
	case n < 1000*1000:
		return strconv.Itoa(n/1000) + "." + strconv.Itoa(n%1000/100) + " kB"
	}
	return strconv.Itoa(n/1000000) + "." + strconv.Itoa(n%1000000/100000) + " MB"
}

// Duration writes milliseconds as people read them.
func Duration(ms int64) string {
	if ms < 1000 {
		return strconv.FormatInt(ms, 10) + " ms"
	}
	hundredths := strconv.FormatInt(ms%1000/10+100, 10)[1:]
	return strconv.FormatInt(ms/1000, 10) + "." + hundredths + " s"
}

var wireEN = Wire{
	Request: "Request", Response: "Response", Events: "Events",
	Tabs:         "Sides of the wire",
	Which:        "Completion",
	Next:         "Next request",
	Completion:   func(n int) string { return "Completion " + strconv.Itoa(n) },
	NotSent:      "not sent yet",
	NothingYet:   "Nothing came yet. The answer will stand here, byte for byte.",
	NoCalls:      "This answer holds no tool calls.",
	NoEvents:     "No event came yet.",
	NotStreamed:  "This answer was not streamed, so it has no events. Its body stands under Response.",
	Unsendable:   "This can't be sent yet:",
	Arriving:     "arriving…",
	Stopped:      "stopped",
	Failed:       "failed",
	Bytes:        size,
	After:        func(ms int64) string { return "first byte " + Duration(ms) },
	Took:         Duration,
	Earlier:      func(n int) string { return "Show " + strconv.Itoa(n) + " earlier events" },
	Open:         "Wire",
	CloseWire:    "Close the wire",
	CopyRequest:  "Copy the request, without the key",
	CopyResponse: "Copy the response body",
	CopyCalls:    "Copy the tool_calls",
	OtherChoices: func(n int) string { return strconv.Itoa(n) + " choices came; the first one continues" },
	KeepAlive:    "keep-alive comment", ErrorEvent: "error",
	ToText: "text", ToReasoning: "reasoning", ToCall: "call",
}

var wireZH = Wire{
	Request: "请求", Response: "响应", Events: "事件",
	Tabs:         "线路的各个侧面",
	Which:        "哪一次补全",
	Next:         "下一个请求",
	Completion:   func(n int) string { return "第 " + strconv.Itoa(n) + " 次补全" },
	NotSent:      "尚未发送",
	NothingYet:   "还没有内容。响应到达后会逐字节显示在这里。",
	NoCalls:      "这个回答里没有工具调用。",
	NoEvents:     "还没有事件到达。",
	NotStreamed:  "这个回答不是流式的，所以没有事件。正文在“响应”里。",
	Unsendable:   "现在还不能发送：",
	Arriving:     "接收中…",
	Stopped:      "已停止",
	Failed:       "失败",
	Bytes:        size,
	After:        func(ms int64) string { return "首字节 " + Duration(ms) },
	Took:         Duration,
	Earlier:      func(n int) string { return "再显示前面的 " + strconv.Itoa(n) + " 个事件" },
	Open:         "线路",
	CloseWire:    "关闭线路面板",
	CopyRequest:  "复制请求（不含密钥）",
	CopyResponse: "复制响应正文",
	CopyCalls:    "复制 tool_calls",
	OtherChoices: func(n int) string { return "返回了 " + strconv.Itoa(n) + " 个候选，对话沿用第一个" },
	KeepAlive:    "保活注释", ErrorEvent: "错误",
	ToText: "文本", ToReasoning: "推理", ToCall: "调用",
}
