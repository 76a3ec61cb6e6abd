package checker

import (
	"errors"
	"fmt"
	"strings"
	"sync"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"toolyard/app/jsondoc"
	"toolyard/app/validate"
)

// home is the address of every schema: what refers elsewhere is remote.
const home = "toolyard:///schema.json"

// maxSubschemas bounds the time to compile, which grows with its square.
const maxSubschemas = 10_000

// program is a schema ready to check values with, or the reason why it isn't.
// It checks one value at a time.
type program struct {
	doc    jsondoc.Doc
	schema *jsonschema.Schema
	guard  *guard
	reason validate.Reason
	detail string

	mu sync.Mutex // guards guard, which counts for one check
}

// compileAlone compiles a schema that may refer to nothing outside of itself.
func compileAlone(text string) *program {
	return compile(text, func(c *jsonschema.Compiler) { c.UseLoader(noLoader{}) })
}

// compile never panics and never returns nil. prepare sets the compiler up.
func compile(text string, prepare func(*jsonschema.Compiler)) (p *program) {
	p = &program{doc: jsondoc.Parse(text), guard: &guard{}}
	if !p.doc.OK() {
		p.reason = validate.SchemaNotJSON
		return p
	}
	if len(longNumbers(p.doc)) > 0 || objects(p.doc) > maxSubschemas {
		p.reason = validate.SchemaTooLarge
		return p
	}
	defer func() {
		if broken := recover(); broken != nil {
			p.reason, p.detail = validate.SchemaInvalid, fmt.Sprint(broken)
		}
	}()
	c := jsonschema.NewCompiler()
	c.UseRegexpEngine(readPattern)
	c.RegisterVocabulary(p.guard.vocabulary())
	c.AssertVocabs()
	prepare(c)
	if err := c.AddResource(home, plain(p.doc, p.doc.Root)); err != nil {
		p.reason, p.detail = validate.SchemaInvalid, err.Error()
		return p
	}
	schema, err := c.Compile(home)
	p.schema = schema
	if err != nil {
		p.reason, p.detail = refusal(err)
	}
	return p
}

func objects(d jsondoc.Doc) (n int) {
	visit(d.Root, "", func(node *jsondoc.Node, _ string) {
		if node.Kind == jsondoc.Object {
			n++
		}
	})
	return n
}

// refusal puts an error of the compiler into a reason.
func refusal(err error) (validate.Reason, string) {
	var load *jsonschema.LoadURLError
	if errors.As(err, &load) {
		return validate.SchemaRemote, load.URL
	}
	return validate.SchemaInvalid, strings.ReplaceAll(err.Error(), home, "")
}

// noLoader refuses every address: a schema is checked alone.
type noLoader struct{}

func (noLoader) Load(string) (any, error) { return nil, errors.New("validate: not loaded") }

// check validates a value, which holds no long number.
func (p *program) check(value jsondoc.Doc) (r validate.Result) {
	p.mu.Lock()
	defer p.mu.Unlock()
	defer func() {
		if broken := recover(); broken != nil {
			r = validate.Result{State: validate.Unchecked, Reason: validate.SchemaTooLarge}
			if broken != errTooMuch {
				r.Reason, r.Detail = validate.SchemaInvalid, fmt.Sprint(broken)
			}
		}
	}()
	p.guard.reset()
	err := p.schema.Validate(plain(value, value.Root))
	rd := reading{program: p, value: value}
	var failed *jsonschema.ValidationError
	if errors.As(err, &failed) {
		rd.read(failed)
	}
	if rd.cycle {
		return validate.Result{State: validate.Unchecked, Reason: validate.SchemaInvalid, Detail: "$ref"}
	}
	state := validate.Valid
	if len(rd.problems) > 0 {
		state = validate.Mismatch
	}
	return validate.Result{State: state, Problems: inOrder(append(rd.problems, rd.unchecked()...))}
}
