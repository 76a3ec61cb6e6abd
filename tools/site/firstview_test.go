package main

import (
	"strings"
	"testing"
)

func TestReprint(t *testing.T) {
	for _, tt := range []struct{ printed, want string }{
		{`<div title="a \"b\" <c>" class="x">`, `<div class="x" title="a &#34;b&#34; &lt;c&gt;">`},
		{`<button aria-pressed data-off disabled>`, `<button aria-pressed="true" data-off="true" disabled>`},
		{"<div>\n  <p>\n    said\n  </p>\n</div>", "<div><p>\n    said\n  </p></div>"},
		{`<svg viewBox="0 0 16 16"><path d="m1 2"/><path d="m3 4"/></svg>`, `<svg viewBox="0 0 16 16"><path d="m1 2"/><path d="m3 4"/></svg>`},
		{`<input value="1"></input><b>`, `<input value="1"><b>`},
		{`<p>a &lt; b</p>`, `<p>a &lt; b</p>`},
	} {
		got, err := reprint(tt.printed)
		if err != nil || got != tt.want {
			t.Errorf("%s\ngot  %s %v\nwant %s", tt.printed, got, err, tt.want)
		}
	}
	for _, broken := range []string{`<div`, `<div class=x>`, `<div =>`, `<div class="x>`} {
		if got, err := reprint(broken); err == nil {
			t.Errorf("%s came out as %s", broken, got)
		}
	}
}

// TestFirstViewIsTheProgram: what stands on the page before the program runs is
// what the program draws first, in both languages, the same at every build.
func TestFirstViewIsTheProgram(t *testing.T) {
	for language, words := range map[string]string{"en": "Press Send", "zh-Hans": "发送"} {
		first, err := firstView(language)
		if err != nil {
			t.Fatal(err)
		}
		again, _ := firstView(language)
		if first != again {
			t.Errorf("%s: two builds differ", language)
		}
		for _, part := range []string{words, `data-testid="app"`, `data-testid="prompt"`, `lang="` + language + `"`, `aria-busy="true"`} {
			if !strings.Contains(first, part) {
				t.Errorf("%s: no %s", language, part)
			}
		}
		if strings.Contains(first, `data-ready`) || strings.Contains(first, " style=") {
			t.Errorf("%s: it promises what it can't hold", language)
		}
	}
}
