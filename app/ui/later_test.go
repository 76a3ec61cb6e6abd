package ui

import (
	"testing"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"toolyard/app/play"
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
