// Package validate says whether a JSON value satisfies a JSON Schema, and where
// it does not.
//
// The value is the text that a model wrote as the arguments of a tool call; the
// schema is the text of the function's parameters, draft 2020-12 unless its
// $schema says otherwise. The state of a value is one word on it. A problem is
// one place of the value that breaks one keyword of the schema; it carries the
// exact texts of both, and the words of the sentence are the page's. A reason
// says why a value could not be checked at all: the schema is at fault then.
//
// What is plain from the texts alone is said here. For the rest package checker
// has a library, whose size keeps it out of the page's program.
package validate

import "toolyard/app/jsondoc"

// State is one word on a value. The first four are values of data-arguments.
type State string

const (
	Valid       State = "valid"
	Mismatch    State = "schema-mismatch"
	InvalidJSON State = "invalid-json"
	Empty       State = "empty"     // nothing but white space
	Unchecked   State = "unchecked" // Result.Reason says why
)

// Keywords of problems that no keyword of a schema stands for.
const (
	NotJSON          = "json"              // Got is the rule of the jsondoc.Error
	NumberTooLong    = "number-too-long"   // the number is not expanded, so the value is not checked
	PatternUnchecked = "pattern-unchecked" // Want is a pattern that Go's regexp can't read; no mismatch
	NothingAllowed   = "false"             // the schema at this place is false
)

// Problem is one place of a value that breaks one keyword.
type Problem struct {
	Pointer    string // JSON pointer in the value
	Start, End int    // its bytes in the value's text
	Keyword    string // as in the schema, or one of the constants above
	Schema     string // JSON pointer to the keyword in the schema's text
	Want       string // JSON: the keyword's value in the schema; a name where one is missing
	Got        string // JSON: the value at Pointer; a name where one is too many; "" where it is missing
}

// Reason says why a value was not checked.
type Reason string

const (
	SchemaNotJSON  Reason = "schema-not-json"
	SchemaInvalid  Reason = "schema-invalid"   // no schema of its draft; Detail is the library's own account
	SchemaTooLarge Reason = "schema-too-large" // or it multiplies: the check was given up
	SchemaRemote   Reason = "schema-remote"    // it refers to another document; Detail is its address
	ValueTooLong   Reason = "number-too-long"
)

// Result is what was found. Problems are in the order of the value's text.
type Result struct {
	State    State
	Problems []Problem
	Reason   Reason // only where State is Unchecked
	Detail   string // foreign text to Reason
}

// OfJSON says whether the value was JSON, whatever else was found.
func (r Result) OfJSON() bool {
	return r.State == Valid || r.State == Mismatch || r.State == Unchecked
}

// Plain is the result that needs no schema to be understood: the value is blank
// or no JSON, or the schema is blank and allows every value. For all others ok
// is false.
func Plain(schemaText, valueText string) (r Result, ok bool) {
	if blank(valueText) {
		return Result{State: Empty}, true
	}
	if value := jsondoc.Parse(valueText); !value.OK() {
		return Result{State: InvalidJSON, Problems: notJSON(value)}, true
	}
	if blank(schemaText) {
		return Result{State: Valid}, true
	}
	return Result{}, false
}

func notJSON(d jsondoc.Doc) []Problem {
	problems := make([]Problem, len(d.Errors))
	for i, e := range d.Errors {
		problems[i] = Problem{Start: e.Offset, End: e.End, Keyword: NotJSON, Got: e.Rule}
	}
	return problems
}

// blank is true for texts of nothing but JSON's white space.
func blank(text string) bool {
	for i := range len(text) {
		switch text[i] {
		case ' ', '\t', '\n', '\r':
		default:
			return false
		}
	}
	return true
}
