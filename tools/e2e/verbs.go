package e2e

import (
	"fmt"
	"maps"
	"os"
	"slices"
	"strconv"
	"strings"
)

// verb performs one step.
type verb func(*Stage, Step) error

// verbs are the names of all verbs, in order.
func verbs() []string { return slices.Sorted(maps.Keys(verbTable())) }

// verbTable says what a script can do, and what it can see. What it sees it
// waits for.
func verbTable() map[string]verb {
	return map[string]verb{
		// acts
		"press":      act(Press),  // TARGET
		"fill":       act(Fill),   // TARGET TEXT, or the text as a block
		"choose":     act(Choose), // TARGET VALUE
		"tick":       act(Tick),   // TARGET on|off
		"key":        act(Key),    // TARGET KEY: with the focus on it; Alt+ArrowUp
		"paste":      act(Paste),  // TARGET TEXT, or the text as a block: with the focus on it
		"drag":       act(Drag),   // TARGET before|after|inside TARGET
		"caret":      act(Caret),  // TARGET TEXT: the caret stands before that text
		"empty":      empty,       // no system prompt, no tools, no message that is typed
		"tool":       addTool,     // NAME: adds a tool; the block, or scripts/tools/NAME.json, is the text of its parameters
		"schema-as":  schemaAs,    // visual|json: how the parameters are shown
		"many":       fillMany,    // N: the JSON text becomes a schema of N parameters
		"scroll-end": scrollEnd,   // ID: to the end of what scrolls around that element
		"endpoint":   endpoint,    // MODEL [KEY]: sets the rehearsal endpoint up
		"drop":       drop,        // the block: a file of this text falls on the page
		"reload":     func(s *Stage, _ Step) error { return s.Page.Reload() },
		"open-link":  openLink,  // setup|session [here]: in another person's browser, or here
		"link-again": linkAgain, // setup|session: the link of this page is the one that was opened last
		"wait":       wait,      // idle|streaming|waiting|failed

		// observations
		"is":           is,           // TARGET TEXT: its text is exactly this; or the text as a block
		"is-recording": isRecording,  // TARGET FILE: its text is this recording, to the byte
		"is-big":       isBig,        // TARGET: its text is the body of the recording named big
		"has":          has,          // TARGET TEXT: the text is in its text
		"shows":        shows,        // TARGET: is there
		"lacks":        lacks,        // TARGET: is not there
		"counts":       counts,       // N TARGET: so many are there
		"disabled":     disabled,     // TARGET
		"conversation": conversation, // the block is the conversation (talk.go)
		"sent":         sent,         // [POINTER]: the block equals the last request's JSON, or what the pointer names in it
		"sent-count":   sentCount,    // N: so many requests were sent
		"header":       header,       // NAME VALUE: of the last request
		"aborted":      aborted,      // the last request was given up by the page
	}
}

func act(kind ActKind) verb {
	return func(s *Stage, step Step) error {
		target, text, err := cutTarget(step.Rest)
		if err != nil {
			return err
		}
		if step.Block != "" {
			text = step.Block
		}
		return s.do(target, Act{kind, text})
	}
}

// run performs lines of a script: what a longer step consists of.
func (s *Stage) run(lines ...string) error {
	for _, line := range lines {
		var step Step
		step.Verb, step.Rest, _ = strings.Cut(line, " ")
		if err := verbTable()[step.Verb](s, step); err != nil {
			return fmt.Errorf("%s: %w", line, err)
		}
	}
	return nil
}

func drop(s *Stage, step Step) error { return s.Page.Drop(step.Block) }

func empty(s *Stage, _ Step) error {
	for {
		tools, err := s.Page.Look("tool")
		if err != nil {
			return err
		}
		if len(tools) == 0 {
			return s.run("fill system ", "fill prompt ")
		}
		if err := s.run("press tool-remove"); err != nil {
			return err
		}
	}
}

