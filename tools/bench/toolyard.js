// What Toolyard shows, for the stopwatch. It reads by data-testid alone, as
// docs/automation.md promises them.
window.views = (() => {
  const by = (id, within) => (within ?? document).querySelector(`[data-testid="${id}"]`);

  // row walks on from the first row, because a query would walk all of them.
  function row(index) {
    const first = by("parameter");
    if (!first || index === 0) return first;
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT);
    walker.currentNode = first;
    while (walker.nextNode()) {
      if (walker.currentNode.dataset.testid === "parameter" && --index === 0) return walker.currentNode;
    }
    return null;
  }

  const control = (index, id) => { const r = row(index); return r && by(id, r); };
  const tool = (name) => document.querySelector(`[data-testid="tool"][data-name="${name}"]`);

  const form = {
    name: "form",
    read({ Index, Field }) {
      const e = control(Index, "parameter-" + Field);
      return e?.type === "checkbox" ? e.checked : e?.value;
    },
  };

  const editor = () => by("schema-json");
  function lines() {
    const e = editor();
    if (!e) return [];
    return e.matches("textarea") ? e.value.slice(0, 20_000).split("\n") : [...e.querySelectorAll(".cm-line")].map((l) => l.textContent);
  }
  const text = { name: "text", read: (wanted) => reading.of(lines(), wanted) };

  const points = {
    tool: (name) => reading.centre(tool(name)?.querySelector("[data-pick]") ?? tool(name)),
    control: (id) => reading.centre(by(id)),
    field: (index, id) => reading.centre(control(index, "parameter-" + id)),
    beside: () => reading.centre(by("schema-beside")),
    text: (needle) => editor() && reading.point(editor().querySelectorAll(".cm-line"), needle),
  };

  const prompt = { name: "prompt", read: () => by("prompt").value };

  const onScreen = (only) => only === "prompt" ? [prompt] : [reading.seen(by("parameter-add")) && form, reading.seen(editor()) && text].filter(Boolean);

  return {
    onScreen,
    names: () => onScreen().map((view) => view.name),
    read: (view, wanted) => ({ form, text, prompt })[view].read(wanted),
    point: (kind, ...of) => points[kind](...of),
    focus(index, id) {
      const e = control(index, "parameter-" + id);
      e?.focus();
      return Boolean(e) && document.activeElement === e;
    },
    options: (index) => [...control(index, "parameter-type")?.options ?? []].map((o) => o.value),
    opened: (index) => control(index, "parameter-more")?.getAttribute("aria-expanded") === "true",
    // ready: the page answers input, and the editor has taken the text area's place.
    ready: () => by("app")?.dataset.ready === "true",
    full: () => Boolean(customElements.get("json-editor")),
  };
})();
