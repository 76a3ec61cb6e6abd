package play

import "toolyard/app/share"

// Handout is what is about to leave the page: Text, or else what Write makes of
// Snapshots. (Branch key has the real one, which asks.)
type Handout struct {
	Kind      string
	Text      string
	Snapshots []share.Snapshot
	Write     func([]share.Snapshot) string
	Focus     string
}

// handOut gives something to the person.
func (m Model) handOut(h Handout) (Model, []Effect) {
	text := h.Text
	if h.Write != nil {
		text = h.Write(h.Snapshots)
	}
	if text == "" {
		return m, nil
	}
	return m, []Effect{Copy{h.Kind, text}}
}
