package locale

import "strconv"

// Conversation are the words of the transcript: who speaks, and what can be
// said of a message.
type Conversation struct {
	Head, Empty, New   string
	Turn               func(n int) string
	Usage              func(prompt, completion int64) string
	System             string
	SystemLabel        string
	SystemPlaceholder  string
	You, Assistant     string
	Parallel           func(n int) string
	Asked, Arriving    string
	Stopped, Cut       string // why a message is incomplete
	Incomplete         string // where nobody knows why
	StoppedBefore      string // stopped before anything came
	Edited             string
	Finish             string // before a finish reason that is worth a word
	Reasoning, Refusal string
	OtherChoices       func(n int) string
	Repair             string
	Earlier            func(n int) string

	Previous, Next string // of the versions of a message
	Version        string
	Rerun, Edit    string
	Revision       string // label of the field that a sent text is changed in
	RunFromHere    string
	Keep           string // a changed answer, which waits for what comes next

	Calls    Calls
	Mismatch Mismatch
	Learn    Learn
}

// grouped writes a number with commas between its thousands.
func grouped(n int64) string {
	digits := strconv.FormatInt(n, 10)
	for i := len(digits) - 3; i > 0 && digits[i-1] != '-'; i -= 3 {
		digits = digits[:i] + "," + digits[i:]
	}
	return digits
}

var conversationEN = Conversation{
	Head: "Conversation", Empty: "empty", New: "New conversation",
	Turn: func(n int) string { return "turn " + strconv.Itoa(n) },
	Usage: func(prompt, completion int64) string {
		return grouped(prompt) + " + " + grouped(completion) + " tokens"
	},
	System:            "System",
	SystemLabel:       "System prompt",
	SystemPlaceholder: "What the model should be and do. Sent first; empty means not sent.",
	You:               "You",
	Assistant:         "Assistant",
	Parallel:          func(n int) string { return strconv.Itoa(n) + " parallel tool calls" },
	Asked:             "asked…",
	Arriving:          "arriving…",
	Stopped:           "stopped by you",
	Cut:               "the stream ended early",
	Incomplete:        "incomplete",
	StoppedBefore:     "Stopped by you before anything came. Your message is unchanged: send it again, or edit it.",
	Edited:            "edited by you",
	Finish:            "ended with",
	Reasoning:         "Reasoning",
	Refusal:           "Refusal",
	OtherChoices: func(n int) string {
		if n == 1 {
			return "One further choice came. It stands in the wire; the conversation goes on from the first."
		}
		return strconv.Itoa(n) + " further choices came. They stand in the wire; the conversation goes on from the first."
	},
	Repair:      "Repair",
	Earlier:     func(n int) string { return "Show " + strconv.Itoa(n) + " earlier messages" },
	Previous:    "Previous version",
	Next:        "Next version",
	Version:     "Version",
	Rerun:       "Ask again",
	Edit:        "Edit",
	Revision:    "Changed text",
	RunFromHere: "Send from here",
	Keep:        "Go on from this",
	Calls:       callsEN,
	Mismatch:    mismatchEN,
	Learn:       learnEN,
}

var conversationZH = Conversation{
	Head: "对话", Empty: "空", New: "新对话",
	Turn: func(n int) string { return "第 " + strconv.Itoa(n) + " 轮" },
	Usage: func(prompt, completion int64) string {
		return grouped(prompt) + " + " + grouped(completion) + " 个 token"
	},
	System:            "系统",
	SystemLabel:       "系统提示词",
	SystemPlaceholder: "模型的身份和做法。最先发送；留空则不发送。",
	You:               "你",
	Assistant:         "助手",
	Parallel:          func(n int) string { return strconv.Itoa(n) + " 个并行工具调用" },
	Asked:             "已提问…",
	Arriving:          "接收中…",
	Stopped:           "已由你停止",
	Cut:               "数据流提前结束",
	Incomplete:        "不完整",
	StoppedBefore:     "还没收到内容，就已由你停止。你的消息没有变化：可以再次发送，或先修改。",
	Edited:            "由你修改",
	Finish:            "结束原因",
	Reasoning:         "思考过程",
	Refusal:           "拒绝",
	OtherChoices: func(n int) string {
		return "还有 " + strconv.Itoa(n) + " 个候选回答，可在线路面板中查看；对话沿用第一个。"
	},
	Repair:      "修补",
	Earlier:     func(n int) string { return "再显示前面的 " + strconv.Itoa(n) + " 条消息" },
	Previous:    "上一个版本",
	Next:        "下一个版本",
	Version:     "版本",
	Rerun:       "重新回答",
	Edit:        "修改",
	Revision:    "修改后的内容",
	RunFromHere: "从这里发送",
	Keep:        "从这里继续",
	Calls:       callsZH,
	Mismatch:    mismatchZH,
	Learn:       learnZH,
}
