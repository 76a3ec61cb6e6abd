package simulator

import (
	"math/big"
	"regexp"
	"regexp/syntax"
	"strconv"
	"strings"
	"unicode/utf8"

	"toolyard/app/jsondoc"
)

// object writes the required members, and those that the ask has a fact for.
func (f *filler) object(n *jsondoc.Node) string {
	required := map[string]bool{}
	for _, e := range elements(n.Get("required")) {
		required[text(f.doc, e)] = true
	}
	var members []string
	written := map[string]bool{}
	write := func(name, value string) {
		written[name] = true
		members = append(members, jsondoc.Quote(name)+":"+value)
	}
	if properties := n.Get("properties"); properties != nil {
		for _, p := range properties.Members {
			if !written[p.Name] && (required[p.Name] || f.wants(p.Name, f.resolve(p.Value))) {
				outer := f.must
				f.must = required[p.Name]
				write(p.Name, f.value(p.Name, p.Value))
				f.must = outer
			}
		}
	}
	for _, e := range elements(n.Get("required")) {
		if name := text(f.doc, e); !written[name] {
			write(name, f.extra(n, name))
		}
	}
	for i := 1; len(members) < f.count(n, "minProperties") && i < 100; i++ {
		name := "key" + strconv.Itoa(i)
		write(name, f.extra(n, name))
	}
	return "{" + strings.Join(members, ",") + "}"
}

// extra is a member that no property describes.
func (f *filler) extra(n *jsondoc.Node, name string) string {
	if rest := n.Get("additionalProperties"); rest != nil && rest.Kind == jsondoc.Object {
		return f.value(name, rest)
	}
	return `"example"`
}

func (f *filler) array(name string, n *jsondoc.Node) string {
	var items []string
	seen := map[string]bool{}
	add := func(item string) {
		if n.Get("uniqueItems") != nil && seen[item] {
			item = different(item, len(items))
		}
		seen[item] = true
		items = append(items, item)
	}
	for _, e := range elements(n.Get("prefixItems")) {
		add(f.value(name, e))
	}
	element := n.Get("items")
	most := f.count(n, "maxItems")
	for f.wantsItem(name, element) && (most == 0 || len(items) < most) {
		add(f.value(name, element))
	}
	least := f.count(n, "minItems")
	for len(items) < least && len(items) < 1000 {
		if element == nil || element.Kind != jsondoc.Object {
			add(strconv.Quote("example"))
			continue
		}
		add(f.value(name, element))
	}
	return "[" + strings.Join(items, ",") + "]"
}

// different makes a repeated item of an array of unique ones another.
func different(item string, i int) string {
	if s, ok := strings.CutSuffix(item, `"`); ok {
		return s + strconv.Itoa(i+1) + `"`
	}
	if n, err := strconv.Atoi(item); err == nil {
		return strconv.Itoa(n + i)
	}
	return item
}

func (f *filler) count(n *jsondoc.Node, keyword string) int {
	limit := n.Get(keyword)
	if limit == nil {
		return 0
	}
	c, err := strconv.Atoi(f.doc.Raw(limit))
	if err != nil {
		return 0
	}
	return c
}

// number is a usual one, moved into its bounds: half an hour, ten results, one.
func (f *filler) number(name string, n *jsondoc.Node) string {
	usual := map[string]int64{"minute": 30, "count": 10}[f.roleOf(name, n).unit]
	return f.within(n, big.NewRat(max(usual, 1), 1))
}

// within moves a number to the nearest one that the bounds of a part allow.
func (f *filler) within(n *jsondoc.Node, v *big.Rat) string {
	step := big.NewRat(1, 1)
	if f.typeOf(n) == "number" {
		step = big.NewRat(1, 100)
	}
	if m := f.bound(n, "multipleOf"); m != nil && m.Sign() > 0 {
		step = m
	}
	low, high := f.bound(n, "minimum"), f.bound(n, "maximum")
	if b := f.bound(n, "exclusiveMinimum"); b != nil {
		low = new(big.Rat).Add(b, step)
	}
	if b := f.bound(n, "exclusiveMaximum"); b != nil {
		high = new(big.Rat).Sub(b, step)
	}
	switch {
	case low != nil && v.Cmp(low) < 0:
		v = up(low, step)
	case high != nil && v.Cmp(high) > 0:
		v = new(big.Rat).Neg(up(new(big.Rat).Neg(high), step))
	case n.Get("multipleOf") != nil || f.typeOf(n) == "integer":
		v = up(v, step)
	}
	return decimal(v)
}

// up rounds to the next multiple of a step.
func up(v, step *big.Rat) *big.Rat {
	q := new(big.Rat).Quo(v, step)
	whole := new(big.Int).Div(new(big.Int).Add(q.Num(), new(big.Int).Sub(q.Denom(), big.NewInt(1))), q.Denom())
	return new(big.Rat).Mul(new(big.Rat).SetInt(whole), step)
}

