package e2e

import "strings"

// Talk writes the conversation of a page as text, the same from either driver:
//
//	user: What is the weather?
//	assistant: Let me look. (incomplete)
//	  reasoning: They ask for the weather.
//	  repair call-id-missing
//	  call get_weather call_1 valid: {"city": "Paris"}
//	  result call_1: 12 °C        a result that was sent
//	  field call_2:               one that is waited for, and what is typed there
//	error key 401
//
// Texts stand as they are, or quoted where white space could not be seen.
func Talk(page Page) (string, error) {
	all, err := page.Look("message", "message-text", "message-reasoning", "message-refusal", "repair",
		"tool-call", "tool-call-arguments", "tool-result", "error")
	if err != nil {
		return "", err
	}
	var lines []string
	for i, e := range all {
		if line := talkLine(all, i, e); line != "" {
			lines = append(lines, line)
		}
	}
	return strings.Join(lines, "\n"), nil
}

func talkLine(all []Element, i int, e Element) string {
	switch e.ID {
	case "message":
		return messageLine(all, i, e)
	case "message-reasoning":
		return "  " + labelled("reasoning", e.Text)
	case "message-refusal":
		return "  " + labelled("refusal", e.Text)
	case "repair":
		return "  repair " + e.State["rule"]
	case "tool-call":
		return "  " + labelled("call "+e.State["name"]+" "+e.State["call-id"]+" "+e.State["arguments"], textIn(all, i, "tool-call-arguments"))
	case "tool-result":
		return "  " + labelled("field "+e.State["call-id"], e.Text)
	case "error":
		return strings.TrimSpace("error " + e.State["kind"] + " " + e.State["status"])
	}
	return ""
}

func messageLine(all []Element, i int, e Element) string {
	text := textIn(all, i, "message-text")
	switch e.State["role"] {
	case "error":
		return "" // the error in it has its own line
	case "tool":
		return "  " + labelled("result "+e.State["call-id"], text)
	}
	line := labelled(e.State["role"], text)
	if e.State["incomplete"] == "true" {
		line += " (incomplete)"
	}
	return line
}

func labelled(label, text string) string {
	if text == "" {
		return label + ":"
	}
	return label + ": " + plain(text)
}

// textIn is the text of the first element of an id that stands directly in
// another.
func textIn(all []Element, around int, id string) string {
	for _, e := range all {
		if e.ID == id && e.Parent == around {
			return e.Text
		}
	}
	return ""
}
