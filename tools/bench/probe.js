// The stopwatch, the same for every page. It runs in the page before any of the
// page's own scripts; view.js of each subject tells it what is on the screen.
//
// One measurement: arm() waits for one trusted event of a kind. When it comes,
// its timeStamp is the start: the browser made it when the input arrived. As soon
// as something changes in the document, or a field, each frame is looked at in
// its last moment before painting, which a ResizeObserver is told of (it runs
// behind every callback of the frame, and behind layout). Not before: to ask for
// a frame between the event of a key and its letter would draw one that is empty,
// and make the letter wait for the next. The first frame in which the effect stands in every view that
// is on the screen is the one that draws it; it has ended when a message that
// was posted there arrives, as that comes behind the painting.
window.stopwatch = (() => {
  let armed = null; // what is waited for
  let longest = 0;
  let longs = 0;
  let turn = 0; // numbers the measurements
  let wide = false; // what the pulse is

  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) {
      longs++;
      longest = Math.max(longest, duration);
    }
  }).observe({ type: "longtask" });

  const after = new MessageChannel();
  after.port1.onmessage = ({ data }) => {
    if (armed?.number === data) finish({ Took: performance.now() - armed.start });
  };

  // The element whose size changes at each frame that is looked at. It is out of
  // sight, and nothing depends on its size.
  const pulse = document.createElement("i");
  pulse.setAttribute("aria-hidden", "true");
  const dress = (property, value) => pulse.style.setProperty(property, value);
  for (const [property, value] of Object.entries({ position: "fixed", left: "-9px", top: "0", height: "1px", contain: "strict", "pointer-events": "none" })) dress(property, value);
  new ResizeObserver(() => { if (armed?.start !== undefined) look(); }).observe(pulse);

  // What tells that something changes.
  const changes = new MutationObserver(follow);
  addEventListener("input", follow, true);

  // follow looks at the frames from here on.
  function follow() {
    if (armed?.start === undefined || armed.followed) return;
    armed.followed = true;
    changes.disconnect();
    requestAnimationFrame(beat);
  }

  function beat() {
    if (armed?.start === undefined || armed.posted) return;
    if (!pulse.isConnected) document.documentElement?.append(pulse);
    wide = !wide;
    dress("width", wide ? "2px" : "1px");
  }

  // look says whether what is waited for stands in all views on the screen.
  function look() {
    if (armed.posted) return;
    const views = armed.views ?? window.views.onScreen();
    const readings = views.map((view) => view.read(armed.wanted));
    if (!views.length || !readings.every((value) => String(value) === String(armed.wanted.Value))) {
      requestAnimationFrame(beat); // and not sooner: a frame that was late would be followed by that one before the message
      return;
    }
    armed.posted = true;
    after.port2.postMessage(armed.number);
  }

  let settle = () => {};
  let result = null;
  function finish(r) {
    if (armed.heard) removeEventListener(armed.event, armed.heard, true);
    changes.disconnect();
    armed = null;
    result = r;
    settle();
  }

  return {
    // arm waits for an event, and then for the wanted value: {Index, Field,
    // Value}. It must stand in the views that are on the screen now, or only in
    // the one of this name; "then" is those that come on the screen by the event.
    arm(event, wanted, only) {
      result = null;
      const views = window.views.onScreen(only).filter((view) => !only || view.name === only);
      armed = { number: ++turn, event, wanted, views: only === "then" ? null : views };
      armed.heard = (e) => {
        if (!e.isTrusted || armed?.start !== undefined) return;
        armed.start = e.timeStamp;
        if (e.type === "click") follow(); // what it does, it does at once
        else changes.observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
      };
      addEventListener(event, armed.heard, true);
      return armed.views?.map((view) => view.name) ?? ["form", "text"];
    },

    // load waits for the wanted value from the moment in which the page was asked for.
    load(wanted) {
      armed = { number: ++turn, start: 0, wanted };
      follow();
    },

    // begun says whether this page waits for a value, or has seen it.
    begun: () => armed !== null || result !== null,

    // done waits for the measurement. Readings are what stands there when the
    // patience, in milliseconds, is over.
    async done(patience) {
      if (!result) {
        await new Promise((resolve) => { settle = resolve; setTimeout(resolve, patience); });
      }
      if (!result) {
        const started = armed.start !== undefined;
        const readings = (armed.views ?? window.views.onScreen()).map((view) => view.name + ": " + view.read(armed.wanted));
        finish({ Took: -1, Failure: (started ? "not drawn; " : "the event never came; ") + readings.join("; ") });
      }
      return result;
    },

    // longTasks tells of the tasks over 50 ms since it was last asked.
    longTasks() {
      const told = { Count: longs, Longest: longest };
      longs = longest = 0;
      return told;
    },
  };
})();

// What the two subjects' views have in common.
window.reading = {
  // of reads the lines of a schema's text that are on the screen. Properties are
  // told by their indentation, which is that of JSON.stringify(…, null, 2).
  of(lines, { Index, Field, Name }) {
    const text = lines.join("\n").replaceAll("\u00a0", " ");
    if (Field === "required") {
      const list = /"required":\s*\[([^\]]*)\]/.exec(text);
      return list ? list[1].includes(JSON.stringify(Name)) : undefined;
    }
    const heads = [...text.matchAll(/^ {4}("(?:[^"\\]|\\.)*"): *\{/gm)];
    const head = heads[Index];
    if (!head) return undefined;
    if (Field === "name") return JSON.parse(head[1]);
    const block = text.slice(head.index + head[0].length, heads[Index + 1]?.index);
    const found = new RegExp(`"${Field}": *("(?:[^"\\\\]|\\\\.)*")`).exec(block);
    return found ? JSON.parse(found[1]) : undefined;
  },

  // point is the end of some text in lines of text, as a point to click at.
  point(lines, needle) {
    for (const line of lines) {
      const at = line.textContent.replaceAll("\u00a0", " ").indexOf(needle);
      if (at < 0) continue;
      let left = at + needle.length;
      const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        const node = walker.currentNode;
        if (left > node.length) { left -= node.length; continue; }
        const range = document.createRange();
        range.setStart(node, left - 1);
        range.setEnd(node, left);
        const box = range.getBoundingClientRect();
        return { X: box.right, Y: box.y + box.height / 2 };
      }
    }
    return null;
  },

  // centre is where to press an element, brought into view if it is out of it.
  centre(element) {
    if (!element) return null;
    let box = element.getBoundingClientRect();
    if (box.top < 0 || box.bottom > innerHeight) {
      element.scrollIntoView({ block: "center", behavior: "instant" });
      box = element.getBoundingClientRect();
    }
    return { X: box.x + box.width / 2, Y: box.y + box.height / 2 };
  },

  seen(element) { return Boolean(element) && element.getClientRects().length > 0; },
};

// A page that is loaded anew for a measurement finds here what it waits for.
try {
  const wanted = sessionStorage.getItem("stopwatch");
  sessionStorage.removeItem("stopwatch");
  if (wanted) stopwatch.load(JSON.parse(wanted));
} catch {
  // An empty page keeps nothing.
}
