package ui

import (
	"strings"
	"unicode/utf8"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"toolyard/app/validate"
)

// phrase is a sentence of the locale in which {name} stands for foreign texts:
// each of them is code, with comma between two.
func phrase(template string, parts map[string][]string, comma string) []app.UI {
	var words []app.UI
	for template != "" {
		before, rest, found := strings.Cut(template, "{")
		name, after, closed := strings.Cut(rest, "}")
		texts, known := parts[name]
		if !found || !closed || !known {
			return append(words, app.Text(template))
		}
		if before != "" {
			words = append(words, app.Text(before))
		}
		for i, text := range texts {
			if i > 0 {
				words = append(words, app.Text(comma))
			}
			words = append(words, el("code").Attr("translate", "no").Text(text))
		}
		template = after
	}
	return words
}

// clip is the beginning of a foreign text, as much as a sentence bears.
func clip(text string) string {
	const most = 80
	if utf8.RuneCountInString(text) <= most {
		return text
	}
	return string([]rune(text)[:most]) + "…"
}

// colouredMost is the longest text, in bytes, that is coloured inside a message:
// each token is an element.
const colouredMost = 8 << 10

// coloured is a JSON text token by token, with what is at fault underlined. Its
// text content is the text. A longer one stands in blocks; one that gets no colours
// in the very blocks that it arrived in, so that nothing is drawn anew at its end.
func coloured(text string, marks []validate.Problem) []app.UI {
	if len(text) > colourful {
		return exact(text)
	}
	if len(text) > colouredMost {
		return blocks(text)
	}
	var parts []app.UI
	from := 0
	for _, m := range marks {
		if m.Start < from || m.End > len(text) {
			continue
		}
		parts = append(parts, tokens(text[from:m.Start])...)
		parts = append(parts, el("mark").Body(tokens(text[m.Start:m.End])...))
		from = m.End
	}
	return append(parts, tokens(text[from:])...)
}

func tokens(text string) []app.UI {
	var parts []app.UI
	plain := 0
	for i := 0; i < len(text); {
		n, class := token(text[i:])
		if class != "" {
			if plain < i {
				parts = append(parts, app.Text(text[plain:i]))
			}
			parts = append(parts, el("i").Class(class).Text(text[i:i+n]))
			plain = i + n
		}
		i += n
	}
	if plain < len(text) {
		parts = append(parts, app.Text(text[plain:]))
	}
	return parts
}
