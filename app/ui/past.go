package ui

import (
	"cmp"
	"strconv"
	"strings"
	"time"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"toolyard/app/locale"
	"toolyard/app/past"
	"toolyard/app/play"
)

// openHistory opens the dialog with the history of playgrounds.
var openHistory = play.DialogOpened{Name: "history"}

// historyDialog lists what was kept of playgrounds, and takes the present one.
func (p *Program) historyDialog() []app.UI {
	t, h := p.text().Past, p.model.View.Past
	found := h.Found()
	rows := make([]app.UI, len(found))
	for i, e := range found {
		rows[i] = p.entryRow(e)
	}
	body := of("div", "history").Body(
		of("p", "hint").Text(t.Lead),
		of("div", "row keep").Body(
			&Field{P: p, Look: Look{ID: "history-name", TestID: "history-name", Class: "in", Label: t.Name, Placeholder: t.Name},
				Value: h.Name, Edit: play.SnapshotNamed{}},
			p.button("history-keep", "", t.Keep, play.SnapshotKept{})),
		of("div", "row").Body(
			&Field{P: p, Look: Look{ID: "history-search", TestID: "history-search", Class: "in", Label: t.Search, Placeholder: t.Search},
				Kind: "search", Value: h.Query, Edit: play.HistorySearched{}},
			of("span", "soft small num").DataSet("testid", "history-count").Role("status").
				Text(t.Count(len(found), len(h.Entries), locale.Bytes(h.Bytes())))),
		el("div").Body(p.over()...),
		el("div").Body(p.deleted()...),
		of("ul", "entries").Body(rows...),
		el("div").Body(p.nothingFound(len(found))...),
	)
	return p.modal("history", t.Title, []app.UI{body}, []app.UI{
		of("span", "row").Body(
			p.button("history-open-file", "", t.OpenFile, openImport),
			able(len(h.Entries) > 0, p.button("history-export", "", t.ExportAll, play.HistoryExported{}))),
		of("span", "end"),
		p.button("file-export", "primary", t.Export, play.FileExported{})})
}

func (p *Program) over() []app.UI {
	if !p.model.View.Past.Over {
		return nil
	}
	return []app.UI{of("p", "notice").DataSet("testid", "history-over").DataSet("severity", "warning").
		Body(icon("warn"), el("span").Text(p.text().Past.Over))}
}

// deleted offers what was deleted last.
func (p *Program) deleted() []app.UI {
	gone, t := p.model.View.Past.Gone, p.text().Past
	if gone == nil {
		return nil
	}
	return []app.UI{of("p", "notice").Role("status").DataSet("testid", "history-gone").Body(
		el("span").Text(t.Gone(entryName(p.text(), gone.Entry))),
		p.button("history-back", "", t.Back, play.EntryBack{}))}
}

func (p *Program) nothingFound(found int) []app.UI {
	t := p.text().Past
	switch {
	case found > 0:
		return nil
	case len(p.model.View.Past.Entries) == 0:
		return []app.UI{of("p", "soft").Text(t.None)}
	}
	return []app.UI{of("p", "soft").Text(t.NotFound)}
}

// entryName is what the person called an entry, or what its playground is called.
func entryName(t *locale.Text, e past.Entry) string {
	return cmp.Or(e.Name, e.Title, t.Bar.Untitled)
}

// entryRow is one entry: what it is, what changed, and what can be done with it.
func (p *Program) entryRow(e past.Entry) app.UI {
	t, h := p.text(), p.model.View.Past
	open := h.Open == e.ID
	return of("li", "entry").DataSet("testid", "history-item").DataSet("id", e.ID).DataSet("why", string(e.Why)).
		DataSet("pinned", strconv.FormatBool(e.Pinned)).Body(
		of("div", "row").Body(p.entryHead(e)...),
		of("p", "soft small").Body(app.Text(entryFacts(t, e))),
		changeList(t, e.Changes),
		el("div").Body(p.difference(e, open)...),
		of("div", "row entry-acts").Body(p.entryActs(e, open)...),
	)
}

