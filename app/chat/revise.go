package chat

import "slices"

// Revised is the message with another text, or (call counts from 1) with other
// arguments of one of its calls. A text that was null or absent becomes one.
func (a Assistant) Revised(call int, text string) Assistant {
	if call > 0 && call <= len(a.Calls) {
		a.Calls = slices.Clone(a.Calls)
		a.Calls[call-1].Arguments = text
		return a
	}
	a.Content, a.Text, a.Parts = ContentText, text, ""
	return a
}

// Empty says whether there is nothing in the message to read or to answer.
func (a Assistant) Empty() bool {
	return a.Text == "" && a.Reasoning == "" && a.Refusal == "" && len(a.Calls) == 0
}
