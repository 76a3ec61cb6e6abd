package ui

import (
	"errors"

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
			p.iconButton("notice-dismiss", "x", t.Bar.Dismiss, play.NoticeDismissed{ID: n.ID}),
		))
	}
	return notices
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
