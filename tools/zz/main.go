package main

import (
	"fmt"
	"os"
	"strings"

	"toolyard/tools/e2e"
)

const schema = `{
  "type": "object",
  "properties": {
    "city name": {
      "type": "str",
      "description": "Where to look"
    },
    "days": {
      "type": "integer",
      "minimum": 9,
      "maximum": 3,
      "description": "How many days to look ahead, today included, as the service counts them"
    },
    "unit": {
      "type": "string",
      "enum": ["celsius", "celsius", "kelvin"],
      "titel": "Unit",
      "description": "Unit"
    }
  },
  "required": ["citty", "days", "x1", "x2", "x3", "x4", "x5"]
}`

var states = []e2e.State{
	{"form", "empty\npress tool-add\nfill tool-name get weather\nfill tool-description Tells the weather\nschema-as json\nfill schema-json " + oneline(schema) + "\nschema-as visual"},
	{"form-fix", "press parameter[path=/properties/unit]>fix[1]"},
	{"form-fix2", "press parameter[path=/properties/days]>fix[1]"},
	{"tool-fix", "press fix[1]"},
	{"text", "press fix-cancel\nschema-as json"},
	{"text-fix", "press problems-more\npress fix[fix=swap]"},
	{"text-applied", "press fix-apply"},
	{"undone", "press undo"},
	{"broken", "fill schema-json {\"type\": \"object\", \"properties\": {\"a\": {\"type\": \"string\",},}}"},
	{"stale", "schema-as visual"},
	{"stale-fix", "press fix[1]"},
	{"recovered", "reload"},
}

func oneline(s string) string { return strings.ReplaceAll(s, "\n", "\n  ") }

func main() {
	out := os.Args[2]
	os.MkdirAll(out, 0o755)
	server, err := e2e.Serve(os.DirFS(os.Args[1]), "/")
	check(err)
	defer server.Close()
	browser, err := e2e.NewBrowser()
	check(err)
	defer browser.Close()
	for _, v := range []struct {
		lang, scheme string
		w, h         int64
	}{{"en", "light", 1440, 900}, {"zh", "dark", 1440, 900}, {"en", "dark", 390, 844}, {"zh", "light", 320, 700}} {
		page, err := browser.Open(server.URL+"/", e2e.Opening{Language: v.lang})
		check(err)
		check(page.Scheme(v.scheme))
		check(page.Size(v.w, v.h))
		stage, err := e2e.NewStage(page)
		check(err)
		for i, s := range states {
			if v.w < 500 {
				s.Lines = strings.ReplaceAll(strings.ReplaceAll(s.Lines, "press undo", "press undo-narrow"), "empty\n", "press pane-tab[pane=conversation]\nempty2\npress pane-tab[pane=tools]\n")
				s.Lines = strings.ReplaceAll(s.Lines, "press pane-tab[pane=conversation]\nempty2\n", "")
			}
			s.Lines = strings.ReplaceAll(s.Lines, "fill schema-json {\n", "fill schema-json\n  {\n")
			if err := stage.Show(s); err != nil {
				fmt.Println(v, s.Name, err)
			}
			shot, err := page.Picture()
			check(err)
			os.WriteFile(fmt.Sprintf("%s/%s-%d-%02d-%s.png", out, v.lang, v.w, i, s.Name), shot, 0o644)
		}
		for _, f := range page.Faults() {
			fmt.Println("FAULT", f)
		}
		stage.Close()
	}
}

func check(err error) {
	if err != nil {
		panic(err)
	}
}
