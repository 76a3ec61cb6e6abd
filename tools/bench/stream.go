package main

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing/fstest"
	"time"

	"github.com/chromedp/chromedp"

	"toolyard/tools/serve/rehearsal"
)

// This part lets pages receive streams of the rehearsal endpoint. The peer is the
// openai package, in a page that does nothing but draw what it has folded: what
// accumulating and drawing cost at the least (peer/accumulator.js).
// Toolyard keeps every event and byte besides, for its Wire pane.

// deltas are how many a long answer has; argumentsSize is 1 MB.
const (
	deltas        = 5000
	argumentsSize = 1 << 20
	runs          = 3 // of each stream, each in a page that was opened for it
)

// course is what course.js saw of a stream, in ms.
type course struct{ Total, Behind, Frames, Lost, Longest, Longs float64 }

//go:embed course.js
var courseProbe string

// streamed is one stream: how it is named, asked for, and told to be all there.
type streamed struct{ name, model, ours, theirs string }

// streams are what is measured. What says that all is drawn reads the text only
// once the page says that nothing arrives any more.
func streams() []streamed {
	words := `controls.by("message-text")?.textContent.endsWith("The end.")`
	argued := fmt.Sprintf(`controls.by("tool-call-arguments")?.textContent.length === %d`, len(longArguments()))
	const theirs = `document.body.dataset.end !== undefined`
	return []streamed{
		{"5,000 deltas, at once", "deltas", words, theirs},
		{"5,000 deltas, 1 ms apart", "deltas?pace=1ms", words, theirs},
		{"1 MB of arguments in 4,096 deltas, at once", "arguments", argued, theirs},
		{"1 MB of arguments in one delta", "argument", argued, theirs},
	}
}

func measureStream(b *bench) (string, error) {
	endpoint := httptest.NewServer(rehearsal.New(streamShelf()))
	b.servers = append(b.servers, endpoint)
	theirs, err := b.theirs()
	if err != nil {
		return "", err
	}
	head := []string{"median (p95), ms", "subject", "behind the last byte", "longest task", "tasks over 50", "frames", "lost", "press to end"}
	lines := [][]string{head}
	failed := ""
	for _, s := range streams() {
		if !strings.Contains(s.name, b.rows) {
			continue
		}
		seen, err := repeat(runs, func() (course, error) { return b.receive(s, endpoint) })
		if err != nil {
			return "", fmt.Errorf("%s: %w", s.name, err)
		}
		lines = append(lines, courseLine(s.name, "Toolyard", seen))
		if theirs == nil {
			continue
		}
		if seen, err = repeat(runs, func() (course, error) { return b.receiveThere(s, endpoint, theirs.openai) }); err != nil {
			failed += fmt.Sprintf("\n%s, openai: %v\n", s.name, err)
			continue
		}
		lines = append(lines, courseLine("", "openai", seen))
	}
	return fmt.Sprintf(streamMethod, runs) + "\n" + markdown(lines) + failed + b.without(), nil
}

const streamMethod = `Medians of %d, with p95 behind them. Behind the last byte is the time from when the browser had received the answer whole to the end of the frame that shows its end. Frames lost are those of 60 a second that did not come between the press and that frame. The peer is the openai package in a page that draws what came at each frame, a block a 4 KB, and shows nothing else; Toolyard keeps and counts every event and byte, checks the arguments, and shows the next request.
`

// repeat does something so often, until it fails.
func repeat[T any](times int, do func() (T, error)) (all []T, err error) {
	for range times {
		one, err := do()
		if err != nil {
			return nil, err
		}
		say("%+v", one)
		all = append(all, one)
	}
	return all, nil
}

// courseLine is a line of the table.
func courseLine(name, subject string, seen []course) []string {
	figures := func(f func(course) float64) string {
		values := of(seen, f)
		return fmt.Sprintf("%.0f (%.0f)", median(values), p95(values))
	}
	return []string{name, subject,
		figures(func(c course) float64 { return c.Behind }), figures(func(c course) float64 { return c.Longest }),
		figures(func(c course) float64 { return c.Longs }), figures(func(c course) float64 { return c.Frames }),
		figures(func(c course) float64 { return c.Lost }), figures(func(c course) float64 { return c.Total })}
}

