package play

import (
	"slices"
	"strconv"
	"strings"

	"toolyard/app/importer"
	"toolyard/app/past"
	"toolyard/app/tool"
)

// ImportTyped: a text was pasted or typed into the import dialog. What is in it
// is shown, and nothing else happens.
type ImportTyped struct{ Text string }

// With is the message with the text that was typed.
func (i ImportTyped) With(text string) Msg { i.Text = text; return i }

func (i ImportTyped) apply(m Model) (Model, []Effect) {
	m.View.Import = importer.Found{Text: i.Text}
	if strings.TrimSpace(i.Text) != "" {
		m.View.Import = importer.Read(i.Text)
	}
	return m, nil
}

// TextGiven: the person dropped a text or a file on the page, chose or opened a
// file, or pasted where no field is. It is offered like one that was pasted into
// the dialog. Name is that of the file, if it is one; Err says why it could not
// be read.
type TextGiven struct {
	Text, Name string
	Err        error
}

func (g TextGiven) apply(m Model) (Model, []Effect) {
	if g.Err != nil {
		return m.notify("drop-failed", g.Err.Error()), nil
	}
	if !m.Ready || g.Name == "" && strings.TrimSpace(g.Text) == "" {
		return m, nil
	}
	m = m.without("drop-failed").withoutFileFaults()
	if fault, detail := g.fault(); fault != "" {
		return m.notify(fault, detail), nil
	}
	m.View.Dialog = "import"
	m, _ = ImportTyped{g.Text}.apply(m)
	if len(g.Text) > mostShown {
		m.View.Import.Text = "" // what was found in it is shown
	}
	return m, []Effect{Focus{"import-text"}}
}

// mostShown is the longest text that the dialog shows, in bytes; mostForeign the
// longest that is read if it is no file of ours.
const (
	mostShown   = 1 << 20
	mostForeign = 8 << 20
)

// fault is what is wrong with a file that is, or claims to be, one of ours.
func (g TextGiven) fault() (reason, detail string) {
	ours := strings.HasSuffix(g.Name, past.Extension)
	if !ours && g.Name != "" {
		ours = strings.HasPrefix(strings.TrimLeft(g.Text, " \t\r\n\ufeff{"), `"toolyard"`)
	}
	if ours {
		return past.Fault(g.Text)
	}
	if len(g.Text) > mostForeign {
		return "file-too-large", ""
	}
	return "", ""
}

// FileFaults are the kinds of notices on a file that is not opened.
var FileFaults = []string{"file-foreign", "file-newer", "file-cut", "file-not-json", "file-too-large", "file-corrupt"}

func (m Model) withoutFileFaults() Model {
	for _, kind := range FileFaults {
		m = m.without(kind)
	}
	return m
}

// RepairTaken: the repair that was offered is made, in the dialog's text alone.
type RepairTaken struct{}

func (RepairTaken) apply(m Model) (Model, []Effect) {
	m, _ = ImportTyped{m.View.Import.Repaired()}.apply(m)
	return m, []Effect{Focus{"import-text"}}
}

// ImportAdded: every tool that was found stands at the end of the list, the
// first of them selected.
type ImportAdded struct{}

func (ImportAdded) apply(m Model) (Model, []Effect) {
	found := m.View.Import.Tools
	if len(found) == 0 {
		return m, nil
	}
	m = m.step("tools-imported")
	at := len(m.Tools)
	for _, c := range found {
		m, _ = m.insertTool(len(m.Tools), c.Tool)
	}
	m.View.Tool = m.Tools[at].ID
	return m.imported().notify("imported", strconv.Itoa(len(found))), []Effect{Focus{toolRow(m.View.Tool)}}
}

// CanTake says whether the dialog's text is more than tools: a request, a
// playground or a link, which can take the place of the present playground.
func (m Model) CanTake() bool { return len(m.View.Import.Parts) > 0 }

// ImportTaken: what was found takes the place of the playground, which undo
// brings back. Where the text names no endpoint, the present one stays, with its
// key; of that only the model and the dialect follow the text.
type ImportTaken struct{}

func (ImportTaken) apply(m Model) (Model, []Effect) {
	if !m.CanTake() || m.Run() == Streaming {
		return m, nil
	}
	found := m.View.Import
	s, keys := found.Snapshot, m.Keys
	s.Tools = make([]tool.Tool, len(found.Tools))
	for i, c := range found.Tools {
		s.Tools[i] = c.Tool
	}
	elsewhere := slices.ContainsFunc(found.Parts, func(p importer.Part) bool { return p.Name == importer.PartEndpoint })
	if !elsewhere {
		said := s.Endpoint
		s.Endpoint = m.Endpoint
		if said.Model != "" {
			s.Endpoint.Model = said.Model
		}
		if said.Dialect != "" {
			s.Endpoint.Dialect = said.Dialect
		}
	}
	m = m.replaced().open(s, "").imported()
	if !elsewhere {
		m.Keys = keys
	}
	return m, []Effect{Focus{"prompt"}}
}

// imported is the Model with the dialog closed and its text gone.
func (m Model) imported() Model {
	m.View.Import, m.View.Dialog = importer.Found{}, ""
	return m
}

// Fresh says whether there is nothing of the person's own yet: no tools, or a
// sample as it was opened.
func (m Model) Fresh() bool { return len(m.Tools) == 0 || m.untouched() }
