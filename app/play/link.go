package play

import (
	"slices"
	"strings"

	"toolyard/app/sample"
	"toolyard/app/share"
)

// Offer is what a link holds, before the person takes it.
type Offer struct{ Snapshot share.Snapshot }

// Host is where the offered playground would send to.
func (o Offer) Host() string { return o.Snapshot.Endpoint.Host() }

// Snapshot is what the playground shares: everything but the key. The ids of
// its tools are their places: those of this page mean nothing elsewhere.
func (m Model) Snapshot() share.Snapshot {
	tools := slices.Clone(m.Tools)
	for i := range tools {
		tools[i].ID = i + 1
	}
	return share.Snapshot{
		Title: m.Title, Tools: tools, System: m.System, Prompt: m.Prompt,
		Endpoint: m.Endpoint, Options: m.Options,
		Nodes: m.Conversation.Nodes(), Tip: m.Conversation.Tip(),
	}
}

// Link is the fragment of the link to this playground: its setup, or the whole
// session.
func (m Model) Link() (string, error) {
	s := m.Snapshot()
	if m.View.Share != "session" {
		s = share.Setup(s)
	}
	return share.Encode(s)
}

func (m Model) linkOrNothing() string {
	fragment, err := m.Link()
	if err != nil {
		return ""
	}
	return fragment
}

// ShareKindChosen: the link holds the setup, or the whole session.
type ShareKindChosen struct{ Kind string }

// With is the message with the kind that was chosen.
func (s ShareKindChosen) With(text string) Msg { s.Kind = text; return s }

func (s ShareKindChosen) apply(m Model) (Model, []Effect) {
	m.View.Share = s.Kind
	return m, nil
}

// LinkTyped: the link's field is only read; nothing follows.
type LinkTyped struct{}

// With is the message, whatever was typed.
func (l LinkTyped) With(string) Msg { return l }

func (LinkTyped) apply(m Model) (Model, []Effect) { return m, nil }

// LinkOpened: the page's address holds a link. It is offered, never run.
type LinkOpened struct{ Fragment string }

func (l LinkOpened) apply(m Model) (Model, []Effect) {
	if l.Fragment == "" {
		return m, nil
	}
	if access, ok := strings.CutPrefix(l.Fragment, "relay="); ok {
		m, effects := RelayAccessTyped{access}.apply(m)
		return m, append(effects, ClearFragment{})
	}
	s, err := share.Decode(l.Fragment)
	if err != nil {
		return m.notify(share.Reason(err), ""), nil
	}
	m.Offer = &Offer{s}
	return m, nil
}

// OfferAccepted: the person opens the link.
type OfferAccepted struct{}

func (OfferAccepted) apply(m Model) (Model, []Effect) {
	if m.Offer == nil || m.Run() == Streaming {
		return m, nil
	}
	m = m.replaced().open(m.Offer.Snapshot, "")
	m.Offer = nil
	return m, []Effect{ClearFragment{}, Focus{"prompt"}}
}

// OfferDeclined: the person keeps what there is.
type OfferDeclined struct{}

func (OfferDeclined) apply(m Model) (Model, []Effect) {
	m.Offer = nil
	return m, []Effect{ClearFragment{}, Focus{"prompt"}}
}

// SampleOpened: a starter playground takes the place of the present one, which
// undo brings back.
type SampleOpened struct{ ID string }

func (s SampleOpened) apply(m Model) (Model, []Effect) {
	if m.Run() == Streaming {
		return m, nil
	}
	m = m.replaced().withSample(s.ID)
	m.View.Dialog = ""
	return m, []Effect{Focus{"prompt"}}
}

// withSample is the Model with a sample in the person's language.
func (m Model) withSample(id string) Model {
	for _, s := range sample.All(m.View.Language) {
		if s.ID == id {
			return m.open(s.Snapshot, id)
		}
	}
	return m
}

// untouched says whether the playground is a sample as it was opened.
func (m Model) untouched() bool {
	if m.Sample == "" || len(m.Conversation.Nodes()) > 0 {
		return false
	}
	fresh := m.withSample(m.Sample)
	if len(fresh.Tools) != len(m.Tools) { // asked at every drawing, so the cheap answers come first
		return false
	}
	for i, t := range fresh.Tools {
		if t.Parameters.Doc.Text != m.Tools[i].Parameters.Doc.Text {
			return false
		}
	}
	return share.Marshal(fresh.Snapshot()) == share.Marshal(m.Snapshot())
}

// open puts a snapshot in place of the playground. Tools get ids of this page,
// keys stay with the origins they were typed for, and one that was typed before
// any base URL is dropped.
func (m Model) open(s share.Snapshot, sampleID string) Model {
	m.Build = Build{
		Title: s.Title, Sample: sampleID, System: s.System,
		Endpoint: s.Endpoint, Options: s.Options, Tools: slices.Clone(s.Tools),
	}
	for i := range m.Tools {
		m, m.Tools[i].ID = m.next()
	}
	m.View.Tool = 0
	if len(m.Tools) > 0 {
		m.View.Tool = m.Tools[0].ID
	}
	m.Prompt = s.Prompt
	m.Conversation = restore(s)
	m.Drafts, m.Completions = nil, nil
	m.Keys = m.Keys.without("")
	m.View.WireOf, m.View.Event, m.View.Editing = 0, -1, Editing{}
	return m.begun()
}
