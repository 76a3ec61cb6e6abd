package provider

import (
	"strings"

	"toolyard/app/jsondoc"
)

// ChangeIDs lists every change there is. The page has one sentence a change.
var ChangeIDs = []string{
	"only-tool", "choice-auto", "thinking-disabled", "thinking-off", "reasoning-none",
	"tokens-renamed", "tokens-renamed-back", "no-sampling", "leave-out",
	"echo-always", "echo-never", "strict-off", "dialect-tools", "dialect-functions",
	"stream-off", "address-v1", "auth-style", "other-site",
}

// sampling are the members that models refuse while they reason.
var sampling = []string{
	"temperature", "top_p", "top_k", "presence_penalty", "frequency_penalty", "logprobs", "top_logprobs", "logit_bias",
}

// change makes a change by its id; false where it would change nothing. What
// the error says decides on what is not said by the id.
func (a *advisor) change(id string) (Change, bool) {
	e := edit{c: a.c}
	ch := Change{ID: id}
	switch id {
	case "choice-auto":
		a.free(&e, &ch)
	case "thinking-disabled":
		e.put("thinking", `{"type": "disabled"}`)
	case "thinking-off":
		e.put("enable_thinking", "false")
	case "reasoning-none":
		e.put("reasoning_effort", `"none"`)
	case "tokens-renamed":
		rename(&e, "max_tokens", "max_completion_tokens")
	case "tokens-renamed-back":
		rename(&e, "max_completion_tokens", "max_tokens")
	case "leave-out":
		ch = a.leaveOut(&e)
	case "echo-always":
		e.set(FieldEcho, string(EchoAlways))
	case "echo-never":
		e.set(FieldEcho, string(EchoNever))
	case "strict-off":
		ch.Loose, ch.Name = a.strict()
	case "dialect-tools":
		e.set(FieldDialect, ChatTools.Name())
	case "dialect-functions":
		e.set(FieldDialect, ChatFunctions.Name())
	case "stream-off":
		if e.c.Options.Stream == "true" {
			e.set(FieldStream, "false")
		}
	case "address-v1":
		e.set(FieldBaseURL, withVersion(e.c.Endpoint))
	case "auth-style":
		if ch.Name = string(a.style()); ch.Name != "" {
			e.set(FieldAuth, ch.Name)
		}
	case "other-site":
		ch.Name = a.otherSite(&e)
	}
	ch.Sets = e.sets
	return ch, len(ch.Sets) > 0 || ch.Loose != ""
}

// free lets the model choose. Where one tool was to be called, only that one
// stays offered, which comes to nearly the same.
func (a *advisor) free(e *edit, ch *Change) {
	if !a.c.forces() {
		return
	}
	name, named := strings.CutPrefix(a.c.Options.ToolChoice, "tool:")
	e.leaveOut("tool_choice")
	e.set(FieldToolChoice, "auto")
	if named && len(a.c.Tools) > 1 {
		ch.ID, ch.Name, ch.Only = "only-tool", name, name
	}
}

// forces reports whether the request tells the model to call a tool.
func (c Completion) forces() bool {
	d, at := c.extra("tool_choice")
	if at != nil {
		text := str(d, at)
		return text != "auto" && text != "none"
	}
	choice := c.Options.ToolChoice
	return choice == "required" || strings.HasPrefix(choice, "tool:")
}

// rename moves the limit of tokens to another member. The control sends
// max_tokens; the other name stands in the free object.
func rename(e *edit, from, to string) {
	d, at := e.c.extra(from)
	limit := d.Raw(at)
	if from == "max_tokens" && at == nil {
		limit = strings.TrimSpace(e.c.Options.MaxTokens)
	}
	if limit == "" {
		return
	}
	e.leaveOut(from)
	if to == "max_tokens" {
		e.set(FieldMaxTokens, limit)
	} else if jsondoc.Parse(limit).OK() {
		e.put(to, limit)
	}
}

// leaveOut leaves the member out that was refused; all of sampling, where it is
// one of that, as the next one would be refused next.
func (a *advisor) leaveOut(e *edit) Change {
	member := a.refused()
	switch member {
	case "", "model", "messages", "tools", "functions":
		return Change{}
	}
	for _, s := range sampling {
		if s == member {
			for _, other := range sampling {
				e.leaveOut(other)
			}
			return Change{ID: "no-sampling"}
		}
	}
	e.leaveOut(member)
	return Change{ID: "leave-out", Name: member}
}

// strict is the strict tool that an error names, or all of them.
func (a *advisor) strict() (loose, name string) {
	name = a.tool()
	for _, t := range a.c.Tools {
		if t.Strict && (name == "" || t.Name == name) {
			if loose = name; name == "" {
				loose = "*"
			}
		}
	}
	return loose, name
}

// style is the auth style that an error asks for: the header that it names. It
// is "" where the error is none about the header.
func (a *advisor) style() AuthStyle {
	for _, style := range []AuthStyle{AuthXAPIKey, AuthGoogle} {
		if strings.Contains(a.said, string(style)) {
			return style
		}
	}
	own := a.c.Endpoint.Auth
	switch {
	case strings.Contains(a.said, "subscription key"):
		return AuthAPIKey
	case own == AuthNone, strings.Contains(a.said, "bearer"),
		own != AuthRaw && strings.Contains(a.said, "authentication header"),
		own != AuthRaw && strings.Contains(a.said, "authorization"):
		return AuthBearer
	}
	return ""
}

// otherSite moves the endpoint to the same provider's other site.
func (a *advisor) otherSite(e *edit) string {
	twin, ok := PresetByID(a.preset.Twin)
	if !ok {
		return ""
	}
	e.set(FieldPreset, twin.ID)
	e.set(FieldBaseURL, twin.BaseURL)
	return twin.Endpoint().Host()
}

// withVersion is a base URL with the version that most end in; as it is where
// it has one, or where there is no path: then it is tried by itself.
func withVersion(e Endpoint) string {
	text := strings.TrimRight(strings.TrimSpace(e.BaseURL), "/")
	u, err := e.address()
	if err != nil || strings.Trim(u.Path, "/") == "" || u.RawQuery != "" || strings.HasSuffix(text, completions) {
		return e.BaseURL
	}
	for part := range strings.SplitSeq(u.Path, "/") {
		if len(part) > 1 && part[0] == 'v' && '0' <= part[1] && part[1] <= '9' {
			return e.BaseURL
		}
	}
	return text + "/v1"
}
