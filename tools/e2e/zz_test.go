package e2e

import (
	"testing"
	"time"
	"os"
	"fmt"
)

func TestZZ(t *testing.T) {
	all := scripts(t)
	for _, s := range all {
		if s.Name != "big" { continue }
		p, err := theBrowser(t).Open(builtSite(t), Opening{})
		if err != nil { t.Fatal(err) }
		st, _ := NewStage(p)
		defer st.Close()
		for _, step := range s.Steps {
			if step.Verb == "wait" { break }
			if step.Rest == "send" {
				e, _ := st.the(Target{{id: "send"}})
				p.press(e)
				break
			}
			st.Play(Script{Steps: []Step{step}})
		}
		start := time.Now()
		for time.Since(start) < 100*time.Second {
			var s string
			err := evaluate(p.ctx, `document.querySelector("[data-testid=app]").dataset.run + document.querySelectorAll("*").length`, &s)
			fmt.Fprintln(os.Stderr, time.Since(start), s, err)
			if err == nil && s[0] == 'w' { break }
			time.Sleep(500*time.Millisecond)
		}
	}
}
