// Package tool is what the model is offered: a function with a name, a
// description and the schema of its parameters.
//
//   - A tool is offered unless it is switched off.
//   - Its name is what the model calls it by. It is kept as typed: what a
//     provider would refuse is a problem, not a correction.
package tool

import "toolyard/app/schema"

// Tool is a function tool as the person typed it. It is a value, and cheap to
// compare by reflect.DeepEqual with the one that it was changed from: what did
// not change is the same memory. The zero Tool is offered, without a name.
type Tool struct {
	ID          int // within its playground, never given twice
	Name        string
	Description string
	Parameters  schema.Schema // the text as typed, and its tree
	Strict      bool
	Off         bool // not offered to the model
}

// New is a tool that is offered, with its parameters as JSON text.
func New(id int, name, description, parameters string) Tool {
	return Tool{ID: id, Name: name, Description: description, Parameters: schema.Read(parameters)}
}

// Offered is those of the tools that the model is told of, in their order.
func Offered(tools []Tool) []Tool {
	var offered []Tool
	for _, t := range tools {
		if !t.Off {
			offered = append(offered, t)
		}
	}
	return offered
}

// Unique is name, or where it is taken the first numbered one that is free:
// get_weather_2.
func Unique(name string, taken ...string) string { return schema.Unique(name, taken...) }
