package play

import (
	"context"
	"strings"
)

// Opening is what a page is opened for: ?open= in its address, which a shortcut
// of the installed app sets, or any link to the page. Open is new (an empty
// playground), import, examples, setup or shared; Text is what was shared, and
// Failed says why it could not be read.
type Opening struct{ Open, Text, Failed string }

// opened is the Model as the page was asked for. It changes nothing that is kept
// but by new, which undo takes back.
func (m Model) opened(o Opening) (Model, []Effect) {
	switch o.Open {
	case "new":
		return m.emptied(), []Effect{Focus{"tool-add"}}
	case "import":
		return DialogOpened{Name: "import", Field: "import-text"}.apply(m)
	case "examples", "setup":
		return DialogOpened{Name: o.Open}.apply(m)
	case "shared":
		if o.Failed != "" || strings.TrimSpace(o.Text) == "" {
			return m.notify("share-failed", o.Failed), nil
		}
		return TextGiven{Text: o.Text}.apply(m)
	}
	return m, nil
}

// emptied is a playground without tools and messages, at the same endpoint. One
// that a person built comes back by undo.
func (m Model) emptied() Model {
	s := m.Snapshot()
	s.Title, s.System, s.Prompt, s.Tools, s.Nodes, s.Tip = "", "", "", nil, nil, 0
	keys := m.Keys
	m = m.replaced().open(s, "").notify("emptied", "")
	m.Keys = keys
	return m
}

// watchRelease tells of a newer release, from now on.
type watchRelease struct{}

func (watchRelease) perform(_ context.Context, r *Runner) {
	r.host.OnRelease(func(whole bool) { r.post(ReleaseFound{whole}) })
}

// ReleaseFound: the site has a newer release. One that is not whole was not
// taken: its files are missing, or other than they were built.
type ReleaseFound struct{ Whole bool }

func (f ReleaseFound) apply(m Model) (Model, []Effect) {
	m = m.without("update-ready").without("update-broken")
	if f.Whole {
		return m.notify("update-ready", ""), nil
	}
	return m.notify("update-broken", ""), nil
}

// ReleaseTaken: the person changes to the newer release.
type ReleaseTaken struct{}

func (ReleaseTaken) apply(m Model) (Model, []Effect) {
	if m.Run() == Streaming {
		return m, nil
	}
	return m, []Effect{renew{}}
}

// renew keeps what is not kept yet, then changes the release.
type renew struct{}

func (renew) perform(_ context.Context, r *Runner) {
	r.Leave()
	r.host.Renew()
}
