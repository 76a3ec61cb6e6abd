package locale

// Learn are the words of a conversation that has not begun: what will happen,
// and what one could ask.
type Learn struct {
	Head, Lead         string // with the simulator
	RealHead, RealLead string // with a real model; %s is the host
	Ask, Call          Step
	Answer, GoOn       Step
	Prompts            string
	InTheBox           string
}

// Step is one of the four steps of the loop.
type Step struct{ Head, Text string }

var learnEN = Learn{
	Head:     "Press Send and watch a model use your tools",
	Lead:     "The simulator answers inside this page: no key, no network, no cost. It reads your tools and plays a model's part.",
	RealHead: "Ask, and watch a model use your tools",
	RealLead: "Your message and the tools on the left go to %s, straight from this browser.",
	Ask:      Step{"You ask", "A message, and your tools go with it."},
	Call:     Step{"The model calls", "It picks a tool and writes arguments. You see them byte for byte."},
	Answer:   Step{"You answer", "Type what the tool would return, as JSON or plain text."},
	GoOn:     Step{"It goes on", "With a final answer, or with the next call."},
	Prompts:  "What you could ask",
	InTheBox: "in the box below",
}

var learnZH = Learn{
	Head:     "按下“发送”，看模型怎样使用你的工具",
	Lead:     "模拟器就在本页内回答：无需密钥，不联网，没有费用。它会读你的工具，扮演模型的角色。",
	RealHead: "提一个问题，看模型怎样使用你的工具",
	RealLead: "你的消息和左侧的工具会从浏览器直接发送到 %s。",
	Ask:      Step{"你提问", "发出一条消息，工具随之送达。"},
	Call:     Step{"模型调用", "它挑选工具，写出参数。你能逐字节看到。"},
	Answer:   Step{"你作答", "填写工具会返回的内容：JSON 或纯文本。"},
	GoOn:     Step{"继续", "给出最终回答，或发起下一次调用。"},
	Prompts:  "可以这样问",
	InTheBox: "已在下方输入框",
}
