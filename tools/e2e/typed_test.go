package e2e

import (
	"fmt"
	"testing"
)

// TestEnteredWhileDrawn: what a person enters while the page draws what they entered
// before stays. A box was given the older Model between its tick and the event that
// tells of it; a letter was lost likewise (TestControlIsNotSetBack in app/ui), in
// WebKit on a slow machine one of a hundred.
func TestEnteredWhileDrawn(t *testing.T) {
	t.Parallel()
	p := open(t, Opening{})
	enact(t, p, "fill system ", "tool entered", `  {"type":"object","properties":{"city":{"type":"string"}}}`,
		"schema-as visual")
	for _, c := range []struct{ id, enter, holds string }{
		{"system", `e.value += n + " "; tell("input")`, `e.value === [...Array(n + 1).keys()].join(" ") + " "`},
		{"tool-name", `e.value = "name" + n; tell("input")`, `e.value === "name" + n`},
		{"parameter-required", `if (e.checked !== (n % 2 === 0)) e.click()`, `e.checked === (n % 2 === 0)`},
		{"parameter-type", `e.value = ["number", "string"][n % 2]; tell("change")`, `e.value === ["number", "string"][n % 2]`},
	} {
		if lost := js[int](t, p, fmt.Sprintf(entered, c.id, c.enter, c.holds)); lost > 0 {
			t.Errorf("%s: of 40 entries %d are lost", c.id, lost)
		}
	}
	faultless(t, p)
}

// entered has an element, what enters the nth entry and what says whether it is
// there. It is how many entries are lost of those that meet a drawing.
const entered = `(async () => {
	const e = document.querySelector("[data-testid=%s]");
	const tell = (kind) => e.dispatchEvent(new Event(kind, { bubbles: true }));
	const enter = (n) => { %s; };
	const holds = (n) => %s;
	const pause = (time) => new Promise((done) => setTimeout(done, time));
	let lost = 0;
	for (let n = 0; n < 80; n += 2) {
		enter(n);
		document.querySelector("[data-testid=theme]").click(); // all of the page is to be drawn
		if (n & 2) await pause(n / 2);
		else for (const end = performance.now() + 25; performance.now() < end;); // and is due before the next event
		enter(n + 1);
		await pause(100);
		if (!holds(n + 1)) lost++;
	}
	return lost;
})()`
