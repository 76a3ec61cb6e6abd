package main

import (
	"context"
	"fmt"
	"net/http/httptest"
	"strings"
	"testing/fstest"
	"time"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"

	"toolyard/tools/serve/rehearsal"
)

// This part opens the raw view of an answer of 1 MB, and scrolls through it by the
// wheel, as fast as a hand turns it.

func measureBody(b *bench) (string, error) {
	body := longBody()
	endpoint := httptest.NewServer(rehearsal.New(fstest.MapFS{"body/response.json": {Data: []byte(body)}}))
	b.servers = append(b.servers, endpoint)
	ended := fmt.Sprintf(`window.views = { ended: () => controls.by("response-raw")?.textContent.length === %d };`, len(body))
	asked := asking(endpoint, "body")
	asked.Options.Stream = "false"
	t, err := b.openPlayground(asked, courseProbe, ended)
	if err != nil {
		return "", err
	}
	defer t.close()
	if err := t.use("send"); err != nil {
		return "", err
	}
	if err := t.until("controls.there", "tool-call-arguments"); err != nil {
		return "", err
	}
	opening, err := repeat(8, t.openBody)
	if err != nil {
		return "", err
	}
	scrolling, err := repeat(3, t.scrollBody)
	if err != nil {
		return "", err
	}
	bare, err := b.scrollBare(body)
	if err != nil {
		return "", err
	}
	figures := func(all []course, f func(course) float64) string {
		values := of(all, f)
		return fmt.Sprintf("%.0f (%.0f)", median(values), p95(values))
	}
	total := func(c course) float64 { return c.Total }
	longest := func(c course) float64 { return c.Longest }
	frames := func(c course) float64 { return c.Frames }
	lost := func(c course) float64 { return c.Lost }
	return bodyMethod + "\n" + markdown([][]string{
		{"median (p95)", "Toolyard", "bare page"},
		{"press to the end of the frame that shows it, ms", figures(opening, total), "–"},
		{"longest task of it, ms", figures(opening, longest), "–"},
		{"scrolling for 3 s: frames", figures(scrolling, frames), figures(bare, frames)},
		{"frames lost", figures(scrolling, lost), figures(bare, lost)},
		{"longest task of it, ms", figures(scrolling, longest), figures(bare, longest)},
	}), nil
}

const bodyMethod = `The tab of the response is pressed while that of the request is open, 8 times. Then the raw view is scrolled by the wheel from its top, at 4,000 pixels a second, three times; 60 frames a second are full rate. The bare page is the same text in one pre of the same place and size, and nothing else: what this browser loses on this machine whatever the page does.
`

// openBody opens the raw view, from another one.
func (t *tab) openBody() (course, error) {
	if err := t.use("wire-tab", `[data-tab="request"]`); err != nil {
		return course{}, err
	}
	if err := t.until("controls.gone", "response-raw"); err != nil {
		return course{}, err
	}
	time.Sleep(700 * time.Millisecond)
	return t.course(func() error { return t.use("wire-tab", `[data-tab="response"]`) })
}

// scrollBody turns the wheel over the raw view.
func (t *tab) scrollBody() (c course, err error) {
	var at *point
	if _, err := t.openBody(); err != nil { // at its top
		return c, err
	}
	if err := t.call(&at, "controls.at", "wire-copy", ""); err != nil {
		return c, err
	}
	return t.turnWheel(at.X-100, at.Y+300)
}

// turnWheel counts the frames while the wheel turns at a point of the page.
func (t *tab) turnWheel(x, y float64) (c course, err error) {
	if err := t.call(nil, "course.watch"); err != nil {
		return c, err
	}
	err = t.run(chromedp.ActionFunc(func(ctx context.Context) error {
		return input.SynthesizeScrollGesture(x, y).WithYDistance(-12000).WithSpeed(4000).
			WithGestureSourceType(input.GestureMouse).WithPreventFling(true).Do(ctx)
	}))
	if err != nil {
		return c, err
	}
	return c, t.call(&c, "course.watched")
}

// bareText shows a text where Toolyard's wire stands, in type of that size.
const bareText = `document.body.innerHTML = "<pre>"; const pre = document.body.firstChild; pre.textContent = %s;
	pre.style = "position:fixed; inset:150px 0 0 auto; width:440px; margin:0; overflow:auto; white-space:pre-wrap; overflow-wrap:anywhere; font:12px/18px monospace"`

// scrollBare scrolls a page that does nothing but show the text.
func (b *bench) scrollBare(text string) ([]course, error) {
	t, err := b.openBare(courseProbe)
	if err != nil {
		return nil, err
	}
	defer t.close()
	if err := t.run(chromedp.Navigate("about:blank"), chromedp.Evaluate(fmt.Sprintf(bareText, quoted(text)), nil)); err != nil {
		return nil, err
	}
	return repeat(3, func() (course, error) {
		if err := t.run(chromedp.Evaluate("document.querySelector('pre').scrollTop = 0", nil)); err != nil {
			return course{}, err
		}
		time.Sleep(700 * time.Millisecond)
		return t.turnWheel(width-200, height/2)
	})
}

// longBody is an answer that calls a tool with 1 MB of arguments, as pretty as
// some servers send it.
func longBody() string {
	var lines strings.Builder
	for i := 0; lines.Len() < argumentsSize; i++ {
		fmt.Fprintf(&lines, "        \"line %d\": \"of the body that came, and which is of usual length\",\n", i)
	}
	return fmt.Sprintf("{\n  \"id\": \"body\",\n  \"object\": \"chat.completion\",\n  \"model\": \"body\",\n  \"extra\": {\n%s        \"end\": true\n  },\n"+
		`  "choices": [{"index": 0, "message": {"role": "assistant", "content": null, "tool_calls": [{"id": "call_1", "type": "function", "function": {"name": "keep", "arguments": "{}"}}]}, "finish_reason": "tool_calls"}]`+"\n}\n", lines.String())
}
