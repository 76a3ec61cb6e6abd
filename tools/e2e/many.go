package e2e

import (
	"fmt"
	"strconv"
	"strings"
)

// many is a schema of so many parameters: property_0000 and so on.
func many(n int) string {
	members := make([]string, n)
	for i := range members {
		members[i] = fmt.Sprintf("    \"property_%04d\": {\n      \"type\": \"string\",\n      \"description\": \"What value %d is for.\"\n    }", i, i)
	}
	return "{\n  \"type\": \"object\",\n  \"properties\": {\n" + strings.Join(members, ",\n") + "\n  }\n}"
}

// fillMany writes such a schema into the editor of the JSON text.
func fillMany(s *Stage, step Step) error {
	n, err := strconv.Atoi(step.Rest)
	if err != nil {
		return err
	}
	return s.do(Target{{id: "schema-json"}}, Act{Fill, many(n)})
}

// scrollEnd goes to the end of what scrolls around an element. Without a view,
// everything is in view.
func scrollEnd(s *Stage, step Step) error {
	page, ok := s.Page.(*BrowserPage)
	if !ok {
		return nil
	}
	var done bool
	if err := call(page, &done, "scrollEnd", step.Rest, 0); err != nil {
		return err
	}
	return page.Settle()
}
