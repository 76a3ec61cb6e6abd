package check

import (
	"fmt"
	"math"
	"regexp"
	"strconv"
	"strings"
)

// colour is a colour of oklab: lightness 0…1, and two axes.
type colour struct{ l, a, b float64 }

// scheme is one of the two that light-dark() chooses from.
type scheme int

const (
	light scheme = iota
	dark
)

func (s scheme) String() string { return [...]string{"light", "dark"}[s] }

// palette resolves tokens to colours in one scheme.
type palette struct {
	scheme scheme
	tokens map[string]string // name without its dashes, value as written
}

var (
	tokenLine = regexp.MustCompile(`(?m)^\s*--([\w-]+):\s*([^;]+);`)
	oklchForm = regexp.MustCompile(`^oklch\(([\d.]+)% ([\d.]+) ([\d.]+)\)$`)
	mixForm   = regexp.MustCompile(`^color-mix\(in oklab, (.+?) (\d+)%, (.+)\)$`)
)

// newPalette reads the tokens' first definitions: later ones are another
// language's or another pointer's, and hold no colours.
func newPalette(css string, s scheme) palette {
	p := palette{s, map[string]string{}}
	for _, m := range tokenLine.FindAllStringSubmatch(css, -1) {
		if p.tokens[m[1]] == "" {
			p.tokens[m[1]] = m[2]
		}
	}
	return p
}

// token is the colour of a token by its name.
func (p palette) token(name string) (colour, error) {
	value, ok := p.tokens[name]
	if !ok {
		return colour{}, fmt.Errorf("no token --%s", name)
	}
	return p.value(value)
}

// value reads a colour as tokens.css writes them.
func (p palette) value(v string) (colour, error) {
	v = strings.TrimSpace(v)
	if name, ok := strings.CutPrefix(v, "var(--"); ok {
		return p.token(strings.TrimSuffix(name, ")"))
	}
	if inside, ok := strings.CutPrefix(v, "light-dark("); ok {
		pair := strings.SplitN(strings.TrimSuffix(inside, ")"), ", ", 2)
		return p.value(pair[p.scheme])
	}
	if m := mixForm.FindStringSubmatch(v); m != nil {
		return p.mix(m[1], m[3], number(m[2])/100)
	}
	if m := oklchForm.FindStringSubmatch(v); m != nil {
		h := number(m[3]) * math.Pi / 180
		c := number(m[2])
		return colour{number(m[1]) / 100, c * math.Cos(h), c * math.Sin(h)}, nil
	}
	return colour{}, fmt.Errorf("%q is written in no form that this check reads; teach colour_test.go", v)
}

func (p palette) mix(first, second string, share float64) (colour, error) {
	a, err := p.value(first)
	if err != nil {
		return colour{}, err
	}
	b, err := p.value(second)
	if err != nil {
		return colour{}, err
	}
	between := func(x, y float64) float64 { return x*share + y*(1-share) }
	return colour{between(a.l, b.l), between(a.a, b.a), between(a.b, b.b)}, nil
}

// luminance is WCAG's, of the colour as sRGB shows it. The matrices are those of
// Björn Ottosson's oklab, to linear sRGB.
func (c colour) luminance() float64 {
	l := cube(c.l + .3963377774*c.a + .2158037573*c.b)
	m := cube(c.l - .1055613458*c.a - .0638541728*c.b)
	s := cube(c.l - .0894841775*c.a - 1.2914855480*c.b)
	red := 4.0767416621*l - 3.3077115913*m + .2309699292*s
	green := -1.2684380046*l + 2.6097574011*m - .3413193965*s
	blue := -.0041960863*l - .7034186147*m + 1.7076147010*s
	return .2126*clamp(red) + .7152*clamp(green) + .0722*clamp(blue)
}

// contrast is WCAG's ratio of two colours, 1…21.
func contrast(a, b colour) float64 {
	x, y := a.luminance(), b.luminance()
	return (max(x, y) + .05) / (min(x, y) + .05)
}

func cube(x float64) float64  { return x * x * x }
func clamp(x float64) float64 { return min(max(x, 0), 1) }

func number(s string) float64 {
	n, _ := strconv.ParseFloat(s, 64)
	return n
}
