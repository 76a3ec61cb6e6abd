// Package importer reads what a person already has, whatever it is, as tools.
//
//   - A text is what was pasted or dropped. It is recognised by what stands in
//     it, never by a choice of the person.
//   - A form is what a text can be as a whole: a list of tools, a request body, a
//     playground, a schema, a sample. A shape is how one tool can be written.
//     Both are rows of tables; one more is one more file.
//   - A candidate is a tool that the text offers. It is part of no playground yet.
//   - A part is anything else that a request body or a playground says: a
//     message, a setting.
//   - A note is what the person must be told: what was changed, guessed, or left
//     out of something that was read.
//   - A reject is what was not read, and why.
//   - A repair is the edits that make JSON of a text that almost is. It is
//     offered, never made silently.
//
// Nothing is lost without a word: every element of a list and every member of a
// body is a candidate, a part, a note or a reject.
package importer

import (
	"toolyard/app/jsondoc"
	"toolyard/app/past"
	"toolyard/app/schema"
	"toolyard/app/share"
	"toolyard/app/tool"
)

// Found is what there is in a text. It is a value: nothing in it is written
// after Read.
type Found struct {
	Kind     Kind   // "" where the text is nothing that can be read
	Text     string // as it was given; spans count its bytes
	Tools    []Candidate
	Snapshot share.Snapshot // what Parts names, and a request's dialect; its Tools are nil
	Parts    []Part         // in the order of the text
	Records  []past.Record  // the playgrounds of a bundle
	Notes    []Note         // on the text as a whole; those on a tool stand with it
	Rejects  []Reject
	Repair   []jsondoc.Edit // of Text, nil where none is certain
}

// Kind is what a text was recognised as.
type Kind string

// The kinds.
const (
	Link       Kind = "link"              // to a playground
	Playground Kind = "playground"        // a .toolyard.json file
	Bundle     Kind = "bundle"            // such a file of many playgrounds
	Chat       Kind = "request-chat"      // the body of a chat completion, or only its messages
	Responses  Kind = "request-responses" // of OpenAI's Responses
	Anthropic  Kind = "request-anthropic" // of Anthropic's Messages
	Gemini     Kind = "request-gemini"    // of Gemini's generateContent
	Tools      Kind = "tools"             // one tool or a list
	JSONSchema Kind = "schema"            // the parameters of one tool
	Sample     Kind = "sample"            // JSON values, whose schema is inferred
)

// Kinds lists every kind, for whoever must have a sentence for each.
func Kinds() []Kind {
	return []Kind{Link, Playground, Bundle, Chat, Responses, Anthropic, Gemini, Tools, JSONSchema, Sample}
}

// Shape is how a tool was written.
type Shape string

// The shapes. A tool of a playground, a schema or a sample has none.
const (
	ShapeChat      Shape = "chat"      // {"type": "function", "function": {…}}
	ShapeResponses Shape = "responses" // {"type": "function", "name": …}
	ShapeFunctions Shape = "functions" // {"name": …, "parameters": …}
	ShapeAnthropic Shape = "anthropic" // {"name": …, "input_schema": …}
	ShapeGemini    Shape = "gemini"    // {"functionDeclarations": […]}
	ShapeMCP       Shape = "mcp"       // {"name": …, "inputSchema": …}
)

// Shapes lists every shape, for whoever must have a name for each.
func Shapes() []Shape {
	return []Shape{ShapeChat, ShapeResponses, ShapeFunctions, ShapeAnthropic, ShapeGemini, ShapeMCP}
}

// Span is a stretch of Found.Text in bytes, and where it begins: line and column
// count from 1, columns in UTF-16 units. A link's tools have the span of the link.
type Span struct{ Start, End, Line, Column int }

// Candidate is a tool to add. Its ID is its position, from 1.
type Candidate struct {
	Tool     tool.Tool
	Shape    Shape
	Problems []schema.Problem // its own, among all candidates, and its parameters'
	Notes    []Note
	Span
}

// Part is one thing that Found.Snapshot took from the text.
type Part struct {
	Name   string // PartModel, …
	Detail string // the role of a message, the name of an extra member
	Span
}

// The names of parts.
const (
	PartTitle       = "title"
	PartEndpoint    = "endpoint"
	PartModel       = "model"
	PartSystem      = "system"
	PartPrompt      = "prompt" // a user message that nothing follows
	PartMessage     = "message"
	PartStream      = "stream"
	PartTemperature = "temperature"
	PartMaxTokens   = "max_tokens"
	PartToolChoice  = "tool_choice"
	PartParallel    = "parallel_tool_calls"
	PartExtra       = "extra" // a member that goes into the free JSON object
)

// PartNames lists the names of all parts, for whoever must have a word for each.
func PartNames() []string {
	return []string{PartTitle, PartEndpoint, PartModel, PartSystem, PartPrompt, PartMessage, PartStream,
		PartTemperature, PartMaxTokens, PartToolChoice, PartParallel, PartExtra}
}

// Note is what the person must be told of what was read. Rule is a stable id;
// Detail is foreign text, if any: a name, a type, never a whole value.
type Note struct {
	Rule, Detail string
	Span
}

// Reject is what was not read. Its rule is one of Rules, jsondoc.Rules or the
// reasons of package share.
type Reject struct {
	Rule, Detail string
	Span
}

// Read takes a text for what it is. It never fails: what can't be read is a
// Reject.
func Read(text string) Found {
	r := &reading{doc: jsondoc.Doc{Text: text}, found: Found{Text: text}}
	for _, f := range textForms {
		if f.recognise(text) {
			f.read(r)
			break
		}
	}
	return r.done()
}

// Repaired is the text after its repair: what Read takes next, when the person
// agrees.
func (f Found) Repaired() string { return jsondoc.Apply(f.Text, f.Repair) }
