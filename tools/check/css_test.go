package check

import (
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

const (
	styles = "web/style"
	tokens = styles + "/tokens.css"
)

// sheet is one style sheet; text has its comments blanked, lines kept.
type sheet struct{ path, text string }

var comment = regexp.MustCompile(`(?s)/\*.*?\*/`)

func sheets(t *testing.T) []sheet {
	t.Helper()
	var all []sheet
	for _, p := range list(styles, ".css") {
		text := comment.ReplaceAllStringFunc(read(t, p), func(c string) string {
			return strings.Repeat("\n", strings.Count(c, "\n"))
		})
		all = append(all, sheet{p, text})
	}
	if len(all) == 0 {
		t.Fatalf("%s holds no style sheet", styles)
	}
	return all
}

func TestStylesAreInOrder(t *testing.T) {
	order := strings.Fields(read(t, styles+"/order.txt"))
	var files []string
	for _, s := range sheets(t) {
		files = append(files, strings.TrimPrefix(s.path, styles+"/"))
	}
	for _, f := range files {
		if !slices.Contains(order, f) {
			t.Errorf("%s/%s is in no page; add its line to order.txt", styles, f)
		}
	}
	for i, f := range order {
		if !slices.Contains(files, f) || slices.Contains(order[:i], f) {
			t.Errorf("order.txt: %s isn't there, or is there twice; drop the line", f)
		}
	}
}

// TestStylesStayInTheirLayer wants a file to hold the layer that it is named
// for, and the layers to be declared once.
func TestStylesStayInTheirLayer(t *testing.T) {
	layers := regexp.MustCompile(`@layer ([\w, ]+)([;{])`)
	for _, s := range sheets(t) {
		want := strings.TrimSuffix(path.Base(s.path), ".css")
		if path.Dir(s.path) == styles+"/parts" {
			want = "parts"
		}
		for _, m := range layers.FindAllStringSubmatch(s.text, -1) {
			name := strings.TrimSpace(m[1])
			if m[2] == ";" && s.path != tokens {
				t.Errorf("%s: the order of layers is declared in tokens.css only", s.path)
			}
			if m[2] == "{" && name != want {
				t.Errorf("%s: holds layer %s; put these rules into a file of that layer", s.path, name)
			}
		}
	}
}

// literalsInStyles are what only tokens.css may hold. Media queries can't read
// tokens, so their widths stand in them.
var literalsInStyles = []struct {
	what string
	re   *regexp.Regexp
}{
	{"a colour", regexp.MustCompile(`#[0-9a-fA-F]{3,8}\b|\b(rgba?|hsla?|hwb|lab|lch|oklab|oklch|light-dark|color-mix)\(`)},
	{"a named colour", regexp.MustCompile(`:[^;{]*\b(black|white|gray|grey|red|green|blue|orange|purple|yellow)\b`)},
	{"a length in rem", regexp.MustCompile(`\d(rem)\b`)},
	{"a duration", regexp.MustCompile(`\d(ms|s)\b`)},
	{"a font family", regexp.MustCompile(`font-family:`)},
	{"a z-index over 4", regexp.MustCompile(`z-index: ([5-9]|\d\d)`)},
	{"!important", regexp.MustCompile(`!important`)},
	{"an id selector", regexp.MustCompile(`(^|[\s,>+~(}])#[a-zA-Z][\w-]*[^;:]*[{,]`)},
}

// pixels are lengths; 3 of them are an optical correction, more are a size.
var pixels = regexp.MustCompile(`(-?[\d.]+)px`)

func TestLiteralsAreTokens(t *testing.T) {
	for _, s := range sheets(t) {
		if s.path == tokens {
			continue
		}
		for i, line := range strings.Split(s.text, "\n") {
			if strings.Contains(line, "@media") {
				continue
			}
			for _, l := range literalsInStyles {
				if l.re.MatchString(line) {
					t.Errorf("%s:%d: %s in %q; name it in tokens.css, or do without", s.path, i+1, l.what, strings.TrimSpace(line))
				}
			}
			for _, m := range pixels.FindAllStringSubmatch(line, -1) {
				if n, _ := strconv.ParseFloat(m[1], 64); n > 3 || n < -3 {
					t.Errorf("%s:%d: %s is a size; name it in tokens.css", s.path, i+1, m[0])
				}
			}
		}
	}
}

func TestTokensAreDefinedAndUsed(t *testing.T) {
	defined, used := map[string]string{}, map[string]string{}
	for _, s := range sheets(t) {
		for _, m := range regexp.MustCompile(`(--[\w-]+)\s*:`).FindAllStringSubmatch(s.text, -1) {
			defined[m[1]] = s.path
		}
		for _, m := range regexp.MustCompile(`var\((--[\w-]+)`).FindAllStringSubmatch(s.text, -1) {
			used[m[1]] = s.path
		}
	}
	for name, where := range used {
		if defined[name] == "" {
			t.Errorf("%s: var(%s) is defined nowhere; define it in tokens.css", where, name)
		}
	}
	for name, where := range defined {
		if used[name] == "" {
			t.Errorf("%s: %s is used nowhere; drop it", where, name)
		}
	}
}

// TestNestingIsShallow allows layer, at-rule, rule and one rule in it.
func TestNestingIsShallow(t *testing.T) {
	for _, s := range sheets(t) {
		var open []string
		start := 0
		for i, c := range s.text {
			switch c {
			case '{':
				open = append(open, strings.TrimSpace(s.text[start:i]))
				if rules(open) > 2 {
					t.Errorf("%s:%d: %q nests two deep; write the rule on its own", s.path, lineOf(s.text, i), open[len(open)-1])
				}
				start = i + 1
			case '}':
				open = open[:max(len(open)-1, 0)]
				start = i + 1
			case ';':
				start = i + 1
			}
		}
	}
}

// rules counts the open blocks that are no at-rules.
func rules(open []string) int {
	n := 0
	for _, head := range open {
		if !strings.HasPrefix(head, "@") {
			n++
		}
	}
	return n
}
