package ui

import (
	"fmt"
	"strings"
	"testing"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"toolyard/app/jsondoc"
	"toolyard/app/play"
	"toolyard/app/tool"
)

// counted counts how often the page is drawn.
type counted struct {
	mounted
	drawn int
}

func (c *counted) OnPreRender(ctx app.Context) { c.OnMount(ctx) }

func (c *counted) Render() app.UI {
	c.drawn++
	return c.mounted.Render()
}

// quietPage is a page on which nothing happens but what a test sends.
type quietPage struct {
	page   *counted
	p      *Program
	engine app.TestEngine
	waits  []func() // for the browser's drawing
	synced int
}

func newQuietPage(t *testing.T) *quietPage {
	t.Helper()
	page := &counted{mounted: mounted{*New(still{}, "en")}}
	q := &quietPage{page: page, p: &page.Program, engine: app.NewTestEngine()}
	q.p.model.Ready = true
	if err := q.engine.Load(page); err != nil {
		t.Fatal(err)
	}
	q.engine.ConsumeAll()
	q.p.DrawAfter(func(f func()) { q.waits = append(q.waits, f) })
	return q
}

// send sends what a control shows already, as its event handler does.
func (q *quietPage) send(msg play.Msg) {
	q.p.ctx.Dispatch(func(ctx app.Context) { q.p.sendShown(ctx, msg, func() { q.synced++ }) })
	q.engine.ConsumeAll()
}

// painted lets the browser have drawn.
func (q *quietPage) painted() {
	waits := q.waits
	q.waits = nil
	for _, f := range waits {
		f()
	}
	q.engine.ConsumeAll()
}

// TestWhatIsShownIsDrawnLater: the Model follows a letter at once; the page, and
// the control's own value, once for all letters that the browser draws together.
func TestWhatIsShownIsDrawnLater(t *testing.T) {
	q := newQuietPage(t)
	before := q.page.drawn
	for _, text := range []string{"H", "Hi"} {
		q.send(play.SystemTyped{Text: text})
		if q.p.model.System != text {
			t.Errorf("the Model has %q", q.p.model.System)
		}
	}
	if len(q.waits) != 1 || q.synced != 0 || q.page.drawn != before {
		t.Errorf("%d drawings are awaited; %d controls are set and %d done before", len(q.waits), q.synced, q.page.drawn-before)
	}
	q.painted()
	if q.page.drawn != before+1 {
		t.Errorf("%d drawings, want 1", q.page.drawn-before)
	}
	if q.synced != 2 || len(q.p.later.owed) != 0 {
		t.Errorf("%d controls are set, %d drawings still owed", q.synced, len(q.p.later.owed))
	}
	q.send(play.SystemTyped{Text: "Hi!"})
	if len(q.waits) != 1 {
		t.Error("the next letter waits for no drawing")
	}
}

// TestControlIsNotSetBack: a control gets what the Model holds once it is drawn with
// the newest one. Typed while an older one was about to be drawn, a letter was set
// back by the control's own earlier letter, and lost.
func TestControlIsNotSetBack(t *testing.T) {
	q := newQuietPage(t)
	q.send(play.SystemTyped{Text: "H"})
	q.p.Post(play.Paused{}) // anything: all is drawn, while the browser has yet to
	q.engine.ConsumeAll()
	q.waits[0]()
	q.waits = nil
	q.send(play.SystemTyped{Text: "Hi"}) // the page is drawn for the first letter only now
	if q.synced != 0 {
		t.Error("a control is set to what was typed before")
	}
	q.painted()
	if q.synced != 2 {
		t.Errorf("%d controls are set, want 2", q.synced)
	}
}

// TestRowsComeFirst: where the text changes, its rows are drawn at once, and the
// rest once the browser has drawn them.
func TestRowsComeFirst(t *testing.T) {
	const text = `{"type":"object","properties":{"a":{},"z":{}}}`
	q := newQuietPage(t)
	q.p.model.Tools = []tool.Tool{tool.New(100, "tool", "", text)}
	q.p.model.View.Tool, q.p.model.View.Schema = 100, "visual"
	post := func(msg play.Msg) {
		q.p.Post(msg)
		q.engine.ConsumeAll()
	}
	shown := func(rows, counted int) {
		t.Helper()
		page := app.HTMLString(q.page)
		if got := strings.Count(page, `data-testid="parameter"`); got != rows {
			t.Errorf("%d rows, want %d", got, rows)
		}
		if !strings.Contains(page, fmt.Sprintf(`<span class="soft num">%d</span>`, counted)) {
			t.Errorf("they are not said to be %d", counted)
		}
	}
	post(play.Paused{})
	shown(2, 2)
	at := strings.Index(text, `"a"`)
	post(play.ParametersEdited{ID: 100, Edits: []jsondoc.Edit{{Start: at, End: at, Text: `"b":{},"c":{},`}}})
	shown(4, 2)
	q.painted()
	shown(4, 4)
	post(play.Undone{})
	shown(2, 4)
	post(play.SystemTyped{Text: "what else happens draws all"})
	shown(2, 2)
}

// TestFocusWaitsForNothing: where the focus goes, the page is drawn at once.
func TestFocusWaitsForNothing(t *testing.T) {
	q := newQuietPage(t)
	q.send(play.ToolAdded{})
	if len(q.waits) != 0 || q.synced != 1 {
		t.Errorf("%d drawings are awaited, %d controls set", len(q.waits), q.synced)
	}
}

// TestControlsThatAreGone: what is drawn may take the control away that a person
// just used, which then has no element.
func TestControlsThatAreGone(t *testing.T) {
	p := newQuietPage(t).p
	toggle := &Toggle{P: p}
	engine := app.NewTestEngine()
	for _, c := range []app.Composer{toggle, &Field{P: p}, &Area{P: p}} {
		if err := engine.Load(c); err != nil {
			t.Fatal(err)
		}
	}
	toggle.Checked = true
	toggle.sync()
}
