package check

import "testing"

// surfaces are what text stands on.
var surfaces = []string{"page", "pane", "sunk", "raise", "hover", "accent-tint", "call-tint", "danger-tint", "warn-tint"}

// readable are the pairs of tokens that a person must tell apart, with WCAG's
// ratio: 4.5 for text, 3 for the edges of controls.
var readable = []struct {
	front []string
	on    []string
	ratio float64
}{
	{[]string{"text", "soft", "accent", "call", "result", "danger", "warn"}, surfaces, 4.5},
	{[]string{"text", "soft", "accent"}, []string{"offer-tint"}, 4.5},
	{[]string{"json-key", "json-string", "json-number"}, surfaces, 4.5},
	{[]string{"line-number"}, []string{"pane", "sunk", "warn-tint", "danger-tint", "accent-tint"}, 4.5},
	{[]string{"on-accent"}, []string{"accent", "accent-hover"}, 4.5},
	{[]string{"on-pale"}, []string{"accent-pale"}, 4.5},
	{[]string{"edge"}, []string{"page", "pane", "sunk", "raise", "accent-tint"}, 3},
}

func TestContrast(t *testing.T) {
	css := read(t, tokens)
	for _, s := range []scheme{light, dark} {
		p := newPalette(css, s)
		for _, r := range readable {
			for _, front := range r.front {
				for _, on := range r.on {
					checkContrast(t, p, [2]string{front, on}, r.ratio)
				}
			}
		}
	}
}

func checkContrast(t *testing.T, p palette, pair [2]string, want float64) {
	t.Helper()
	front, err := p.token(pair[0])
	if err != nil {
		t.Fatal(err)
	}
	on, err := p.token(pair[1])
	if err != nil {
		t.Fatal(err)
	}
	if got := contrast(front, on); got < want {
		t.Errorf("%s: --%s on --%s has %.2f:1, at least %g:1; change its lightness in tokens.css", p.scheme, pair[0], pair[1], got, want)
	}
}

// TestContrastIsWCAGs holds the arithmetic against known values.
func TestContrastIsWCAGs(t *testing.T) {
	p := newPalette("--white: oklch(100% 0 0);\n--black: oklch(0% 0 0);\n--grey: oklch(56.59% 0 0);\n", light)
	for _, c := range []struct {
		name      string
		low, high float64
	}{{"black", 20.99, 21.01}, {"grey", 4.52, 4.56}, {"white", 1, 1}} {
		front, _ := p.token(c.name)
		white, _ := p.token("white")
		if got := contrast(front, white); got < c.low || got > c.high {
			t.Errorf("%s on white has %.3f:1, want %g…%g", c.name, got, c.low, c.high)
		}
	}
}
