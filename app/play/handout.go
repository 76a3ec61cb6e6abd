package play

import "context"

// Handout is what leaves the page by the person's hand.
type Handout struct{ Name, Type, Text string }

// handOut gives a text to the person.
func (m Model) handOut(h Handout) (Model, []Effect) {
	return m, []Effect{Download(h)}
}

// Download offers a file to the person.
type Download struct{ Name, Type, Text string }

func (e Download) perform(_ context.Context, r *Runner) {
	if err := r.host.Download(e.Name, e.Type, e.Text); err != nil {
		r.post(Noticed{Kind: "download-failed", Detail: err.Error()})
	}
}
