package ui

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"toolyard/app/past"
)

// fileChooser is the field that a person chooses a file in. The host reads the
// file, as it does one that is dropped.
func (p *Program) fileChooser() app.UI {
	t := p.text().Past
	return of("div", "row").Body(
		of("label", "btn file").Body(icon("file"), app.Text(t.ChooseFile),
			of("input", "visually-hidden").ID("file-import").DataSet("testid", "file-import").Attr("type", "file").
				Attr("accept", past.Extension+",.json,application/json,text/plain")),
		of("span", "soft small").Text(t.FileHint))
}

// playgrounds are those of a file of many.
func (p *Program) playgrounds() []app.UI {
	t, records := p.text(), p.model.View.Import.Records
	if len(records) == 0 {
		return nil
	}
	rows := make([]app.UI, len(records))
	for i, r := range records {
		rows[i] = of("li", "preview").DataSet("testid", "import-playground").DataSet("name", r.Name).Body(
			of("div", "row").Body(el("b").Text(entryName(t, r.Entry)), of("span", "end"), of("span", "soft small").Text(entryFacts(t, r.Entry))))
	}
	return []app.UI{of("ul", "previews").Body(rows...), hint(t.Past.TakeHint)}
}
