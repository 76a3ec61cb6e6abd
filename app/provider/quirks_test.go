package provider

import (
	"fmt"
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"

	"toolyard/app/chat"
)

// TestQuirks decodes what providers were reported to send. An input is named
// after its quirk and its form: .sse and .json are answers to tools, .functions
// to legacy functions; a status of three
// digits stands before it, as in 429-rate.json. In an
// .sse, \r, \ufeff and the like stand for themselves.
func TestQuirks(t *testing.T) {
	for _, path := range archives(t, "quirks-*.txtar") {
		a := readArchive(t, path)
		inputs := []string{}
		for _, name := range a.names {
			if !strings.HasSuffix(name, ".want") {
				inputs = append(inputs, name)
			}
		}
		sorted := archive{prose: a.prose, files: a.files}
		for _, name := range inputs {
			t.Run(name, func(t *testing.T) {
				c := quirk(name, a.files[name])
				got := c.decode(len(c.body) + 1)
				sameAnswer(t, "split at every byte", got, c.decode(1))
				random := rand.New(rand.NewPCG(1, 2))
				sameAnswer(t, "split at random", got, c.decodeAt(func(int) bool { return random.IntN(20) == 0 }))
				a.golden(t, name+".want", describe(got))
			})
			sorted.names = append(sorted.names, name, name+".want")
		}
		if *update {
			sorted.write(t, path)
		}
	}
}

func quirk(name, body string) recorded {
	c := recorded{status: 200, dialect: ChatTools}
	if status, _, _ := strings.Cut(name, "-"); len(status) == 3 {
		c.status, _ = strconv.Atoi(status)
	}
	if strings.HasSuffix(name, ".functions") {
		c.dialect = ChatFunctions
	}
	c.body = []byte(strings.NewReplacer(`\r`, "\r", `\ufeff`, "\ufeff").Replace(body))
	return c
}

// describe tells an answer in words, one fact a line.
func describe(d decoded) string {
	var b strings.Builder
	line := func(format string, args ...any) { fmt.Fprintf(&b, format+"\n", args...) }
	for _, c := range d.Answer.Choices {
		m := c.Message
		line("choice %d: finish %q, content %s", c.Index, c.Finish, [...]string{"absent", "null", "text", "parts " + m.Parts}[m.Content])
		for _, text := range [][2]string{{"text", m.Text}, {"reasoning", m.Reasoning}, {"refusal", m.Refusal}} {
			if text[1] != "" {
				line("  %s: %q", text[0], text[1])
			}
		}
		for _, call := range m.Calls {
			made := ""
			if call.Synthetic {
				made = " (made up)"
			}
			line("  call %s%s: %s %s", call.ID, made, call.Name, call.Arguments)
			line("    arguments %s", chat.ArgumentState(call.Arguments, c.Finish))
			if again, ok := chat.Resent(call.Arguments); ok {
				line("    resent: %s", again)
			}
			members(line, "    call extra", call.Extra)
			members(line, "    function extra", call.Function)
		}
		members(line, "  extra", m.Extra)
	}
	if u := d.Answer.Usage; u.Raw != "" {
		line("usage %d + %d = %d", u.Prompt, u.Completion, u.Total)
	}
	for _, r := range d.Answer.Repairs {
		line("repair in event %d: %s %s", r.Event, r.Rule, r.Detail)
	}
	if e := d.Outcome.Error; e != nil {
		line("error %s (%s, status %d): code %q type %q param %q request %q", e.Kind, e.Family, e.Status, e.Code, e.Type, e.Param, e.RequestID)
		line("  %s", e.Message)
		if e.Upstream != "" {
			line("  upstream: %s", e.Upstream)
		}
	}
	line("done %v, cut %v", d.Outcome.Done, d.Outcome.Cut)
	return b.String()
}

func members(line func(string, ...any), what string, members []chat.Member) {
	for _, m := range members {
		line("%s: %s = %s", what, m.Name, m.Raw)
	}
}