func decimal(v *big.Rat) string {
	if v.IsInt() {
		return v.Num().String()
	}
	return strings.TrimRight(v.FloatString(12), "0")
}

// bound reads a number of the schema; nil where there is none that is worth it.
func (f *filler) bound(n *jsondoc.Node, keyword string) *big.Rat {
	node := n.Get(keyword)
	if node == nil || node.Kind != jsondoc.Number || node.End-node.Start > 30 || strings.ContainsAny(f.doc.Raw(node), "eE") {
		return nil
	}
	v, _ := new(big.Rat).SetString(f.doc.Raw(node))
	return v
}

var formats = map[string]string{
	"time": "09:00:00Z", "duration": "PT1H",
	"email": "ada@example.com", "idn-email": "ada@example.com", "hostname": "example.com", "idn-hostname": "example.com",
	"ipv4": "192.0.2.1", "ipv6": "2001:db8::1", "uri": "https://example.com/", "uri-reference": "/example",
	"iri": "https://example.com/", "iri-reference": "/example", "uri-template": "/{id}",
	"uuid": "123e4567-e89b-42d3-a456-426614174000", "json-pointer": "/a", "relative-json-pointer": "0", "regex": "^a$",
}

// text is a string for which the ask has no fact.
func (f *filler) text(name string, n *jsondoc.Node) string {
	candidates := []string{}
	switch format := text(f.doc, n.Get("format")); format {
	case "":
	case "date":
		candidates = append(candidates, f.today)
	case "date-time":
		candidates = append(candidates, f.today+"T"+f.clock()+":00Z")
	default:
		candidates = append(candidates, formats[format])
	}
	if pattern := text(f.doc, n.Get("pattern")); pattern != "" {
		candidates = append(candidates, matching(pattern))
	}
	if !f.lean {
		candidates = append(candidates, f.described(n), f.said(name, n))
	}
	candidates = append(candidates, "example", "EX", "1")
	for _, c := range candidates {
		if c = f.sized(n, c); c != "" && f.fits(n, jsondoc.Quote(c)) {
			return jsondoc.Quote(c)
		}
	}
	return jsondoc.Quote(f.sized(n, "example"))
}

// sized cuts or lengthens a text to the length that the schema allows.
func (f *filler) sized(n *jsondoc.Node, s string) string {
	if most := f.count(n, "maxLength"); most > 0 && utf8.RuneCountInString(s) > most {
		s = string([]rune(s)[:most])
	}
	if least := f.count(n, "minLength"); s != "" && least < 10_000 {
		for utf8.RuneCountInString(s) < least {
			s += "x"
		}
	}
	return s
}

var reExample = regexp.MustCompile(`(?i)(?:e\.g\.,?|for example,?|such as|例如|比如|如)[:：]?\s*["“'‘]?([^"”'’;；。)）]+)`)

// described is the example that a description gives in words.
func (f *filler) described(n *jsondoc.Node) string {
	m := reExample.FindStringSubmatch(text(f.doc, n.Get("description")))
	if m == nil {
		return ""
	}
	first, _, _ := strings.Cut(m[1], " or ")
	first, _, _ = strings.Cut(first, "、")
	first, _, _ = strings.Cut(first, "或")
	return strings.TrimRight(strings.TrimSpace(first), ".,，")
}

// matching is a short text that a pattern matches, if it is a plain one.
func matching(pattern string) string {
	re, err := syntax.Parse(pattern, syntax.Perl)
	if err != nil {
		return ""
	}
	var b strings.Builder
	generate(&b, re.Simplify(), 0)
	return b.String()
}

func generate(b *strings.Builder, re *syntax.Regexp, depth int) {
	if depth > 100 || b.Len() > 1000 {
		return
	}
	switch re.Op {
	case syntax.OpLiteral:
		b.WriteString(string(re.Rune))
	case syntax.OpCharClass:
		b.WriteRune(printable(re.Rune))
	case syntax.OpAnyChar, syntax.OpAnyCharNotNL:
		b.WriteByte('a')
	case syntax.OpConcat, syntax.OpCapture, syntax.OpPlus:
		for _, sub := range re.Sub {
			generate(b, sub, depth+1)
		}
	case syntax.OpAlternate:
		generate(b, re.Sub[0], depth+1)
	case syntax.OpRepeat:
		for range re.Min {
			generate(b, re.Sub[0], depth+1)
		}
	}
}

// printable picks a character of a class that people can read, where it has one.
func printable(ranges []rune) rune {
	for _, wanted := range "a1A_" {
		for i := 0; i+1 < len(ranges); i += 2 {
			if ranges[i] <= wanted && wanted <= ranges[i+1] {
				return wanted
			}
		}
	}
	for i := 0; i+1 < len(ranges); i += 2 {
		if ranges[i+1] >= ' ' {
			return max(ranges[i], ' ')
		}
	}
	return ranges[0]
}
