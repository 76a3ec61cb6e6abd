package checker

import (
	"slices"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/santhosh-tekuri/jsonschema/v6/kind"
)

// alternatives reads an anyOf or oneOf that no branch of satisfies. Where it is
// plain which branch was meant, that branch's problems are what helps; where
// every branch wants another type, the types are; else the keyword is at fault.
func (r *reading) alternatives(e *jsonschema.ValidationError) {
	var meant []*jsonschema.ValidationError
	var types []string
	for _, branch := range e.Causes {
		if names := wrongType(branch, len(e.InstanceLocation)); names != nil {
			types = append(types, names...)
		} else {
			meant = append(meant, branch)
		}
	}
	if len(meant) > 1 {
		meant = slices.DeleteFunc(meant, func(b *jsonschema.ValidationError) bool {
			return wrongTag(b, len(e.InstanceLocation)+1)
		})
	}
	if len(meant) == 1 {
		r.read(meant[0])
		return
	}
	p := r.problem(e, pointer(e.InstanceLocation), e.ErrorKind.KeywordPath()[0])
	if len(meant) == 0 && len(types) >= len(e.Causes) {
		slices.Sort(types)
		p.Keyword, p.Want = "type", typeNames(slices.Compact(types))
	}
	r.note(p)
}

// wrongType returns the types that a branch wants of the value at a depth, nil
// where the value's own type is not what fails.
func wrongType(e *jsonschema.ValidationError, depth int) []string {
	for {
		if k, ok := e.ErrorKind.(*kind.Type); ok && len(e.InstanceLocation) == depth {
			return k.Want
		}
		if _, ok := e.ErrorKind.(*kind.Reference); !ok || len(e.Causes) != 1 {
			return nil
		}
		e = e.Causes[0]
	}
}

// wrongTag is true where a branch fails at a constant one level down: the usual
// way to tell the branches of a union apart.
func wrongTag(e *jsonschema.ValidationError, depth int) bool {
	switch k := e.ErrorKind.(type) {
	case *kind.Const:
		return len(e.InstanceLocation) == depth
	case *kind.Enum:
		return len(e.InstanceLocation) == depth && len(k.Want) == 1
	case *kind.Group, *kind.Reference:
		return slices.ContainsFunc(e.Causes, func(c *jsonschema.ValidationError) bool { return wrongTag(c, depth) })
	}
	return false
}
