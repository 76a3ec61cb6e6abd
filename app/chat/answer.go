package chat

// Choice finds a choice by the provider's number.
func (a Answer) Choice(index int) (Choice, bool) {
	for _, c := range a.Choices {
		if c.Index == index {
			return c, true
		}
	}
	return Choice{}, false
}

// Message is the message of the first choice: what goes on the conversation.
func (a Answer) Message() Assistant {
	if len(a.Choices) == 0 {
		return Assistant{}
	}
	return a.Choices[0].Message
}

// Complete reports whether the provider said of every choice why it ended. A
// stream that stops without a finish reason was cut, whatever it brought.
func (a Answer) Complete() bool {
	for _, c := range a.Choices {
		if c.Finish == "" {
			return false
		}
	}
	return len(a.Choices) > 0
}

// Disagrees reports whether the finish reason and the message contradict each
// other: it stopped, yet there are calls, or it called, yet there are none.
// The calls decide what happens next; the reason is only shown.
func (c Choice) Disagrees() bool {
	switch c.Finish {
	case "stop":
		return len(c.Message.Calls) > 0
	case "tool_calls", "function_call":
		return len(c.Message.Calls) == 0
	}
	return false
}

// Cut reports whether the message ends where it does because of a limit or a
// lost connection. Calls of a cut message must not run by themselves.
func (c Choice) Cut() bool { return c.Finish == "" || c.Finish == "length" }
