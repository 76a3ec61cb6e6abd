package e2e

import (
	_ "embed"
	"encoding/json"
	"strings"
)

// tab is what a page needs of the browser that shows it. Everything a hand does
// reaches the page as a person's doing would.
type tab interface {
	navigate(address string) error // until the document is loaded
	reload() error
	evaluate(expression string, value any) error // or what the expression promises
	click(at point) error
	insert(text string) error            // over what is selected, as typing or an input method does
	paste(text string) error             // where the focus is
	key(held []string, key string) error // ["Alt"], "ArrowUp"
	drag(from, spot point) error         // by the mouse
	drop(text string, at point) error    // a file
	drain() error                        // what the watch has not been told yet
	close()                              // and forget the profile
}

// point is a place on the screen, in CSS pixels.
type point struct{ X, Y float64 }

// inPage is page.js: an object of functions.
//
//go:embed page.js
var inPage string

// call calls a method of page.js.
func call(t tab, value any, method string, arguments ...any) error {
	texts := make([]string, len(arguments))
	for i, a := range arguments {
		text, err := json.Marshal(a)
		if err != nil {
			return err
		}
		texts[i] = string(text)
	}
	return t.evaluate(strings.TrimSpace(inPage)+"."+method+"("+strings.Join(texts, ",")+")", value)
}
