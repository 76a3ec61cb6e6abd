package checker

import (
	"encoding/json"
	"strconv"
	"strings"

	"toolyard/app/jsondoc"
	"toolyard/app/validate"
)

// The library expands numbers to fractions: 1e1000000 takes it 50 ms.
const (
	maxDigits   = 1000
	maxExponent = 400
)

// plain is a node as the library wants it: numbers stay exact texts, and of a
// repeated name the last one counts.
func plain(d jsondoc.Doc, n *jsondoc.Node) any {
	switch n.Kind {
	case jsondoc.Object:
		object := make(map[string]any, len(n.Members))
		for _, m := range n.Members {
			object[m.Name] = plain(d, m.Value)
		}
		return object
	case jsondoc.Array:
		array := make([]any, len(n.Elements))
		for i, e := range n.Elements {
			array[i] = plain(d, e)
		}
		return array
	case jsondoc.String:
		s, _ := d.Str(n)
		return s
	case jsondoc.Number:
		return json.Number(d.Raw(n))
	case jsondoc.Bool:
		return d.Raw(n) == "true"
	}
	return nil
}

// visit calls see for a node and everything in it, with its JSON pointer.
func visit(n *jsondoc.Node, pointer string, see func(n *jsondoc.Node, pointer string)) {
	see(n, pointer)
	for _, m := range n.Members {
		visit(m.Value, pointer+"/"+escape(m.Name), see)
	}
	for i, e := range n.Elements {
		visit(e, pointer+"/"+strconv.Itoa(i), see)
	}
}

// longNumbers are the numbers of a text that are not worth expanding.
func longNumbers(d jsondoc.Doc) []validate.Problem {
	var found []validate.Problem
	visit(d.Root, "", func(n *jsondoc.Node, pointer string) {
		if n.Kind == jsondoc.Number && long(d.Raw(n)) {
			found = append(found, validate.Problem{
				Pointer: pointer, Start: n.Start, End: n.End, Keyword: validate.NumberTooLong, Got: d.Raw(n),
			})
		}
	})
	return found
}

func long(number string) bool {
	digits, exponent := number, ""
	if e := strings.IndexAny(number, "eE"); e >= 0 {
		digits, exponent = number[:e], number[e+1:]
	}
	if len(digits) > maxDigits {
		return true
	}
	if exponent == "" {
		return false
	}
	size, err := strconv.Atoi(exponent)
	return err != nil || size > maxExponent || size < -maxExponent
}

var escaper = strings.NewReplacer("~", "~0", "/", "~1")

// escape makes a name one token of a JSON pointer.
func escape(name string) string { return escaper.Replace(name) }

// pointer joins the names and indexes that lead to a place.
func pointer(tokens []string) string {
	var b strings.Builder
	for _, t := range tokens {
		b.WriteByte('/')
		b.WriteString(escape(t))
	}
	return b.String()
}
