package main

import (
	"fmt"
	"html"
	"slices"
	"strconv"
	"strings"
)

// attribute is one of a tag. One without a value is a plain flag.
type attribute struct {
	name, value string
	flag        bool
}

// closing stands for the slash of a tag that ends itself, as in drawings. It
// sorts behind every name.
var closing = attribute{name: "~", flag: true}

type attributes []attribute

// String prints the attributes in the order of their names.
func (a attributes) String() string {
	slices.SortFunc(a, func(x, y attribute) int { return strings.Compare(x.name, y.name) })
	var out strings.Builder
	for _, one := range a {
		if one == closing {
			out.WriteString("/")
			continue
		}
		out.WriteString(" " + one.name)
		if !one.flag {
			out.WriteString(`="` + html.EscapeString(one.value) + `"`)
		}
	}
	return out.String()
}

// readAttributes reads the attributes of a tag as go-app prints them, up to its
// end, and returns what follows.
func readAttributes(rest string) (attributes, string, error) {
	var all attributes
	for {
		rest = strings.TrimLeft(rest, " \n\t")
		if following, ended := strings.CutPrefix(rest, ">"); ended {
			return all, following, nil
		}
		if following, ended := strings.CutPrefix(rest, "/>"); ended {
			return append(all, closing), following, nil
		}
		end := strings.IndexAny(rest, "= />")
		if end <= 0 {
			return nil, "", fmt.Errorf("site: no attribute: %.40s", rest)
		}
		one := attribute{name: rest[:end]}
		rest = rest[end:]
		if quoted, found := strings.CutPrefix(rest, "="); found {
			literal, err := strconv.QuotedPrefix(quoted)
			if err != nil {
				return nil, "", fmt.Errorf("site: the value of %s is not quoted: %.40s", one.name, quoted)
			}
			one.value, _ = strconv.Unquote(literal)
			rest = quoted[len(literal):]
		} else if strings.HasPrefix(one.name, "aria-") || strings.HasPrefix(one.name, "data-") {
			one.value = "true" // which go-app leaves out
		} else {
			one.flag = true
		}
		all = append(all, one)
	}
}
