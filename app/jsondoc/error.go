package jsondoc

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// The rules of Error. They are stable: the page has a sentence for each.
const (
	RuleEmpty       = "empty"             // no value in the text
	RuleBOM         = "byte-order-mark"   // U+FEFF before the value
	RuleValue       = "value-missing"     // no value where one must stand
	RuleLiteral     = "literal"           // a word that is not true, false or null
	RuleNumber      = "number"            // 01, 1., .5, +1, 1e, 0x1
	RuleString      = "string-open"       // a string without its closing quote
	RuleSingleQuote = "single-quote"      // a string in '…'
	RuleEscape      = "escape"            // a backslash before something else than JSON has
	RuleControl     = "control-character" // a raw character below U+0020 in a string
	RuleName        = "name-missing"      // a member without a name
	RuleNameQuote   = "name-unquoted"     // a name without its double quotes
	RuleColon       = "colon-missing"     // no colon after a name
	RuleComma       = "comma-missing"     // two values without a comma between them
	RuleCommaExtra  = "comma-extra"       // a comma with no value after it
	RuleUnclosed    = "bracket-open"      // a bracket or brace that is never closed
	RuleStray       = "unexpected"        // a closing bracket, brace or colon that belongs to nothing
	RuleComment     = "comment"           // JSON has no comments
	RuleAfter       = "after-value"       // text after the value
	RuleDepth       = "depth"             // nested deeper than 512
)

// Rules lists every rule, for whoever must have a sentence for each.
func Rules() []string {
	return []string{
		RuleEmpty, RuleBOM, RuleValue, RuleLiteral, RuleNumber, RuleString, RuleSingleQuote,
		RuleEscape, RuleControl, RuleName, RuleNameQuote, RuleColon, RuleComma, RuleCommaExtra,
		RuleUnclosed, RuleStray, RuleComment, RuleAfter, RuleDepth,
	}
}

// Error is one place where the text is not JSON.
type Error struct {
	Offset, End  int // the span at fault; empty where something is missing
	Line, Column int // of Offset, see Doc.Position
	Rule         string
}

func (e Error) Error() string {
	return fmt.Sprintf("jsondoc: line %d, column %d: %s", e.Line, e.Column, e.Rule)
}

// Position is the line and the column of a byte offset, both from 1. A line
// ends with "\n"; columns count UTF-16 units, as browsers and editors do.
func (d Doc) Position(offset int) (line, column int) {
	p := position{line: 1, column: 1}.advance(d.Text, min(max(offset, 0), len(d.Text)))
	return p.line, p.column
}

type position struct{ offset, line, column int }

func (p position) advance(text string, offset int) position {
	between := text[p.offset:offset]
	if newline := strings.LastIndexByte(between, '\n'); newline >= 0 {
		p.line += strings.Count(between, "\n")
		p.column = 1
		between = between[newline+1:]
	}
	for _, r := range between {
		p.column++
		if r > 0xFFFF {
			p.column++
		}
	}
	p.offset = offset
	return p
}

// located sorts errors by offset and fills in their lines and columns.
func located(text string, errors []Error) []Error {
	slices.SortStableFunc(errors, func(a, b Error) int { return cmp.Compare(a.Offset, b.Offset) })
	p := position{line: 1, column: 1}
	for i := range errors {
		e := &errors[i]
		p = p.advance(text, e.Offset)
		e.Line, e.Column = p.line, p.column
	}
	return errors
}
