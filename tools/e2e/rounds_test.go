package e2e

import (
	"encoding/json"
	"flag"
	"fmt"
	"testing"

	"toolyard/tools/weigh"
)

var rounds = flag.Int("rounds", 60, "`number` of rounds of TestOpenAndClose")

// opened is what one round of TestOpenAndClose opens and closes, in order: what is
// pressed, and what is there (or, behind a !, is not there) once that is done.
var opened = []string{
	`setup-open`, `setup`, `dialog-close`, `!setup`,
	`share-open`, `share-link`, `share-embed`, `embed-snippet`, `share-embed`, `!embed-snippet`, `dialog-close`, `!share`,
	`examples-open`, `example`, `dialog-close`, `!examples`,
	`import-open`, `import-text`, `=import-text`, `import-preview`, `dialog-close`, `!import`,
	`history-open`, `history`, `dialog-close`, `!history`,
	`#`, `offer`, `offer-look`, `offer-holds`, `offer-decline`, `!offer`,
	`wire-tab][data-tab=response`, `response-raw`,
	`wire-tab][data-tab=tool-calls`, `tool-calls-raw`,
	`wire-tab][data-tab=events`, `!tool-calls-raw`,
	`wire-tab][data-tab=request`, `request-raw`,
	`tool][data-name=get_weather`, `tool][data-name=get_weather][aria-selected=true`,
	`tool][data-name=keep`, `tool][data-name=keep][aria-selected=true`,
	`parameter-more][aria-expanded=false`, `keyword`, `parameter-more][aria-expanded=true`, `!keyword`,
	`schema-view-json`, `schema-json`, `schema-view-visual`, `parameter-name`,
	`message-edit`, `revision`, `revision-cancel`, `!revision`,
	`theme`, `app`,
}

// roundsOf plays rounds in the page, as fast as the page follows.
const roundsOf = `(async (rounds, steps, link) => {
	const find = (what) => document.querySelector("[data-testid=" + what + "]");
	const frame = () => new Promise((done) => requestAnimationFrame(done));
	const until = async (what, of) => {
		for (let n = 0; n < 400; n++) {
			const there = what[0] === "!" ? !find(what.slice(1)) : find(what) && !find(what).disabled;
			if (there) return what[0] === "!" ? null : find(what);
			await frame();
		}
		throw new Error(of + ": " + what);
	};
	for (let round = 0; round < rounds; round++) {
		for (let i = 0; i < steps.length; i += 2) {
			if (steps[i] === "#") location.hash = link + (round % 2 ? "" : "#");
			else if (steps[i][0] === "=") {
				const field = await until(steps[i].slice(1), i);
				field.value = JSON.stringify([{ type: "function", function: { name: "pasted", parameters: { type: "object", properties: { a: { type: "string" } } } } }]);
				field.dispatchEvent(new Event("input", { bubbles: true }));
			} else (await until(steps[i], "press")).click();
			await until(steps[i + 1], steps[i]);
		}
	}
	return true;
})`

// TestOpenAndClose opens and closes everything that can be, beside an answer of a
// megabyte, again and again: nothing is kept of it.
func TestOpenAndClose(t *testing.T) {
	p := openWeighed(t)
	enact(t, p, "empty", "tool get_weather", "press tool-duplicate", "fill tool-name keep", "schema-as visual", "endpoint big sk-none",
		"press setup-open", "tick stream off", "press setup-done", "fill prompt Send me a megabyte.", "press send", "wait waiting")
	link := linkOf(t, aimed("https://a.test"))
	round := func(n int) {
		for range n { // one at a time: each is to be over within a page's patience
			js[bool](t, p, fmt.Sprintf("%s(1, %s, %q)", roundsOf, quotedAll(opened), link))
		}
	}
	round(20) // what is made once is made now
	warm(t, p, round)
	var weights []weigh.Weight
	for n := range 30 { // often, to meet what Go's collector leaves
		round(max(*rounds/30, 1))
		weights = append(weights, weighed(t, p))
		if n%3 == 2 {
			t.Logf("%v", weights[n])
		}
	}
	flat(t, weights, step(*rounds))
	faultless(t, p)
}

// warm plays rounds until the program's memory has stayed for twenty, or two hundred
// are over. Go takes memory for what its collector happens to find open, and keeps
// it: the highest is met by chance. What leaks never stays.
func warm(t *testing.T, p *BrowserPage, round func(int)) {
	t.Helper()
	for range 10 {
		before := weighed(t, p).Program
		round(20)
		if weighed(t, p).Program == before {
			return
		}
	}
}

// step is by how much the program's memory may grow from the first half of the rounds
// to the second, in MB: 4 in a thousand, as Go takes it. In a short run its next step
// may come by chance, of 4 to 11 MB, in either half. A megabyte that a round keeps is
// 30 then.
func step(rounds int) float64 {
	if rounds < 1000 {
		return 16
	}
	return goStep
}

// quotedAll is a list of texts as JavaScript.
func quotedAll(texts []string) string {
	list, _ := json.Marshal(texts)
	return string(list)
}
