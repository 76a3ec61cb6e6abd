package play

import (
	"slices"
	"strings"

	"toolyard/app/sample"
	"toolyard/app/share"
)

// Offer is what a link holds, before the person takes it.
type Offer struct {
	Snapshot share.Snapshot
	Holds    []Holding
	Hazards  []Hazard
	Open     bool // what it holds is listed
}

func offerOf(s share.Snapshot) Offer {
	return Offer{Snapshot: s, Holds: Holdings(s), Hazards: hazards(s)}
}

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

// LinkTyped: the link's field is only read; nothing follows.
type LinkTyped struct{}

// With is the message, whatever was typed.
func (l LinkTyped) With(string) Msg { return l }

func (LinkTyped) apply(m Model) (Model, []Effect) { return m, nil }

// LinkOpened: the page's address holds a link. It is offered, never run; only an
// embedded page, which has nothing to lose and no key, shows it at once.
type LinkOpened struct{ Fragment string }

func (l LinkOpened) apply(m Model) (Model, []Effect) {
	m.View.Fragment = l.Fragment
	if l.Fragment == "" {
		return m, nil
	}
	m = m.withoutLinkFaults()
	if access, ok := strings.CutPrefix(l.Fragment, "relay="); ok && m.View.Frame == Whole {
		m, effects := RelayAccessTyped{access}.apply(m)
		return m, append(effects, ClearFragment{})
	}
	s, err := share.Decode(l.Fragment)
	if err != nil {
		m.Offer = nil
		return m.notify(share.Reason(err), ""), nil
	}
	o := offerOf(s)
	if m.View.Frame != Whole {
		return m.framedLink(o)
	}
	m.Offer = &o
	return m, nil
}

// withoutLinkFaults takes away what was said of an earlier link.
func (m Model) withoutLinkFaults() Model {
	m.Notices = slices.DeleteFunc(slices.Clone(m.Notices), func(n Notice) bool { return strings.HasPrefix(n.Kind, "link-") })
	return m
}

// OfferUnfolded: what the offered link holds is listed, or no longer.
type OfferUnfolded struct{}

func (OfferUnfolded) apply(m Model) (Model, []Effect) {
	if m.Offer != nil {
		o := *m.Offer
		o.Open = !o.Open
		m.Offer = &o
	}
	return m, nil
}

// OfferAccepted: the person opens the link.
type OfferAccepted struct{}

func (OfferAccepted) apply(m Model) (Model, []Effect) {
	if m.Offer == nil || m.Run() == Streaming {
		return m, nil
	}
	m = m.replaced().open(m.Offer.Snapshot, "") // Update puts what there was into the history
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
	s, ok := sample.Find(m.View.Language, id)
	if !ok {
		return m
	}
	return m.open(s.Snapshot, id)
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
	if !m.Endpoint.Simulated() && m.Endpoint.Provider != "" {
		m.Endpoint.Provider = presetOf(m.Endpoint) // nobody else's host goes by a provider's name
	}
	m.Prompt = s.Prompt
	m.Conversation = restore(s)
	m.Drafts, m.Completions = nil, nil
	m.Keys = m.Keys.without("")
	m.View.WireOf, m.View.Event, m.View.Editing = 0, -1, Editing{}
	return m.begun()
}