func addTool(s *Stage, step Step) error {
	parameters := step.Block
	if parameters == "" {
		text, err := os.ReadFile("scripts/tools/" + step.Rest + ".json")
		if err != nil {
			return err
		}
		parameters = strings.TrimSpace(string(text))
	}
	if err := s.run("press tool-add", "fill tool-name "+step.Rest, "schema-as json"); err != nil {
		return err
	}
	return s.do(Target{{id: "schema-json"}}, Act{Fill, parameters})
}

// schemaAs presses the switch only where it stands otherwise: pressed where it
// stands, it turns over.
func schemaAs(s *Stage, step Step) error {
	view, err := s.the(Target{{id: "schema-view"}}, anyhow)
	if err != nil || view.State["view"] == step.Rest {
		return err
	}
	return s.run("press schema-view-"+step.Rest, "shows schema-view[view="+step.Rest+"]")
}

func endpoint(s *Stage, step Step) error {
	model, key, _ := strings.Cut(step.Rest, " ")
	lines := []string{
		"press setup-open",
		"choose preset custom",
		"fill base-url " + s.Endpoint.URL + "/v1",
		"fill model " + model,
	}
	if key != "" {
		lines = append(lines, "fill api-key "+key)
	}
	return s.run(append(lines, "press setup-done")...)
}

func wait(s *Stage, step Step) error {
	return eventually(func() error {
		app, err := s.Page.Look("app")
		if err != nil {
			return err
		}
		if len(app) != 1 || app[0].State["run"] != step.Rest {
			return fmt.Errorf("the page is %v", app)
		}
		return nil
	})
}

// text checks the text of a target.
func (s *Stage) text(step Step, check func(got, want string) error) error {
	target, want, err := cutTarget(step.Rest)
	if err != nil {
		return err
	}
	if step.Block != "" {
		want = step.Block
	}
	_, err = s.the(target, func(e Element) error { return check(e.Text, want) })
	return err
}

func is(s *Stage, step Step) error {
	return s.text(step, func(got, want string) error { return same("text", got, want) })
}

func has(s *Stage, step Step) error {
	return s.text(step, func(got, want string) error {
		if !strings.Contains(got, want) {
			return fmt.Errorf("the text is\n%s", excerpt(got))
		}
		return nil
	})
}

func isRecording(s *Stage, step Step) error {
	return s.text(step, func(got, file string) error {
		want, err := recording(file)
		if err != nil {
			return never("%w", err)
		}
		return same("text", got, want)
	})
}

func isBig(s *Stage, step Step) error {
	return s.text(step, func(got, _ string) error { return same("text", got, bigBody()) })
}

// number checks how many elements a target means.
func (s *Stage) number(target string, check func(n int) bool) error {
	t, _, err := cutTarget(target)
	if err != nil {
		return err
	}
	return eventually(func() error {
		found, err := t.find(s.Page)
		if err == nil && !check(len(found)) {
			err = fmt.Errorf("there are %d", len(found))
		}
		return err
	})
}

func shows(s *Stage, step Step) error {
	return s.number(step.Rest, func(n int) bool { return n > 0 })
}

func lacks(s *Stage, step Step) error {
	return s.number(step.Rest, func(n int) bool { return n == 0 })
}

func counts(s *Stage, step Step) error {
	number, target, _ := strings.Cut(step.Rest, " ")
	want, err := strconv.Atoi(number)
	if err != nil {
		return err
	}
	return s.number(target, func(n int) bool { return n == want })
}

func disabled(s *Stage, step Step) error {
	t, _, err := cutTarget(step.Rest)
	if err != nil {
		return err
	}
	_, err = s.the(t, func(e Element) error {
		if !e.Disabled {
			return fmt.Errorf("it can be used")
		}
		return nil
	})
	return err
}

func conversation(s *Stage, step Step) error {
	return eventually(func() error {
		got, err := Talk(s.Page)
		if err != nil {
			return err
		}
		return same("conversation", got, step.Block)
	})
}
