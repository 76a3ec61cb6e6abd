package main

import (
	"fmt"
	"strings"
)

// This part measures how long the schema builder takes to draw what a person
// does. A view is its form or its JSON text. A press is one input: a key, or a
// click of the mouse. An action is a press that is done again and again, a row
// its measurements.
//
// A press takes the time from the timeStamp of its event, which the browser
// gives it when the input arrives, to the end of the first frame in which its
// effect stands in all views that are on the screen. At each frame from the
// first change on, probe.js reads the views in the last moment before painting,
// and posts a message when the effect is there; when the message arrives, the
// frame is painted. What the page does in between counts. What a view shows is
// read from the document: a control's value, and the lines of text that the
// editor has drawn. So half a frame, 8 ms at 60 Hz, is the least there can be,
// and what the compositor needs afterwards is in no figure.
//
// Presses are 110 to 150 ms apart, counted from when the one before was drawn and
// read. They come in pairs of which the second takes the first one back, so that
// the schema stays as it is. The third property is the one that is worked on.
// Beside them stands a key in a page that holds one text field: what the browser
// takes by itself.
//
// What a subject has no control for is shown as a dash, with the reason.

// subject is a page with a schema builder.
type subject struct {
	name string
	open func(n int) (*tab, []action, error)
}

func measureBuilder(b *bench) (string, error) {
	subjects, err := b.builders()
	if err != nil {
		return "", err
	}
	if err := b.measureFloor(); err != nil {
		return "", err
	}
	sizes := []int{2000, 50}
	if b.n > 0 {
		sizes = []int{b.n}
	}
	text := strings.Builder{}
	fmt.Fprintf(&text, "%s\n%s", b.bare(), method)
	for _, n := range sizes {
		var columns []column
		for _, s := range subjects {
			measured, err := b.measureSubject(s, n)
			if err != nil {
				return "", err
			}
			columns = append(columns, measured)
		}
		fmt.Fprintf(&text, "\n### A schema of %d properties\n\n%s", n, table(columns))
	}
	return text.String() + b.without(), nil
}

// builders are the subjects of this part.
func (b *bench) builders() ([]subject, error) {
	ours, err := b.ours()
	if err != nil {
		return nil, err
	}
	all := []subject{{"Toolyard", func(n int) (*tab, []action, error) { return openToolyard(b.chromium, ours, n) }}}
	theirs, err := b.theirs()
	if theirs == nil {
		return all, err
	}
	open := func(n int) (*tab, []action, error) { return openJsonjoy(b.chromium, theirs.jsonjoy, n) }
	return append(all, subject{"jsonjoy-builder", open}), nil
}

// measureSubject measures a subject with a schema of n properties.
func (b *bench) measureSubject(s subject, n int) (column, error) {
	t, actions, err := s.open(n)
	if err != nil {
		return column{}, err
	}
	defer t.close()
	measured := column{s.name, map[string]row{}}
	for _, a := range actions {
		if !strings.Contains(a.name, b.rows) {
			continue
		}
		r := t.measure(a, b.usual)
		if r.missing != errTwice.Error() {
			measured.rows[a.name] = r
		}
		say("%s, %d: %s: %s", s.name, n, a.name, strings.Join(append(cells(r), r.missing), " "))
	}
	return measured, nil
}

// method says what a figure is.
const method = `A figure is the time from the input (a key, a press of the mouse) to the end of the frame that draws its effect in every view named under "drawn in": the form, and the JSON text beside it where both are on the screen. The longest task is the longest time for which the page did not answer, where that was over 50 ms. The parameter that is worked on is the third one: both pages show it, and everything behind it moves. A row that takes long ends early, after at least a quarter of the presses; its p95 says less.

- *mount*: to the first rows of a schema that the page has got already. In Toolyard that is to choose another tool; in the peer's page, to mount its components, with their code loaded.
- *load of the page*: a reload, with everything in the browser's cache.
- *Enter behind a name*: jsonjoy-builder keeps what is typed in a field of its form to itself until Enter. Toolyard's text follows each key, and the figure of its key stands here again.
- *type*: in Toolyard by the arrow keys, in jsonjoy-builder by a press on its list, which is open.
- *undo in the JSON text*: Ctrl+Z, which in jsonjoy-builder is Monaco's own.
`
