package ui

import (
	"slices"
	"strconv"
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"toolyard/app/importer"
	"toolyard/app/locale"
	"toolyard/app/play"
	"toolyard/app/schema"
)

// openImport opens the dialog, ready to paste.
var openImport = play.DialogOpened{Name: "import", Field: "import-text"}

// importOpener is the button in the head of the tools.
func (p *Program) importOpener() app.UI {
	return button().Class("btn").DataSet("kind", "quiet").DataSet("size", "small").
		ID("import-open").DataSet("testid", "import-open").Aria("haspopup", "dialog").OnClick(p.on(openImport)).
		Body(icon("import"), app.Text(p.text().Import.Open))
}

// startingPoint invites those who have built nothing yet to bring what they have.
func (p *Program) startingPoint() []app.UI {
	if !p.model.Fresh() {
		return nil
	}
	t := p.text().Import
	small := func(msg play.Msg) app.HTMLElem {
		return button().Class("btn").DataSet("size", "small").OnClick(p.on(msg))
	}
	return []app.UI{of("div", "drop").Body(
		el("b").Text(t.Head), el("span").Text(t.Invitation),
		of("div", "row").Body(
			small(openImport).Aria("haspopup", "dialog").Body(icon("import"), app.Text(t.Paste)),
			small(play.ToolAdded{}).Body(app.Text(t.Empty))))}
}

// importDialog takes a text, and shows what is in it before anything is done.
func (p *Program) importDialog() []app.UI {
	m, t := p.model, p.text().Import
	found := m.View.Import
	body := of("div", "import").Body(
		el("label").Attr("for", "import-text").Text(t.Text),
		of("p", "hint").ID("import-lead").Text(t.Lead),
		&Area{P: p, Look: Look{ID: "import-text", TestID: "import-text", Class: "in mono", Describes: "import-lead"},
			Rows: 12, Value: found.Text, Edit: play.ImportTyped{}},
		p.fileChooser(),
		of("div", "row").Role("status").Body(p.recognised()...),
		of("div", "problems").Body(p.remarks()...),
		el("div").Body(p.previews()...),
		el("div").Body(p.playgrounds()...),
		el("div").Body(p.alsoFound()...),
	)
	var take []app.UI
	if m.CanTake() {
		take = append(take, able(m.Run() != play.Streaming, p.button("import-take", "", t.Take(strings.HasPrefix(string(found.Kind), "request-")), play.ImportTaken{})))
	}
	if n := len(found.Records); n > 0 {
		return p.modal("import", t.Title, []app.UI{body}, []app.UI{
			of("span", "end"), p.button("import-keep", "primary", p.text().Past.Take(n), play.RecordsTaken{})})
	}
	n := len(found.Tools)
	return p.modal("import", t.Title, []app.UI{body}, []app.UI{
		of("span", "row").Body(take...), of("span", "end"),
		able(n > 0, p.button("import-add", "primary", t.Add(n), play.ImportAdded{}))})
}

// recognised says what the text was taken for, and offers what would make JSON
// of it.
func (p *Program) recognised() []app.UI {
	found, t := p.model.View.Import, p.text()
	var parts []app.UI
	if found.Kind != "" {
		parts = append(parts, el("b").Text(t.Import.Kinds[string(found.Kind)]),
			of("span", "soft small num").Text(t.Import.Tools(len(found.Tools))))
	}
	if found.Repair != nil {
		parts = append(parts, of("span", "end"),
			p.button("import-repair", "", t.Import.Repair(len(found.Repair)), play.RepairTaken{}).DataSet("size", "small"))
	}
	return parts
}

// remarks are what was not read, and what must be told of the whole.
func (p *Program) remarks() []app.UI {
	found, t := p.model.View.Import, p.text()
	var remarks []app.UI
	for _, r := range found.Rejects {
		remarks = append(remarks, remark(t, importer.Note(r), schema.Error))
	}
	for _, n := range found.Notes {
		remarks = append(remarks, remark(t, n, weight(n)))
	}
	return remarks
}

