package play

import (
	"reflect"
	"slices"
	"strings"

	"toolyard/app/provider"
	"toolyard/app/tool"
)

// Asked is what a completion asked for, without its messages.
func (c Completion) Asked() provider.Completion {
	return provider.Completion{Endpoint: c.Endpoint, Key: keyIn(c.request), Options: c.Options, Tools: c.Tools}
}

// EchoedBy is what a completion did with the reasoning of the messages before it.
func (m Model) EchoedBy(c Completion) []provider.Echoed {
	m.Conversation = m.Conversation.Rewind(c.After)
	asked := m.upcoming()
	asked.Endpoint = c.Endpoint
	return asked.Echoed()
}

// keyIn is the key that a request carries, "" where it carries none.
func keyIn(r provider.Request) provider.Secret {
	for _, h := range r.Header {
		if h.Secret != "" {
			return h.Secret
		}
	}
	return ""
}

// Advice is what can be done now about a completion that failed. What it is
// called follows from what was asked; its changes are those of the request as it
// stands now. Once that is another one, sending it comes first.
func (m Model) Advice(c Completion) provider.Advice {
	if OwnRelay(c.Error) {
		return m.relayAdvice(c.Error)
	}
	advice := provider.Advise(c.Error, c.Asked())
	now := m.upcoming()
	now.Messages = nil
	made, changes := m.otherThan(c), provider.Fallbacks(c.Error, now)
	actions := []provider.Action{}
	if made {
		actions = append(actions, provider.Action{ID: provider.ActionRetry})
	}
	for _, a := range advice.Actions {
		switch a.ID {
		case provider.ActionChange:
			at := slices.IndexFunc(changes, func(ch provider.Change) bool { return ch.ID == a.Change.ID })
			if at < 0 {
				continue
			}
			a.Change = changes[at]
		case provider.ActionWait:
			a.Seconds = c.Error.Wait(c.Try + 1)
		case provider.ActionDoctor: // has a button of its own, and may be asked again
			a = provider.Action{ID: provider.ActionRetry}
		}
		if has := slices.ContainsFunc(actions, func(b provider.Action) bool { return a.ID == provider.ActionRetry && b.ID == a.ID }); !has {
			actions = append(actions, a)
		}
	}
	advice.Actions = actions
	return advice
}

// relayAdvice is what can be done where the page's own relay sent nothing on.
func (m Model) relayAdvice(e *provider.Error) provider.Advice {
	advice := provider.Advice{ID: string(provider.KindRelay), Actions: []provider.Action{
		{ID: provider.ActionField, Field: "relay"}, {ID: provider.ActionRetry}}}
	if e.Param != "" && strings.HasSuffix(e.Code, "-unlisted") {
		run := provider.Action{ID: provider.ActionCommand, Text: "RELAY=1 RELAY_HOSTS=" + strings.Join(append(slices.Clip(m.View.Relay.Hosts), e.Param), ",") + " make run"}
		advice.Actions = append([]provider.Action{run}, advice.Actions...)
	}
	return advice
}

// otherThan says whether Send would ask now for something else than a completion
// did, by its settings. A key that is no longer known counts as the same.
func (m Model) otherThan(c Completion) bool {
	asked, key := c.Asked(), m.Keys.For(m.Endpoint).Secret
	known := key != "" && (asked.Key != "" || c.Error.Kind == provider.KindKey && !c.Kept)
	return m.Endpoint != asked.Endpoint || m.Options != asked.Options || m.IsRelayed(m.Endpoint) != c.Relayed ||
		known && key != asked.Key || !c.Kept && !reflect.DeepEqual(bare(m.Offered()), bare(asked.Tools))
}

// bare are tools as a request has them.
func bare(tools []tool.Tool) [][3]string {
	var texts [][3]string
	for _, t := range tools {
		strict := ""
		if t.Strict {
			strict = "strict"
		}
		texts = append(texts, [3]string{t.Name, t.Description + "\n" + strict, t.Parameters.Doc.Text})
	}
	return texts
}

// TopUp is where a person pays a provider: its documentation, or its own site
// where the preset is that of a program that many run. "" where neither is known.
func TopUp(e provider.Endpoint) string {
	preset, _ := provider.PresetByID(e.Provider)
	if preset.BaseURL != "" && preset.Docs != "" {
		return preset.Docs
	}
	return e.Origin()
}

// changedBy is the Build with a change of the request made: a tool that is no
// longer in the request is switched off.
func (b Build) changedBy(ch provider.Change) Build {
	after := ch.Apply(provider.Completion{Endpoint: b.Endpoint, Options: b.Options, Tools: b.Offered()})
	b.Endpoint, b.Options = after.Endpoint, after.Options
	b.Tools = slices.Clone(b.Tools)
	for i, t := range b.Tools {
		if t.Off {
			continue
		}
		at := slices.IndexFunc(after.Tools, func(other tool.Tool) bool { return other.ID == t.ID })
		if at < 0 {
			b.Tools[i].Off = true
			continue
		}
		b.Tools[i].Strict = after.Tools[at].Strict
	}
	return b
}
