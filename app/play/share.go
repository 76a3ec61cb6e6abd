package play

import (
	"reflect"
	"strconv"
	"strings"

	"toolyard/app/share"
)

// Shared is what the share dialog shows. It is made anew when the playground
// changes under it.
type Shared struct {
	Fragment string
	Fault    error // why there is no link
	Holds    []Holding

	of   share.Snapshot
	kind string
}

// Kinds of a link.
const (
	setupLink   = "setup"
	sessionLink = "session"
)

// shared is what a link holds now: the setup, or the whole session.
func (m Model) shared() share.Snapshot {
	if m.View.Share != sessionLink {
		return share.Setup(m.Snapshot())
	}
	return m.Snapshot()
}

// linked is what the link that is shown holds: what it is to hold, masked where
// the person decided so.
func (m Model) linked() share.Snapshot {
	s := m.shared()
	if m.View.Cleared.Mask {
		s = maskedSnapshot(s, m.View.Cleared.Findings)
	}
	return s
}

// Link is the fragment of the link to this playground: its setup, or the whole
// session.
func (m Model) Link() (string, error) { return share.Encode(m.linked()) }

// sharing is the Model with what the share dialog shows, while it is open.
func (m Model) sharing() Model {
	if m.View.Dialog != "share" {
		m.View.Shared = Shared{}
		return m
	}
	s := m.linked()
	if m.View.Shared.kind == m.View.Share && reflect.DeepEqual(m.View.Shared.of, s) {
		return m
	}
	made := Shared{Holds: Holdings(s), of: s, kind: m.View.Share}
	made.Fragment, made.Fault = share.Encode(s)
	m.View.Shared = made
	return m
}

// Room is where links are put, and how many characters it takes.
type Room struct {
	ID   string
	Most int
}

// Rooms are the places that the dialog compares a link with, the smallest first:
// a message of Discord and of Slack, the address that every browser remembers
// (Firefox), and the longest that one opens (Chrome).
var Rooms = []Room{{"discord", 2000}, {"slack", 4000}, {"browsers", 64 << 10}, {"chrome", 2 << 20}}

// Fits says whether a link of a length has room there.
func (r Room) Fits(length int) bool { return length <= r.Most }

// ShareKindChosen: the link holds the setup, or the whole session.
type ShareKindChosen struct{ Kind string }

// With is the message with the kind that was chosen.
func (s ShareKindChosen) With(text string) Msg { s.Kind = text; return s }

func (s ShareKindChosen) apply(m Model) (Model, []Effect) {
	m.View.Share = s.Kind
	return m, nil
}

// EmbedUnfolded: what goes into other pages is shown, or no longer.
type EmbedUnfolded struct{}

func (EmbedUnfolded) apply(m Model) (Model, []Effect) {
	m.View.Embeds = !m.View.Embeds
	return m, nil
}

// EmbedKindChosen: the embedded page can be run, or only read.
type EmbedKindChosen struct{ Frame Frame }

// With is the message with the kind that was chosen.
func (e EmbedKindChosen) With(text string) Msg { e.Frame = Frame(text); return e }

func (e EmbedKindChosen) apply(m Model) (Model, []Effect) {
	m.View.Embed = e.Frame
	return m, nil
}

// ShareText is what one of the share dialog's copy buttons copies: link, embed
// or badge. It is "" where there is no link.
func (m Model) ShareText(what string) string {
	if m.View.Shared.kind == "" {
		return m.shareWriter(what)([]share.Snapshot{m.linked()})
	}
	if m.View.Shared.Fault != nil {
		return ""
	}
	return m.around(what, m.View.Shared.Fragment)
}

// shareWriter makes link, embed or badge of a playground: "" where that is too
// large. It is nil for anything else.
func (m Model) shareWriter(what string) func([]share.Snapshot) string {
	if what != "link" && what != "embed" && what != "badge" {
		return nil
	}
	return func(s []share.Snapshot) string {
		fragment, err := share.Encode(s[0])
		if err != nil {
			return ""
		}
		return m.around(what, fragment)
	}
}

// around is a fragment with what makes a link, a frame or a badge of it.
func (m Model) around(what, fragment string) string {
	link := m.View.Address + "#" + fragment
	switch what {
	case "embed":
		return m.snippet(fragment)
	case "badge":
		return "[![Open in Toolyard](" + m.View.Address + "badge.svg)](" + link + ")"
	}
	return link
}

// snippet is the HTML of a frame with this playground. Its sandbox lets the
// program run and read its own files, and open itself in a tab of its own; it
// may neither lead the page around it away nor send a form.
func (m Model) snippet(fragment string) string {
	query := "?embed=1"
	if m.View.Embed == Runnable {
		query += "&amp;run=1"
	}
	return `<iframe src="` + m.View.Address + query + "#" + fragment + `" title="` + attribute(m.frameTitle()) +
		`" width="100%" height="` + strconv.Itoa(frameHeight) + `" loading="lazy"` +
		` sandbox="allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox"></iframe>`
}

// frameHeight shows a tool and a short conversation, in CSS pixels.
const frameHeight = 480

func (m Model) frameTitle() string {
	if m.Title == "" {
		return "Toolyard"
	}
	return "Toolyard: " + m.Title
}

// attribute is a text inside the quotes of HTML.
func attribute(text string) string {
	return strings.NewReplacer("&", "&amp;", `"`, "&quot;", "<", "&lt;", ">", "&gt;", "\n", " ").Replace(text)
}
