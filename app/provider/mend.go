package provider

import (
	"strings"

	"toolyard/app/chat"
	"toolyard/app/jsondoc"
)

// split reads several objects that stand in one event for want of empty lines.
func (r *Reader) split(e *Event, data string) bool {
	lines := strings.Split(data, "\n")
	for _, line := range lines {
		if line != "[DONE]" && !isJSONObject(line) {
			return false
		}
	}
	if len(lines) < 2 {
		return false
	}
	r.tell(e, chat.RuleEventLinesSplit, "")
	for _, line := range lines {
		if line == "[DONE]" {
			r.done = true
			break
		}
		r.decode(e, line)
	}
	return true
}

// join reads an object of several lines of which only some are marked as data.
func (r *Reader) join(e *Event) bool {
	var b strings.Builder
	for line := range strings.Lines(e.Raw) {
		line, _ = strings.CutPrefix(line, "data:")
		b.WriteString(line)
	}
	data := b.String()
	if !isJSONObject(data) {
		return false
	}
	r.tell(e, chat.RuleEventLinesJoined, "")
	return r.decode(e, data)
}

func isJSONObject(text string) bool {
	d := jsondoc.Parse(text)
	return d.OK() && isObject(d.Root)
}

// excerpt is the beginning of a text, for the detail of a repair.
func excerpt(text string) string {
	const most = 100
	runes := []rune(text[:min(len(text), 4*most)])
	if len(runes) <= most && len(text) <= 4*most {
		return text
	}
	return string(runes[:min(len(runes), most)]) + "…"
}
