package ui

import (
	"strings"
	"unicode/utf8"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"toolyard/app/provider"
)

// rawText shows a text of any size exactly. It is drawn as blocks that the
// browser lays out only when they come into view; together their text is the
// text, with nothing added.
func rawText(testID, text string) app.UI {
	return rawPre(testID, blocksOf(text))
}

// requestText shows a request as it goes out, with the key masked.
func requestText(r provider.Request) app.UI {
	head := strings.TrimSuffix(r.HTTP(), r.Body)
	var b blockBuilder
	b.escaped(head)
	return rawPre("request-raw", append([]string{`<span class="block">` + b.html.String() + `</span>`}, blocksOf(r.Body)...))
}

// blocks is a text as its coloured blocks.
func blocks(text string) []app.UI { return drawn(blocksOf(text)) }

func drawn(html []string) []app.UI {
	blocks := make([]app.UI, len(html))
	for i, block := range html {
		blocks[i] = app.Raw(block)
	}
	return blocks
}

// exact is a text that is no JSON, whole. A browser lays one long run of text
// out in quadratic time (1 MB in 25 s), so a long one stands in blocks, too.
func exact(text string) []app.UI {
	if len(text) <= blockMost {
		return []app.UI{app.Text(text)}
	}
	var parts []app.UI
	for text != "" {
		n := cut(text, blockMost)
		if end := strings.LastIndexAny(text[:n], "\n "); n < len(text) && end >= blockSize {
			n = end + 1
		}
		parts = append(parts, of("span", "block").Text(text[:n]))
		text = text[n:]
	}
	return parts
}

func rawPre(testID string, html []string) app.UI {
	return of("pre", "json").DataSet("size", "small").DataSet("testid", testID).Attr("translate", "no").
		Lang("en").Body(drawn(html)...)
}

// Sizes of raw text, in bytes.
const (
	blockSize = 4 << 10   // a block ends at the first line end behind this
	blockMost = 8 << 10   // and here at the latest
	colourful = 256 << 10 // a longer text is not coloured
)

// blocksOf is the one place where foreign text becomes markup: it cuts a text
// into blocks and escapes every character that means something to HTML. The
// text content of the blocks, joined, is the text.
func blocksOf(text string) []string {
	b := blockBuilder{coloured: len(text) <= colourful}
	for i := 0; i < len(text); {
		n, class := 1, ""
		if b.coloured {
			n, class = token(text[i:])
		} else if n = strings.IndexByte(text[i:], '\n') + 1; n == 0 {
			n = len(text) - i
		}
		b.write(text[i:i+n], class)
		i += n
	}
	return b.done()
}

// blockBuilder collects escaped text and starts a new block where one is full.
type blockBuilder struct {
	coloured bool
	blocks   []string
	html     strings.Builder
	size     int
}

// entities are the characters that mean something to HTML, as text.
var entities = [256]string{'&': "&amp;", '<': "&lt;", '>': "&gt;", '"': "&#34;", '\'': "&#39;", '\r': "&#13;", 0: "\uFFFD"}

func (b *blockBuilder) write(text, class string) {
	for len(text) > 0 {
		part := text[:cut(text, blockMost-b.size)]
		if class != "" {
			b.html.WriteString(tagOf[class])
		}
		b.escaped(part)
		if class != "" {
			b.html.WriteString("</i>")
		}
		b.size += len(part)
		text = text[len(part):]
		if b.size >= blockMost-utf8.UTFMax || b.size >= blockSize && strings.HasSuffix(part, "\n") {
			b.flush()
		}
	}
}

// tagOf is how a token of a class begins.
var tagOf = map[string]string{"k": `<i class="k">`, "s": `<i class="s">`, "n": `<i class="n">`}

// escaped writes a text: most have nothing to escape, and of a string only its
// quotes.
func (b *blockBuilder) escaped(text string) {
	from := 0
	for i := 0; i < len(text); i++ {
		if with := entities[text[i]]; with != "" {
			b.html.WriteString(text[from:i])
			b.html.WriteString(with)
			from = i + 1
		}
	}
	b.html.WriteString(text[from:])
}

func (b *blockBuilder) flush() {
	if b.size > 0 {
		b.blocks = append(b.blocks, `<span class="block">`+b.html.String()+`</span>`)
		b.html.Reset()
		b.size = 0
	}
}

func (b *blockBuilder) done() []string {
	b.flush()
	return b.blocks
}

// cut is the longest length of at most n bytes, and at least one character,
// that ends where a character ends.
func cut(text string, n int) int {
	if n >= len(text) {
		return len(text)
	}
	for n > 0 && !utf8.RuneStart(text[n]) {
		n--
	}
	if n <= 0 {
		_, n = utf8.DecodeRuneInString(text)
	}
	return n
}

// token is the length of the JSON token that a text begins with, and the class
// that colours it: k a name, s a string, n a number or a word. It only has an
// eye for shapes: text that is no JSON is coloured by chance and never changed.
func token(text string) (int, string) {
	switch c := text[0]; {
	case c == '"':
		n := stringEnd(text)
		if rest := strings.TrimLeft(text[n:min(n+8, len(text))], " \t"); strings.HasPrefix(rest, ":") {
			return n, "k"
		}
		return n, "s"
	case c == '-' || c >= '0' && c <= '9':
		return span(text, "+-.0123456789eE"), "n"
	case strings.HasPrefix(text, "true"), strings.HasPrefix(text, "null"):
		return 4, "n"
	case strings.HasPrefix(text, "false"):
		return 5, "n"
	case c == '\n':
		return 1, ""
	}
	n := strings.IndexAny(text[1:], "\"-0123456789tfn\n")
	if n < 0 {
		return len(text), ""
	}
	return n + 1, ""
}

// stringEnd is the length of the string literal that a text begins with, or of
// the rest of its line where the literal does not end.
func stringEnd(text string) int {
	for i := 1; i < len(text); i++ {
		switch text[i] {
		case '\\':
			i++
		case '"':
			return i + 1
		case '\n':
			return i
		}
	}
	return len(text)
}

func span(text, of string) int {
	n := 1
	for n < len(text) && strings.IndexByte(of, text[n]) >= 0 {
		n++
	}
	return n
}
