package play

import (
	"slices"

	"toolyard/app/leak"
	"toolyard/app/share"
)

// The rules of this surface: whatever leaves the page because the person wants
// to have it, by the clipboard, as a file or as a link that is shown, goes
// through handOut and nowhere else. What looks like a key in it is shown first,
// with its places, and the person decides: as it is, masked, or not at all.

// Handout is what is about to leave the page: Text, or else what Write makes of
// Snapshots. It goes on the clipboard, or with a File name into a download.
type Handout struct {
	Kind      string // what it is, the word of the notice "copied": link, request, tool-calls, …
	Text      string
	Snapshots []share.Snapshot
	Write     func([]share.Snapshot) string // "" where it can't be written
	File      string                        // name of the download
	MediaType string                        // of the download
	Shown     bool                          // it is drawn from the Model: there is nothing to do but to ask
	Focus     string                        // id of the element that opened it, where the focus returns to
}

// handOut gives something to the person, or asks first.
func (m Model) handOut(h Handout) (Model, []Effect) {
	found := m.leaks(h)
	if known, mask := m.View.Cleared.decide(found); !known {
		m.View.Question = &Question{h, found}
		return m, []Effect{Focus{"dialog"}}
	} else if mask {
		h = h.masked(found)
	}
	return m, h.effects()
}

// leaks are what looks like a key in a handout, the keys of this page among them.
func (m Model) leaks(h Handout) []leak.Finding {
	var inUse []string
	for _, k := range m.Keys {
		inUse = append(inUse, k.Secret.Reveal()) // to be found, and never shown
	}
	return leak.Scan(h.parts(), inUse...)
}

func (h Handout) parts() []leak.Part {
	parts := textParts(h.Kind, h.Text)
	for _, s := range h.Snapshots {
		parts = append(parts, snapshotParts(s)...)
	}
	return parts
}

func (h Handout) masked(found []leak.Finding) Handout {
	h.Text = leak.Masked(h.Text, found)
	h.Snapshots = slices.Clone(h.Snapshots)
	for i, s := range h.Snapshots {
		h.Snapshots[i] = maskedSnapshot(s, found)
	}
	return h
}

func (h Handout) effects() []Effect {
	text := h.Text
	if h.Write != nil {
		text = h.Write(h.Snapshots)
	}
	switch {
	case h.Shown || text == "":
		return nil
	case h.File != "":
		return []Effect{Download{h.File, h.MediaType, text}}
	}
	return []Effect{Copy{h.Kind, text}}
}

// Question is a handout that waits for the person's decision.
type Question struct {
	Handout  Handout
	Findings []leak.Finding
}

// Clearance is the decision of the person about findings, as long as the dialog
// is open that it was made in.
type Clearance struct {
	Findings []leak.Finding
	Mask     bool
}

// decide says whether all that was found was decided on, and how.
func (c Clearance) decide(found []leak.Finding) (known, mask bool) {
	for _, f := range found {
		if !slices.ContainsFunc(c.Findings, f.Is) {
			return false, false
		}
	}
	return true, c.Mask
}

// HandoutCleared: the person wants the handout that was asked about, as it is or
// masked.
type HandoutCleared struct{ Mask bool }

func (c HandoutCleared) apply(m Model) (Model, []Effect) {
	q := m.View.Question
	if q == nil {
		return m, nil
	}
	m.View.Question = nil
	h := q.Handout
	if c.Mask {
		h = h.masked(q.Findings)
	}
	focus := h.Focus
	if m.View.Dialog != "" {
		m.View.Cleared, focus = Clearance{q.Findings, c.Mask}, "dialog"
	}
	if focus == "" {
		return m, h.effects()
	}
	return m, append(h.effects(), Focus{focus})
}

// HandoutCanceled: nothing leaves the page.
type HandoutCanceled struct{}

func (HandoutCanceled) apply(m Model) (Model, []Effect) {
	q := m.View.Question
	m.View.Question = nil
	switch {
	case q == nil:
		return m, nil
	case q.Handout.Shown:
		return DialogClosed{}.apply(m)
	case m.View.Dialog != "":
		return m, []Effect{Focus{"dialog"}}
	case q.Handout.Focus != "":
		return m, []Effect{Focus{q.Handout.Focus}}
	}
	return m, nil
}

// vetted asks about the link that the share dialog is about to show, whenever it
// is another one.
func (m Model) vetted() (Model, []Effect) {
	if m.View.Dialog != "share" || m.View.Question != nil {
		return m, nil
	}
	return m.handOut(Handout{Kind: "link", Snapshots: []share.Snapshot{m.shared()}, Shown: true})
}
