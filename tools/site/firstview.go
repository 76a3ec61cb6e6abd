package main

import (
	"fmt"
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"toolyard/app/play"
	"toolyard/app/ui"
)

// firstView returns the page as it stands until the program runs: the program's
// own first view, so that nothing moves when it takes over. Its language is en
// or zh-Hans.
func firstView(language string) (string, error) {
	program := ui.New(nil, play.Preferred([]string{language}))
	printed, err := reprint(app.HTMLString(program))
	if err != nil {
		return "", err
	}
	root := `<div lang="` + language + `" aria-busy="true"`
	return strings.Replace(printed, "<div", root, 1), nil
}

// reprint writes go-app's markup the way HTML wants it. go-app prints attributes
// in the order of a map, quotes them as Go does, and leaves out "true"; white
// space that it adds between elements is left out here.
func reprint(markup string) (string, error) {
	var out strings.Builder
	for markup != "" {
		text, rest, tag := strings.Cut(markup, "<")
		if strings.TrimSpace(text) != "" {
			out.WriteString(text)
		}
		if !tag {
			break
		}
		var element string
		var err error
		if element, markup, err = reprintTag(rest); err != nil {
			return "", err
		}
		out.WriteString(element)
	}
	return out.String(), nil
}

// reprintTag writes one tag, of which the < was read, and returns what follows.
func reprintTag(rest string) (element, following string, err error) {
	end := strings.IndexAny(rest, " >")
	if end < 0 {
		return "", "", fmt.Errorf("site: a tag without end: %.40s", rest)
	}
	name := rest[:end]
	if name == "/input" {
		return "", rest[end+1:], nil // an input has no end
	}
	attributes, rest, err := readAttributes(rest[end:])
	if err != nil {
		return "", "", err
	}
	return "<" + name + attributes.String() + ">", rest, nil
}
