// Package checker holds a value against a schema, with a library: all that
// package validate can't say by itself.
//
// The library that decides is github.com/santhosh-tekuri/jsonschema. What it
// must never meet is kept from it: numbers that take seconds to expand, schemas
// that multiply without end, addresses to load from. No text, however hostile,
// makes Check panic, load anything or run for long.
//
// It weighs 100 KB in brotli, so only the workshop links it (package job).
package checker

import (
	"toolyard/app/jsondoc"
	"toolyard/app/validate"
)

// Check validates a value against a schema. A blank schema allows every value.
func Check(schemaText, valueText string) validate.Result {
	if r, plain := validate.Plain(schemaText, valueText); plain {
		return r
	}
	value := jsondoc.Parse(valueText)
	if long := longNumbers(value); len(long) > 0 {
		return validate.Result{State: validate.Unchecked, Reason: validate.ValueTooLong, Problems: long}
	}
	p := compiled.get(schemaText, compileAlone)
	if p.reason != "" {
		return validate.Result{State: validate.Unchecked, Reason: p.reason, Detail: p.detail}
	}
	return p.check(value)
}
