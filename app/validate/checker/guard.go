package checker

import (
	"errors"
	"regexp"
	"slices"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

// maxSteps bounds one check: a schema of a few hundred bytes can multiply
// itself to 2^100 comparisons.
const maxSteps = 500_000

var errTooMuch = errors.New("validate: too many steps")

// guard stands in every subschema, as a vocabulary of the library: it counts the
// steps of a check, and notes the patterns that were met and not checked.
type guard struct {
	steps int
	met   []metPattern
}

// metPattern is a string, or an object whose names are patterns, that should
// have been matched.
type metPattern struct{ value, pattern string }

func (g *guard) reset() { g.steps, g.met = 0, nil }

func (g *guard) vocabulary() *jsonschema.Vocabulary {
	return &jsonschema.Vocabulary{
		URL: "toolyard:///guard",
		Compile: func(_ *jsonschema.CompilerContext, object map[string]any) (jsonschema.SchemaExt, error) {
			return newPost(g, object), nil
		},
	}
}

// post is the guard's place in one subschema.
type post struct {
	guard    *guard
	weight   int      // how many subschemas one visit may fan out to
	pattern  string   // the unreadable pattern of its strings, if any
	patterns []string // the unreadable names of its patternProperties
}

func newPost(g *guard, object map[string]any) *post {
	p := &post{guard: g, weight: 1}
	for _, keyword := range []string{"allOf", "anyOf", "oneOf"} {
		branches, _ := object[keyword].([]any)
		p.weight += len(branches)
	}
	if s, ok := object["pattern"].(string); ok && !readable(s) {
		p.pattern = s
	}
	named, _ := object["patternProperties"].(map[string]any)
	for name := range named {
		if !readable(name) {
			p.patterns = append(p.patterns, name)
		}
	}
	slices.Sort(p.patterns)
	return p
}

// Validate runs once for each value that the subschema is held against.
func (p *post) Validate(ctx *jsonschema.ValidatorContext, v any) {
	p.guard.steps += p.weight
	if p.guard.steps > maxSteps {
		panic(errTooMuch)
	}
	switch v.(type) {
	case string:
		if p.pattern != "" {
			p.guard.meet(ctx, p.pattern)
		}
	case map[string]any:
		for _, pattern := range p.patterns {
			p.guard.meet(ctx, pattern)
		}
	}
}

func (g *guard) meet(ctx *jsonschema.ValidatorContext, pattern string) {
	g.met = append(g.met, metPattern{pointer(ctx.ValueLocation()), pattern})
}

// anything stands for a pattern that Go can't read: it matches every text, so
// that no value is blamed for it.
type anything struct{ pattern string }

func (anything) MatchString(string) bool { return true }
func (a anything) String() string        { return a.pattern }

// readPattern reads patterns for the library; a pointer, for it keys maps by them.
func readPattern(pattern string) (jsonschema.Regexp, error) {
	if re, err := regexp.Compile(pattern); err == nil {
		return re, nil
	}
	return &anything{pattern}, nil
}

func readable(pattern string) bool {
	_, err := regexp.Compile(pattern)
	return err == nil
}
