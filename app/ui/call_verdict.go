package ui

import (
	"slices"
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"toolyard/app/chat"
	"toolyard/app/jsondoc"
	"toolyard/app/locale"
	"toolyard/app/validate"
)

// verdict is what can be said of the arguments of a call. A call whose
// arguments could not be held against a schema is not called wrong: its word
// says unchecked, and a note says why.
type verdict struct {
	arguments string // data-arguments
	word      string // of locale.Calls.States
	problems  []validate.Problem
	notes     [][]app.UI
}

// wrong says whether the model could be told that the arguments are wrong.
func (v verdict) wrong() bool {
	return v.arguments == string(validate.Mismatch) || v.arguments == string(validate.InvalidJSON)
}

func (c *callEntry) judge() verdict {
	if c.Arriving {
		return verdict{arguments: string(chat.ArgumentsIncomplete), word: "arriving"}
	}
	if c.Known && c.Judged && c.Found.OfJSON() {
		return c.compare() // without reading them once more
	}
	state := chat.ArgumentState(c.Call.Arguments, c.Finish)
	switch state {
	case chat.ArgumentsOK:
		return c.compare()
	case chat.ArgumentsInvalid:
		v := verdict{arguments: string(state), word: string(state),
			problems: notJSON(c.Call.Arguments)}
		if last, ok := chat.Resent(c.Call.Arguments); ok {
			v.notes = append(v.notes, phrase(c.T.Conversation.Calls.Resent, map[string][]string{"last": {clip(last)}}, ""))
		}
		return v
	}
	return verdict{arguments: string(state), word: string(state)}
}

// notJSON are the places where arguments are no JSON.
func notJSON(arguments string) []validate.Problem {
	r, _ := validate.Plain("", arguments)
	return r.Problems
}

// compare is what is known of arguments that are JSON and the schema of the tool.
func (c *callEntry) compare() verdict {
	t := c.T.Conversation.Calls
	v := verdict{arguments: string(validate.Valid), word: "unchecked"}
	if !c.Known {
		v.notes = append(v.notes, phrase(t.NoTool, map[string][]string{"name": {c.Call.Name}}, ""))
		return v
	}
	found := c.Found
	if !c.Judged { // the workshop is at it
		return verdict{arguments: string(chat.ArgumentsIncomplete), word: "checking"}
	}
	v.problems = found.Problems
	if found.State == validate.Unchecked {
		v.notes = append(v.notes, []app.UI{app.Text(t.Unchecked[string(found.Reason)])})
		return v
	}
	v.arguments, v.word = string(found.State), string(found.State)
	return v
}

// marks are the spans of the arguments that are at fault. What is missing has
// none, and an object is not underlined for one of its members.
func (v verdict) marks() []validate.Problem {
	var marks []validate.Problem
	for _, p := range v.problems {
		missing := p.Got == "" && p.Keyword != validate.NotJSON
		if p.Start < p.End && !missing && p.Keyword != validate.PatternUnchecked {
			marks = append(marks, p)
		}
	}
	slices.SortStableFunc(marks, func(a, b validate.Problem) int { return a.Start - b.Start })
	return marks
}

// fault is a problem as a sentence with its texts.
type fault struct {
	template string
	parts    map[string][]string
	comma    string
}

func (c *callEntry) fault(p validate.Problem) fault {
	m := c.T.Conversation.Mismatch
	if p.Keyword == validate.NotJSON {
		line, column := jsondoc.Doc{Text: c.Call.Arguments}.Position(p.Start)
		return fault{template: c.T.Conversation.Calls.At(line, column) + c.T.Problems.JSON[p.Got]}
	}
	return fault{m.Sentence(p.Keyword), map[string][]string{
		"at": at(p), "want": wanted(p), "got": {clip(p.Got)}, "keyword": {p.Keyword},
	}, m.Comma}.rooted(m)
}

// rooted puts words in the place of a pointer to the whole.
func (f fault) rooted(m locale.Mismatch) fault {
	if f.parts["at"][0] == "" {
		f.template = strings.ReplaceAll(f.template, "{at}", m.Whole)
	}
	return f
}

func (f fault) words() []app.UI { return phrase(f.template, f.parts, f.comma) }

// String is the sentence as plain text.
func (f fault) String() string {
	text := f.template
	for name, texts := range f.parts {
		text = strings.ReplaceAll(text, "{"+name+"}", strings.Join(texts, f.comma))
	}
	return text
}

// account is all that is wrong as plain text, for the model to read.
func (c *callEntry) account(v verdict) string {
	var lines []string
	for _, p := range v.problems[:min(len(v.problems), faultsShown)] {
		if p.Keyword != validate.PatternUnchecked {
			lines = append(lines, c.fault(p).String())
		}
	}
	return strings.Join(lines, "\n")
}

// at is the place of a problem: that of the member, where one is missing.
func at(p validate.Problem) []string {
	switch p.Keyword {
	case "required", "dependentRequired", "dependencies":
		name := strings.NewReplacer("~", "~0", "/", "~1").Replace(unquoted(p.Want))
		return []string{clip(p.Pointer + "/" + name)}
	}
	return []string{clip(p.Pointer)}
}

// wanted is what the schema says, value by value where it is a list.
func wanted(p validate.Problem) []string {
	d := jsondoc.Parse(p.Want)
	plain := p.Keyword != "enum" && p.Keyword != "const"
	if !d.OK() || d.Root.Kind != jsondoc.Array || p.Keyword == "const" {
		if plain {
			return []string{clip(unquoted(p.Want))}
		}
		return []string{clip(p.Want)}
	}
	const most = 20
	var values []string
	for i, n := range d.Root.Elements {
		if i == most {
			return append(values, "…")
		}
		value := d.Raw(n)
		if plain {
			value = unquoted(value)
		}
		values = append(values, clip(value))
	}
	return values
}

// unquoted is the text of a JSON string, or a JSON text as it is.
func unquoted(raw string) string {
	d := jsondoc.Parse(raw)
	if text, ok := d.Str(d.Root); ok {
		return text
	}
	return raw
}

func isJSON(text string) bool { return jsondoc.Parse(text).OK() }
