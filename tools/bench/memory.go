package main

import (
	"context"
	"fmt"
	"net/http/httptest"
	"testing/fstest"

	"github.com/chromedp/chromedp"

	"toolyard/tools/serve/rehearsal"
	"toolyard/tools/weigh"
)

// This part has a conversation of 200 turns, weighs the page on the way, and again
// once the conversation is closed. A turn is a question and an answer in a stream
// of 20 deltas. The program's own memory never shrinks: what it no longer needs, it
// uses again, which a second round of as many turns shows.

const turns = 200

func measureMemory(b *bench) (string, error) {
	text := make([]string, 20)
	for i := range text {
		text[i] = content(fmt.Sprintf("Piece %d of an answer of usual length. ", i))
	}
	endpoint := httptest.NewServer(rehearsal.New(fstest.MapFS{"turn/response.sse": {Data: []byte(sseOf(text, "stop"))}}))
	b.servers = append(b.servers, endpoint)
	t, err := b.openPlayground(asking(endpoint, "turn"), talker+weigh.Script)
	if err != nil {
		return "", err
	}
	defer t.close()
	lines := [][]string{{"", "program, MB", "script, MB", "nodes"}}
	note := func(when string) error {
		w, err := t.weigh()
		say("%s: %v", when, w)
		lines = append(lines, []string{when, fmt.Sprintf("%.1f", w.Program), fmt.Sprintf("%.1f", w.Script), fmt.Sprint(w.Nodes)})
		return err
	}
	steps := []struct {
		when string
		do   func() error
	}{
		{"when opened", func() error { return nil }},
		{fmt.Sprintf("after %d turns", turns/2), func() error { return t.talk(turns / 2) }},
		{fmt.Sprintf("after %d turns", turns), func() error { return t.talk(turns / 2) }},
		{"closed", t.closeTalk},
		{fmt.Sprintf("after %d turns more", turns), func() error { return t.talk(turns) }},
		{"closed again", t.closeTalk},
	}
	for _, s := range steps {
		if err := s.do(); err != nil {
			return "", fmt.Errorf("%s: %w", s.when, err)
		}
		if err := note(s.when); err != nil {
			return "", err
		}
	}
	return "After the garbage was collected. The program's memory holds Go's heap at its largest and what JavaScript never sees; it can't shrink.\n\n" + markdown(lines), nil
}

// talker asks in the page: a hand would take longer than what it asks for.
const talker = `
	window.talk = async (turns) => {
		const rest = (is) => new Promise((done) => { const look = () => is() ? done() : setTimeout(look, 5); look(); });
		const set = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, "value").set;
		for (let i = 0; i < turns; i++) {
			const before = controls.count("message");
			const prompt = controls.by("prompt");
			set.call(prompt, "Question " + i);
			prompt.dispatchEvent(new Event("input", { bubbles: true }));
			await rest(() => !controls.by("send").disabled);
			controls.by("send").click();
			await rest(() => controls.count("message") >= Math.min(before + 2, 2) && controls.run() === "idle" && controls.by("prompt").value === "");
		}
		return true;
	};`

// talk has so many turns, some at a time.
func (t *tab) talk(turns int) error {
	for range turns / 10 {
		if err := t.call(nil, "talk", 10); err != nil {
			return err
		}
	}
	return nil
}

func (t *tab) closeTalk() error {
	if err := t.use("conversation-new"); err != nil {
		return err
	}
	return t.until("controls.gone", "message")
}

// weigh weighs the page.
func (t *tab) weigh() (w weigh.Weight, err error) {
	return w, t.run(chromedp.ActionFunc(func(ctx context.Context) error {
		w, err = weigh.Page(ctx)
		return err
	}))
}
