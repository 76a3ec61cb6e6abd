package ui

import (
	"html"
	"strings"
	"testing"
	"unicode/utf8"
)

// read is the text content of blocks: their markup without tags, unescaped.
func read(t *testing.T, blocks []string) string {
	var text strings.Builder
	for _, block := range blocks {
		inner, ok := strings.CutPrefix(block, `<span class="block">`)
		inner, ok2 := strings.CutSuffix(inner, `</span>`)
		if !ok || !ok2 {
			t.Fatalf("a block of its own making: %.80q", block)
		}
		for _, class := range []string{"k", "s", "n"} {
			inner = strings.ReplaceAll(inner, `<i class="`+class+`">`, "")
		}
		inner = strings.ReplaceAll(inner, "</i>", "")
		if strings.ContainsAny(inner, "<>") {
			t.Fatalf("markup in %.200q", inner)
		}
		text.WriteString(html.UnescapeString(inner))
	}
	return text.String()
}

func TestBlocksAreTheText(t *testing.T) {
	long := `{"text": "` + strings.Repeat("天气 <b>&amp;</b> ", 4000) + `"}`
	for _, text := range []string{
		"", "\n", "{}", `{"a": "b\"c", "n": [1, -2.5e9, true, null]}`, `<script>alert("x")</script>`,
		"data: {\"a\":1}\r\n\r\n", `"unended`, `"\`, long, strings.Repeat("[1,\n", 3000), strings.Repeat(long, 6),
	} {
		blocks := blocksOf(text)
		if got := read(t, blocks); got != text {
			t.Errorf("%.60q came out as %.60q", text, got)
		}
		for _, block := range blocks {
			if n := len(html.UnescapeString(block)); n > 40*blockMost {
				t.Errorf("a block of %d bytes", n)
			}
		}
	}
}

func TestBlocksAreColoured(t *testing.T) {
	got := strings.Join(blocksOf(`{"a" : "b", "n": -1.5, "t": true}`), "")
	want := `<span class="block">{<i class="k">&#34;a&#34;</i> : <i class="s">&#34;b&#34;</i>, <i class="k">&#34;n&#34;</i>: ` +
		`<i class="n">-1.5</i>, <i class="k">&#34;t&#34;</i>: <i class="n">true</i>}</span>`
	if got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

// FuzzBlocks: whatever the text, nothing of it becomes markup, and nothing is lost.
func FuzzBlocks(f *testing.F) {
	for _, seed := range []string{`{"a":"<i class=\"k\">"}`, "</span>", "&lt;", `"\`, "tru", "\xff<", strings.Repeat("é", 5000)} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) || strings.Contains(text, "\x00") {
			blocksOf(text) // the page can't hold these: they must only not end the program
			return
		}
		if got := read(t, blocksOf(text)); got != text {
			t.Errorf("%q came out as %q", text, got)
		}
	})
}
