package main

import (
	"fmt"
	"strings"

	"toolyard/app/sample"
	"toolyard/app/share"
	"toolyard/app/tool"
)

// This part types into a playground of some tools with 20 parameters each, by the
// stopwatch of builder.go: into the prompt, into a parameter of the form, and into
// the JSON text, each as the page shows them when it is opened. jsonjoy-builder
// knows one schema and no prompt: it has the same 20 properties. A letter is typed
// and taken back.

// parametersEach is how many parameters a tool has.
const parametersEach = 20

// typingPrompt is the row of the prompt.
const typingPrompt = "key in the prompt"

func measureKeys(b *bench) (string, error) {
	if err := b.measureFloor(); err != nil {
		return "", err
	}
	var text strings.Builder
	text.WriteString(b.bare() + "\n" + keysMethod)
	for _, n := range []int{1, 10, 100} {
		subjects, err := b.typed(n)
		if err != nil {
			return "", err
		}
		var columns []column
		for _, s := range subjects {
			measured, err := b.measureSubject(s, n)
			if err != nil {
				return "", err
			}
			columns = append(columns, measured)
		}
		fmt.Fprintf(&text, "\n### %s of %d parameters\n\n%s", counted(n, "tool"), parametersEach, table(columns))
	}
	return text.String() + b.without(), nil
}

const keysMethod = `From a key to the end of the frame that draws its letter, as in the schema builder's tables. Toolyard's form and its text are open one at a time, as they are at first. jsonjoy-builder has one schema of 20 properties, form and text side by side; its text follows at Enter, which is the builder's own row.
`

// typed are the subjects: the peer's page is the same however many tools there are.
func (b *bench) typed(n int) ([]subject, error) {
	all := []subject{{"Toolyard", b.openTools}}
	theirs, err := b.theirs()
	if theirs == nil || n > 1 {
		return all, err
	}
	open := func(int) (*tab, []action, error) {
		t, _, err := openJsonjoy(b.chromium, theirs.jsonjoy, parametersEach)
		if err != nil {
			return nil, nil, err
		}
		p := jsonjoy{t, theirs.jsonjoy}
		if err := p.mounted(true); err != nil {
			return nil, nil, err
		}
		words := p.typing(typingWords, "description", propertyDescription(worked), p.show)
		words.only = "form"
		return t, []action{words, p.typingInText(p.show)}, nil
	}
	return append(all, subject{"jsonjoy-builder", open}), nil
}

// openTools opens Toolyard with so many tools, the first one open.
func (b *bench) openTools(n int) (*tab, []action, error) {
	s := sample.First("en").Snapshot
	s.Tools = tools(n)
	t, err := b.openPlayground(s, probe, toolyardView)
	if err != nil {
		return nil, nil, err
	}
	p := toolyardTab{t}
	if err := p.choose(toolName(0)); err != nil {
		t.close()
		return nil, nil, err
	}
	return t, []action{p.typingPrompt(), p.typing(typingName, "name", propertyName(worked), p.show),
		p.typing(typingWords, "description", propertyDescription(worked), p.show), p.typingInText(p.show)}, nil
}

// typingPrompt types behind what stands in the prompt.
func (p toolyardTab) typingPrompt() action {
	var before string
	return action{name: typingPrompt, event: "keydown", only: "prompt",
		prepare: func() error {
			if err := p.pressOn("control", "prompt"); err != nil {
				return err
			}
			if err := p.key("End", 0); err != nil {
				return err
			}
			return p.call(&before, "views.read", "prompt", wanted{})
		},
		press: func(i int) (press, error) { return p.letters(i, "", before, before+"x"), nil },
	}
}

// tools are n tools that differ in their names.
func tools(n int) []tool.Tool {
	all := make([]tool.Tool, n)
	for i := range all {
		all[i] = tool.New(i+1, toolName(i), fmt.Sprintf("Does what number %d of the tools does.", i), schemaText(parametersEach))
	}
	return all
}

func toolName(i int) string { return fmt.Sprintf("tool_%03d", i) }

// linkOf is the fragment of a link to a playground of n tools.
func linkOf(n int) (string, error) {
	s := sample.First("en").Snapshot
	s.Tools = tools(n)
	return share.Encode(s)
}

// counted is a number with its thing.
func counted(n int, of string) string {
	if n == 1 {
		return "1 " + of
	}
	return fmt.Sprintf("%d %ss", n, of)
}
