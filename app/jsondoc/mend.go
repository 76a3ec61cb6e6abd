package jsondoc

import "strings"

// words are those of other languages that mean a word of JSON.
var words = map[string]string{
	"true": "true", "false": "false", "null": "null", "none": "null", "nil": "null", "undefined": "null", "nan": "null",
}

// Mend is the edits that are surely meant where the text is not JSON: the comma
// that is missing or too many, the quotes, True for true. There are none where
// it takes a guess.
func (d Doc) Mend(e Error) []Edit {
	raw := d.Text[e.Offset:e.End]
	switch e.Rule {
	case RuleComma:
		return []Edit{{e.Offset, e.End, ","}}
	case RuleColon:
		end := e.End
		if i := end + len(spaces(d.Text[end:])); byteAt(d.Text, i) == '=' {
			end = i + 1
		}
		return []Edit{{e.Offset, end, ":"}}
	case RuleCommaExtra, RuleBOM, RuleComment, RuleStray:
		return []Edit{{e.Offset, e.End, ""}}
	case RuleNameQuote:
		return []Edit{{e.Offset, e.End, Quote(requoted(raw))}}
	case RuleSingleQuote:
		if len(raw) > 1 && strings.HasSuffix(raw, "'") {
			return []Edit{{e.Offset, e.End, Quote(requoted(raw))}}
		}
	case RuleString:
		return []Edit{{e.End, e.End, `"`}}
	case RuleLiteral:
		if word, ok := words[strings.ToLower(raw)]; ok {
			return []Edit{{e.Offset, e.End, word}}
		}
	}
	return nil
}

func spaces(text string) string { return text[:len(text)-len(strings.TrimLeft(text, " \t\r\n"))] }

// requoted is the text that a name or a string without double quotes stands for.
func requoted(raw string) string {
	inside := strings.Trim(raw, "'")
	return unquote(`"` + strings.ReplaceAll(strings.ReplaceAll(inside, `\'`, `'`), `"`, `\"`) + `"`)
}
