package play

import (
	"context"

	"toolyard/app/share"
)

// Handout is what is about to leave the page: Text, or else what Write makes of
// Snapshots, as a download of a File name. (Branch key has the real one.)
type Handout struct {
	Kind      string
	Text      string
	Snapshots []share.Snapshot
	Write     func([]share.Snapshot) string
	File      string
	MediaType string
	Shown     bool
	Focus     string
}

// handOut gives something to the person.
func (m Model) handOut(h Handout) (Model, []Effect) {
	text := h.Text
	if h.Write != nil {
		text = h.Write(h.Snapshots)
	}
	return m, []Effect{Download{h.File, h.MediaType, text}}
}

// Download offers a file to the person.
type Download struct{ Name, MediaType, Content string }

func (e Download) perform(_ context.Context, r *Runner) {
	if err := r.host.Download(e.Name, e.MediaType, e.Content); err != nil {
		r.post(Noticed{Kind: "download-failed", Detail: err.Error()})
	}
}
