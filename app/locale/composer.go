package locale

import "strconv"

// Composer are the words of what goes next: results while calls wait, then a
// message.
type Composer struct {
	Prompt             string // label of the field
	Placeholder        string
	AfterResults       string // placeholder while calls wait
	WhileArriving      string // placeholder while an answer comes
	Send, Again, Stop  string
	SendKeys, StopKeys string // as a keyboard writes them; both work on every system
	NothingYet         string // why nothing can be sent
	UseReal            string
	Results            func(done, all int) string
	Missing            func(id string, others int) string
	AllThere           string
	SendResults        string
}

var composerEN = Composer{
	Prompt:        "Message",
	Placeholder:   "Message",
	AfterResults:  "The next message goes after the results",
	WhileArriving: "You can write the next message meanwhile",
	Send:          "Send", Again: "Send again", Stop: "Stop",
	SendKeys: "Ctrl ↵", StopKeys: "Esc",
	NothingYet: "Write a message first",
	UseReal:    "Use a real model…",
	Results: func(done, all int) string {
		return strconv.Itoa(done) + " of " + counted(all, "result")
	},
	Missing: func(id string, others int) string {
		if others == 0 {
			return id + " has none yet"
		}
		return id + " and " + counted(others, "other") + " have none yet"
	},
	AllThere:    "every call has its result",
	SendResults: "Send results",
}

var composerZH = Composer{
	Prompt:        "消息",
	Placeholder:   "输入消息",
	AfterResults:  "下一条消息在提交结果之后",
	WhileArriving: "可以先写下一条消息",
	Send:          "发送", Again: "再次发送", Stop: "停止",
	SendKeys: "Ctrl ↵", StopKeys: "Esc",
	NothingYet: "请先输入消息",
	UseReal:    "使用真实模型…",
	Results: func(done, all int) string {
		return strconv.Itoa(done) + "/" + strconv.Itoa(all) + " 个结果"
	},
	Missing: func(id string, others int) string {
		if others == 0 {
			return id + " 还没有结果"
		}
		return id + " 和另外 " + strconv.Itoa(others) + " 个还没有结果"
	},
	AllThere:    "每个调用都有了结果",
	SendResults: "提交结果",
}