// receive lets Toolyard receive a stream.
func (b *bench) receive(s streamed, endpoint *httptest.Server) (c course, err error) {
	ended := `window.views = { ended: () => ["idle", "waiting"].includes(controls.run()) && ` + s.ours + ` };`
	t, err := b.openPlayground(asking(endpoint, s.model), courseProbe, ended)
	if err != nil {
		return c, err
	}
	defer t.close()
	time.Sleep(time.Second)
	return t.course(func() error { return t.use("send") })
}

// receiveThere lets the page of the openai package receive it.
func (b *bench) receiveThere(s streamed, endpoint *httptest.Server, page string) (c course, err error) {
	t, err := b.openBare(courseProbe, `window.views = { ended: () => `+s.theirs+`, ready: () => document.body?.dataset.ready === "true" };`)
	if err != nil {
		return c, err
	}
	defer t.close()
	query := url.Values{"endpoint": {endpoint.URL + "/v1"}, "model": {s.model}}
	if err := t.run(chromedp.Navigate(page + "?" + query.Encode())); err != nil {
		return c, err
	}
	if err := t.until("views.ready"); err != nil {
		return c, err
	}
	time.Sleep(500 * time.Millisecond)
	return t.course(func() error { return t.run(chromedp.Click("#send", chromedp.ByQuery)) })
}

// course presses, and waits for the end of what that brings.
func (t *tab) course(press func() error) (c course, err error) {
	if err := t.call(nil, "course.arm"); err != nil {
		return c, err
	}
	if err := press(); err != nil {
		return c, err
	}
	if err := t.until("course.ended"); err != nil {
		return c, err
	}
	time.Sleep(500 * time.Millisecond) // a long task is told of behind it
	return c, t.call(&c, "course.result")
}

// streamShelf holds the streams as the rehearsal replays them.
func streamShelf() fstest.MapFS {
	text := make([]string, deltas)
	for i := range text {
		text[i] = content([]string{"a ", "word ", "of ", "text ", "comes,\n", "then "}[i%6])
	}
	text[deltas-1] = content("The end.")
	long := longArguments()
	var pieces []string
	for at := 0; at < len(long); at += argumentsSize / 4096 {
		pieces = append(pieces, argument(long[at:min(at+argumentsSize/4096, len(long))], at == 0))
	}
	return fstest.MapFS{
		"deltas/response.sse":    {Data: []byte(sseOf(text, "stop"))},
		"arguments/response.sse": {Data: []byte(sseOf(pieces, "tool_calls"))},
		"argument/response.sse":  {Data: []byte(sseOf([]string{argument(long, true)}, "tool_calls"))},
	}
}

// longArguments are the arguments of a call, 1 MB of them.
func longArguments() string {
	var b strings.Builder
	b.WriteString(`{"lines":["first"`)
	for i := 0; b.Len() < argumentsSize; i++ {
		fmt.Fprintf(&b, `,"line %d of the text that the model wrote, and which is of usual length"`, i)
	}
	return b.String() + "]}"
}

// sseOf is a stream of deltas, with its end.
func sseOf(deltas []string, finish string) string {
	var b strings.Builder
	chunk := func(delta, finish string) {
		fmt.Fprintf(&b, `data: {"id":"chatcmpl-1","object":"chat.completion.chunk","created":1790000000,"model":"bench","choices":[{"index":0,"delta":%s,"finish_reason":%s}]}`+"\n\n", delta, finish)
	}
	chunk(`{"role":"assistant","content":""}`, "null")
	for _, d := range deltas {
		chunk(d, "null")
	}
	chunk("{}", `"`+finish+`"`)
	return b.String() + "data: [DONE]\n\n"
}

func content(text string) string { return `{"content":` + quoted(text) + `}` }

func argument(text string, first bool) string {
	head := ""
	if first {
		head = `"id":"call_1","type":"function",`
	}
	name := ""
	if first {
		name = `"name":"keep",`
	}
	return `{"tool_calls":[{"index":0,` + head + `"function":{` + name + `"arguments":` + quoted(text) + `}}]}`
}

func quoted(text string) string {
	b, _ := json.Marshal(text) // of a string, it can't fail
	return string(b)
}
