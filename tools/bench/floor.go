package main

import (
	"net/http"
	"net/http/httptest"

	"github.com/chromedp/chromedp"
)

// barePage is one with one text field and nothing else: what a key takes in it is
// what the browser takes itself, and no page can be faster.
const barePage = `<!doctype html><meta charset="utf-8"><title>A field</title><input id="field" aria-label="A field" autofocus>`

// bareView tells the stopwatch what is in the field.
const bareView = `
	const field = () => document.getElementById("field");
	window.views = {
		onScreen: () => [{ name: "field", read: () => field().value }],
		point: () => reading.centre(field()),
		ready: () => Boolean(field()),
	};`

// floor measures a key in the bare page.
func floor(c *chromium, l limits) (row, error) {
	page := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/html")
		w.Write([]byte(barePage))
	}))
	defer page.Close()
	t, err := c.open(bareView)
	if err != nil {
		return row{}, err
	}
	defer t.close()
	if err := t.run(chromedp.Navigate(page.URL)); err != nil {
		return row{}, err
	}
	return t.measure(action{name: "key in a bare page", event: "keydown",
		prepare: func() error { return t.pressOn("") },
		press:   func(i int) (press, error) { return t.letters(i, "", "", "x"), nil },
	}, l), nil
}