// weight is that of a note: what was left out counts for more.
func weight(n importer.Note) schema.Severity {
	if strings.HasSuffix(n.Rule, "-left-out") {
		return schema.Warning
	}
	return schema.Info
}

// remark is a sentence with its place in the text.
func remark(t *locale.Text, n importer.Note, severity schema.Severity) app.UI {
	return of("div", "problem").DataSet("testid", "problem").DataSet("rule", n.Rule).
		DataSet("severity", string(severity)).DataSet("line", strconv.Itoa(n.Line)).DataSet("column", strconv.Itoa(n.Column)).
		Body(icon("warn"), el("span").Text(
			t.Problems.At(strconv.Itoa(n.Line), strconv.Itoa(n.Column))+t.Imported(n.Rule, clip(n.Detail))))
}

func (p *Program) previews() []app.UI {
	found := p.model.View.Import.Tools
	if len(found) == 0 {
		return nil
	}
	rows := make([]app.UI, len(found))
	for i, c := range found {
		rows[i] = &importPreview{T: p.text(), Found: c}
	}
	return []app.UI{of("ul", "previews").Body(rows...)}
}

// importPreview is one tool that was found.
type importPreview struct {
	app.Compo
	T     *locale.Text
	Found importer.Candidate
}

// Render draws the row: what the tool is, and what is to be said of it.
func (r *importPreview) Render() app.UI {
	c, t := r.Found, r.T
	name := el("code").Attr("translate", "no").Text(c.Tool.Name)
	if c.Tool.Name == "" {
		name = of("span", "soft").Text(t.Tools.Unnamed)
	}
	facts := []app.UI{name, of("span", "soft small num").Text(t.Tools.Parameters(c.Tool.Parameters.Rows(nil).Properties))}
	if c.Shape != "" {
		facts = append(facts, of("span", "soft small").Text(t.Import.Shape(t.Import.Shapes[string(c.Shape)])))
	}
	facts = append(facts, of("span", "end"))
	var notes []app.UI
	for _, n := range c.Notes {
		notes = append(notes, remark(t, n, weight(n)))
	}
	return of("li", "preview").DataSet("testid", "import-preview").DataSet("name", c.Tool.Name).Body(
		of("div", "row").Body(append(facts, counts(t, severities(c.Problems))...)...),
		of("div", "problems").Body(notes...),
		problemList{t: t, id: "import-" + c.Tool.Name, problems: toldOnly(c.Problems)}.draw())
}

// toldOnly are the problems without their fixes: what is not added yet can't be
// mended here.
func toldOnly(problems []schema.Problem) []schema.Problem {
	told := slices.Clone(problems)
	for i := range told {
		told[i].Fixes = nil
	}
	return told
}

// alsoFound names what the text holds beside tools, and what taking it means.
func (p *Program) alsoFound() []app.UI {
	if !p.model.CanTake() {
		return nil
	}
	t := p.text().Import
	found := p.model.View.Import
	words := []app.UI{app.Text(t.Also)}
	said, messages := 0, 0
	say := func(word, code string) {
		if said++; said > 1 {
			word = t.PartEnd + word
		}
		words = append(words, app.Text(word))
		if code != "" {
			words = append(words, app.Text(" "), el("code").Attr("translate", "no").Text(clip(code)))
		}
	}
	for _, part := range found.Parts {
		if part.Name == importer.PartMessage {
			messages++
			continue
		}
		say(t.Parts[part.Name], p.worth(part))
	}
	if messages > 0 {
		say(t.Messages(messages), "")
	}
	return []app.UI{of("p", "small").Body(words...), hint(t.TakeHint)}
}

// worth is what a person wants to see of a part before it is taken: above all
// where it would send to.
func (p *Program) worth(part importer.Part) string {
	e := p.model.View.Import.Snapshot.Endpoint
	switch part.Name {
	case importer.PartEndpoint:
		return e.Host()
	case importer.PartModel:
		return e.Model
	}
	return part.Detail
}
