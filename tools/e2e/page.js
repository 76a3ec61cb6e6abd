// What the browser's driver runs in the page, through the debugger: the page's
// own policy would not let it in.
({
  // look tells of the elements with these test ids, as Page.Look does.
  look(ids) {
    const wanted = new Set(ids);
    const seen = [...document.querySelectorAll("[data-testid]")].filter((e) => wanted.has(e.dataset.testid));
    const counts = {};
    return seen.map((e) => {
      const id = e.dataset.testid;
      const around = e.parentElement.closest(ids.map((id) => `[data-testid="${id}"]`).join());
      counts[id] = (counts[id] ?? -1) + 1;
      return { ID: id, Nth: counts[id], Parent: seen.indexOf(around), State: this.state(e), Text: this.text(e), Disabled: e.matches(":disabled") };
    });
  },

  state(e) {
    const state = {};
    for (const { name, value } of e.attributes) {
      if (name.startsWith("aria-")) state[name] = value;
      if (name.startsWith("data-") && name !== "data-testid") state[name.slice("data-".length)] = value;
    }
    if (e.matches(".cm-content")) state.selected = getSelection().toString();
    return state;
  },

  text(e) {
    if (e.type === "checkbox") return e.checked ? "on" : "off";
    if (e.matches("input, textarea, select")) return e.value;
    return e.querySelector("[data-testid]") ? "" : e.textContent;
  },

  element(id, nth) {
    return document.querySelectorAll(`[data-testid="${id}"]`)[nth];
  },

  // aim brings an element into view and returns where to press it once it stands
  // still, or what keeps it from being pressed.
  async aim(id, nth) {
    let e, box, stood;
    do {
      e = this.element(id, nth);
      e.scrollIntoView({ block: "center", inline: "center", behavior: "instant" });
      stood = box;
      box = e.getBoundingClientRect();
      await this.frame();
    } while (box.x !== stood?.x || box.y !== stood?.y);
    const x = box.x + box.width / 2;
    const y = box.y + box.height / 2;
    const hit = document.elementFromPoint(x, y);
    const own = hit && (e.contains(hit) || hit.contains(e) && hit.matches("label"));
    return { X: x, Y: y, Covered: own ? "" : hit?.outerHTML.slice(0, 200) ?? "nothing: it is not on the screen" };
  },

  // select makes the text of a field the selection, as Ctrl+A would.
  select(id, nth) {
    const e = this.element(id, nth);
    e.focus();
    e.select();
    return document.activeElement === e;
  },

  // focus gives an element the focus.
  focus(id, nth) {
    const e = this.element(id, nth);
    e.focus();
    return document.activeElement === e;
  },

  // paste tells the page of a paste where the focus is. The clipboard is that of
  // all pages of the browser.
  paste(text) {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", text);
    return !document.activeElement.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  },

  // takesKeys says whether keys reach what has the focus as they are: an editor of
  // JSON closes brackets by itself.
  takesKeys() {
    return document.activeElement.matches("input, textarea");
  },

  // insert puts a text over what is selected where the focus is, in one piece.
  insert(text) {
    if (!this.takesKeys()) return this.paste(text);
    return document.execCommand("insertText", false, text);
  },

  // drop drops a file with this text on a place of the page.
  drop(text, x, y) {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([text], "toolyard.json", { type: "application/json" }));
    const at = document.elementFromPoint(x, y);
    const send = (type) => at.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
    send("dragenter");
    send("dragover");
    return !send("drop");
  },

  // spot is where on a row to let go what is dragged there by a grip.
  spot(grip, nthGrip, id, nth, where) {
    const from = this.element(grip, nthGrip).closest(".param");
    const to = this.element(id, nth);
    const box = to.getBoundingClientRect();
    const deeper = to.dataset.depth - from.dataset.depth;
    const y = { before: box.top + 2, inside: box.top + box.height / 2, after: box.bottom - 3 }[where];
    return { X: deeper * 20, Y: y };
  },

  // caret puts the caret before a text, and waits as long as the page may.
  caret(id, nth, text) {
    const e = this.element(id, nth);
    e.focus();
    for (const line of e.querySelectorAll(".cm-line")) {
      const at = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
      while (at.nextNode()) {
        const index = at.currentNode.data.indexOf(text);
        if (index < 0) continue;
        getSelection().collapse(at.currentNode, index);
        return new Promise((done) => setTimeout(() => done(true), 300));
      }
    }
    return false;
  },

  // scrollEnd scrolls what is around an element to its end.
  scrollEnd(id, nth) {
    const around = this.element(id, nth).closest(".scroll");
    around.scrollTop = around.scrollHeight;
    return true;
  },

  // choose does what a browser does when an option is chosen.
  choose(id, nth, value) {
    const e = this.element(id, nth);
    if (![...e.options].some((option) => option.value === value && !option.disabled)) return false;
    e.focus();
    e.value = value;
    e.dispatchEvent(new Event("input", { bubbles: true }));
    e.dispatchEvent(new Event("change", { bubbles: true }));
    return true;
  },

  // settled waits until what just happened has been drawn: the browser draws what a
  // control shows, then go-app, in a sixtieth of a second, the page.
  settled() {
    return this.frame().then(() => new Promise((done) => setTimeout(done, 40))).then(() => this.frame()).then(() => true);
  },

  // frame waits until the browser is about to draw, but not for one that doesn't.
  frame() { return new Promise((done) => { requestAnimationFrame(done); setTimeout(done, 250); }); },
})
