package play

import (
	"context"
	"errors"
	"slices"
	"strings"

	"toolyard/app/doctor"
	"toolyard/app/provider"
)

// Frame is how the page stands: as itself, or embedded in a page of somebody
// else's, where it shows one link. An embedded page has no key, keeps nothing
// and asks nobody but the simulator.
type Frame string

const (
	Whole    Frame = ""
	ReadOnly Frame = "read"
	Runnable Frame = "run" // with the simulator, whatever endpoint the link names
)

// FrameOf is the frame of a host: its address asks for one (?embed=1, with &run=1
// to run it, and lang= and theme= of the page around it). A page that stands inside another one is embedded even if its
// address doesn't say so: nobody can put the whole page under their own buttons.
func FrameOf(h Host) Frame {
	if h == nil {
		return Whole
	}
	_, query, _ := strings.Cut(h.Address(), "?")
	embed, run := sets(query, "embed=1"), sets(query, "run=1")
	switch {
	case !embed && !h.Framed():
		return Whole
	case run:
		return Runnable
	}
	return ReadOnly
}

// sets says whether a query has a field: name=value.
func sets(query, field string) bool { return slices.Contains(strings.Split(query, "&"), field) }

// Bound is a host that does no more than a frame may.
func (f Frame) Bound(h Host) Host {
	if f == Whole {
		return h
	}
	return bound{h}
}

// In is the Model of a page that stands in a frame.
func (m Model) In(f Frame) Model {
	m.View.Frame = f
	if f != Whole {
		m = m.simulated()
	}
	return m
}

// simulated is the playground with the simulator as its endpoint, where it runs
// embedded.
func (m Model) simulated() Model {
	if m.View.Frame == Runnable && !m.Endpoint.Simulated() {
		m.View.Instead = m.Endpoint.Host()
		preset, _ := provider.PresetByID(provider.Simulator)
		m.Endpoint = preset.Endpoint()
	}
	return m
}

// bound is a host without a network and without a memory.
type bound struct{ Host }

var errBound = errors.New("play: not in an embedded page")

func (bound) Send(context.Context, provider.Request) (Response, error) {
	return Response{}, errBound
}

func (bound) Probe(context.Context, doctor.Probe) doctor.Result { return doctor.Result{} }

func (bound) Load(context.Context, Place, string) (string, bool, error) { return "", false, nil }

func (bound) Store(context.Context, Place, string, string) error { return nil }

func (bound) Erase(context.Context, Place, string) error { return nil }

func (bound) Change(context.Context, Change) (bool, error) { return true, nil }

func (bound) List(context.Context, string) (map[string]string, error) { return nil, nil }

func (bound) Jot(_, _ string) {}

func (bound) Jotted() map[string]string { return nil }

func (bound) Unjot(string) {}

func (bound) Tell(string) {}

func (bound) Opening(context.Context) Opening { return Opening{} }

func (bound) OnRelease(func(whole bool)) {}

func (bound) Renew() {}

func (bound) Dress(_, _ string) {} // the loader has, and remembers nothing either

// Languages begin with the one that the address asks for.
func (b bound) Languages() []string {
	_, query, _ := strings.Cut(b.Host.Address(), "?")
	for _, language := range Languages {
		if sets(query, "lang="+language) {
			return []string{language}
		}
	}
	return b.Host.Languages()
}

func (bound) LoadEditor(context.Context) bool { return false }

func (bound) SetFragment(string) {} // the link stays: it can be opened in full

// framedLink shows a link in a frame, where nothing is lost by it and nothing is
// sent.
func (m Model) framedLink(o Offer) (Model, []Effect) {
	var effects []Effect
	if c, running := m.Running(); running {
		effects = []Effect{Cancel{c.ID}}
	}
	m.View.Instead = ""
	return m.open(o.Snapshot, "").simulated(), effects
}