func (p *Program) entryHead(e past.Entry) []app.UI {
	t, h := p.text(), p.model.View.Past
	when := of("span", "soft small num").Text(moment(t.Past, e.At, h.Now))
	name := el("div").Body(el("b").DataSet("testid", "history-item-name").Text(entryName(t, e)))
	if h.Renaming == e.ID {
		name = of("div", "row").Body(
			&Field{P: p, Look: Look{ID: "history-new-name", TestID: "history-new-name", Class: "in", Label: t.Past.NewName},
				Value: h.NewName, Edit: play.RenameTyped{}},
			p.button("history-rename-done", "", t.Past.RenameDone, play.Renamed{}))
	}
	return []app.UI{name, of("span", "end"),
		of("span", "soft small").Text(t.Past.Whys[string(e.Why)]), when}
}

// moment is the time of an entry, without the day if that is today.
func moment(t locale.Past, at int64, now time.Time) string {
	when := time.UnixMilli(at).In(now.Location())
	if when.Format(time.DateOnly) == now.Format(time.DateOnly) {
		return t.Today + when.Format("15:04")
	}
	return when.Format("2006-01-02 15:04")
}

func entryFacts(t *locale.Text, e past.Entry) string {
	if e.Why == past.Damaged {
		return t.Past.Damaged + t.Past.Separator + locale.Bytes(e.Size)
	}
	facts := t.Past.Facts(len(e.Tools), e.Messages)
	for _, fact := range []string{e.Model, e.Host, locale.Bytes(e.Size)} {
		if fact != "" && !strings.HasSuffix(facts, fact) { // the simulator's model is its host
			facts += t.Past.Separator + fact
		}
	}
	return facts
}

// mostChanges is how many changes a row tells.
const mostChanges = 8

// changeList tells changes, a line each.
func changeList(t *locale.Text, changes []past.Change) app.UI {
	var lines []app.UI
	for i, c := range changes {
		if i == mostChanges {
			lines = append(lines, of("li", "soft").Text(t.Past.More(len(changes)-i)))
			break
		}
		parts := map[string][]string{"name": {clip(c.Detail)}}
		lines = append(lines, el("li").DataSet("testid", "history-change").DataSet("change", c.Kind).
			Body(phrase(t.Past.Change(c.Kind, c.Detail, c.Count), parts, "")...))
	}
	return of("ul", "changes small").Body(lines...)
}

// difference is what would change if an entry were restored.
func (p *Program) difference(e past.Entry, open bool) []app.UI {
	t, h := p.text(), p.model.View.Past
	switch {
	case !open || !h.Compared:
		return nil
	case len(h.Changes) == 0:
		return []app.UI{of("p", "small").DataSet("testid", "history-difference").Text(t.Past.NoDifference)}
	}
	return []app.UI{of("div", "difference").DataSet("testid", "history-difference").Body(
		of("p", "small").Text(t.Past.Difference), changeList(t, h.Changes))}
}

func (p *Program) entryActs(e past.Entry, open bool) []app.UI {
	t := p.text().Past
	small := func(testID, label string, msg play.Msg) app.HTMLElem {
		return p.button(testID, "quiet", label, msg).DataSet("size", "small")
	}
	readable := e.Why != past.Damaged
	pin := t.Pin
	if e.Pinned {
		pin = t.Unpin
	}
	return []app.UI{
		able(readable && p.model.Run() != play.Streaming,
			p.button("history-restore", "", t.Restore, play.RestorePressed{ID: e.ID}).DataSet("size", "small")),
		able(readable, small("history-compare", t.Compare, play.EntryOpened{ID: e.ID}).Aria("expanded", strconv.FormatBool(open))),
		small("history-pin", pin, play.EntryPinned{ID: e.ID, On: !e.Pinned}).Aria("pressed", strconv.FormatBool(e.Pinned)),
		small("history-rename", t.Rename, play.RenameBegun{ID: e.ID}),
		small("history-download", t.Download, play.EntryExported{ID: e.ID}),
		of("span", "end"),
		able(!p.model.At(e.ID), small("history-delete", t.Delete, play.EntryDeleted{ID: e.ID})),
	}
}
