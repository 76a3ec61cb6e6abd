package ui

import (
	"errors"
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"toolyard/app/locale"
	"toolyard/app/play"
	"toolyard/app/provider"
)

// announcements stand between the bar and the panes: a link that waits, and
// what the page must tell.
func (p *Program) announcements() app.UI {
	return of("div", "announcements").Body(
		of("div", "offers").Body(p.offer()...),
		of("div", "offers").Body(p.elsewhere()...),
		of("div", "notices").Role("status").Body(p.notices()...),
	)
}

func (p *Program) notices() []app.UI {
	t := p.text()
	var notices []app.UI
	for _, n := range p.model.Notices {
		sentence := t.Notices.Sentence(n.Kind, n.Detail)
		if n.Cause != nil {
			sentence = unsendable(t, n.Cause)
		}
		if n.ID%2 == 1 {
			sentence += "\u00a0" // else the same one twice in a row were read once
		}
		notices = append(notices, of("div", "notice").DataSet("testid", "notice").DataSet("kind", n.Kind).Body(
			el("p").DataSet("testid", "notice-text").Text(sentence),
			of("span", "row").Body(p.wayOut(n)...),
			p.iconButton("notice-dismiss", "x", t.Bar.Dismiss, play.NoticeDismissed{ID: n.ID}),
		))
	}
	return notices
}

// wayOut is what a notice offers: where work is at risk, and where a newer
// release waits.
func (p *Program) wayOut(n play.Notice) []app.UI {
	t := p.text().Past
	small := func(testID, label string, msg play.Msg) app.UI {
		return p.button(testID, "", label, msg).DataSet("size", "small")
	}
	switch n.Kind {
	case "store-failed", "history-failed", "history-unreadable":
		return []app.UI{small("notice-file", t.Export, play.FileExported{})}
	case "store-full", "history-full", "history-over":
		return []app.UI{small("notice-history", t.Open, openHistory), small("notice-file", t.Export, play.FileExported{})}
	case "kept-unreadable":
		return []app.UI{small("notice-unreadable", t.Download, play.UnreadableExported{})}
	case "update-ready":
		return []app.UI{able(p.model.Run() != play.Streaming, p.button("update", "primary", p.text().Notices.Update, play.ReleaseTaken{}).DataSet("size", "small"))}
	}
	return nil
}

// elsewhere lets the person choose where two tabs work on one playground.
func (p *Program) elsewhere() []app.UI {
	m, t := p.model, p.text().Past
	if !m.Elsewhere {
		return nil
	}
	sentence := t.Elsewhere
	if m.Apart() {
		sentence = t.ElsewhereApart
	}
	return []app.UI{of("div", "offer").Role("alert").DataSet("testid", "elsewhere").DataSet("apart", strconv.FormatBool(m.Apart())).Body(
		icon("twice"), el("p").Text(sentence),
		able(m.Run() != play.Streaming, p.button("elsewhere-take", "", t.Theirs, play.TheirsTaken{})),
		p.button("elsewhere-keep", "primary", t.Mine, play.MineKept{}),
	)}
}

// unsendable says why a request can't be sent.
func unsendable(t *locale.Text, cause error) string {
	var fault *provider.FieldError
	if errors.As(cause, &fault) {
		return t.Notices.Unsendable(fault.Rule, fault.Detail)
	}
	return cause.Error()
}

// button is a button with words on it. Kind is "", primary or quiet.
func (p *Program) button(testID, kind, label string, msg play.Msg) app.HTMLElem {
	b := button().Class("btn").OnClick(p.on(msg)).Body(app.Text(label))
	if testID != "" {
		b = b.DataSet("testid", testID)
	}
	if kind != "" {
		b = b.DataSet("kind", kind)
	}
	return b
}
