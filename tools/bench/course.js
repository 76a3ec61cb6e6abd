// The course of something that takes a while: from a press until views.ended() is
// true of a frame, with what happened to the frames in between.
window.views ??= {};
window.course = (() => {
  let now = null; // what runs
  let result = null;
  const tasks = [];
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) tasks.push({ startTime, duration });
  }).observe({ type: "longtask" });

  const after = new MessageChannel(); // its message comes behind the painting
  after.port1.onmessage = () => {
    result = { ...now, drawn: performance.now() };
    now = null;
  };

  // Between two frames of 60 a second lie 16.7 ms; each further 16.7 is a frame lost.
  function frame(at) {
    if (!now || now.ended) return;
    if (now.last) {
      now.frames++;
      now.lost += Math.max(0, Math.round((at - now.last) / (1000 / 60)) - 1);
    }
    now.last = at;
    if (!now.open && views.ended()) {
      now.ended = true;
      after.port2.postMessage("");
    } else requestAnimationFrame(frame);
  }

  function pressed({ timeStamp }) {
    now = { start: timeStamp, frames: 0, lost: 0 };
    requestAnimationFrame(frame);
  }

  return {
    // arm waits for the press.
    arm() {
      result = null;
      tasks.length = 0;
      addEventListener("click", pressed, { capture: true, once: true });
    },
    // until says what the end is, as an expression.
    until(expression) { views.ended = new Function("return " + expression); },
    // go is a press of another kind: a new address.
    go(fragment) {
      removeEventListener("click", pressed, { capture: true });
      pressed({ timeStamp: performance.now() });
      location.hash = fragment;
    },
    ended: () => result !== null,
    // watch counts frames until watched asks for them.
    watch() {
      tasks.length = 0;
      now = { start: performance.now(), frames: 0, lost: 0, open: true };
      requestAnimationFrame(frame);
    },
    watched() {
      const { start, frames, lost, last } = now;
      now = null;
      return { Total: last - start, Behind: 0, Frames: frames, Lost: lost,
        Longest: Math.max(0, ...tasks.map((t) => t.duration)), Longs: tasks.length };
    },
    // result is told once the tasks behind the end are known. Behind is the time
    // from the last byte of the answer, in ms; the rest counts from the press.
    result() {
      const { start, frames, lost, drawn } = result;
      const answer = performance.getEntriesByType("resource").findLast((e) => e.name.includes("/chat/completions"));
      const mine = tasks.filter((t) => t.startTime + t.duration > start && t.startTime < drawn + 500);
      return { Total: drawn - start, Behind: answer ? drawn - answer.responseEnd : 0, Frames: frames, Lost: lost,
        Longest: Math.max(0, ...mine.map((t) => t.duration)), Longs: mine.length };
    },
  };
})();
