// What jsonjoy-builder shows, for the stopwatch. It has its form twice in the
// document, once for a narrow screen and out of sight; the second one is read.
window.views = (() => {
  const builder = () => document.querySelector(".json-editor-container > div:nth-child(2)");
  const heads = () => builder()?.getElementsByClassName("json-field-row") ?? [];

  // parts are the controls of a row: name and description (a button, or an input
  // while it is edited), type, required.
  function part(index, field) {
    const head = heads()[index];
    const control = head?.querySelector(":scope .grow .grow");
    if (!control) return null;
    const [texts, ends] = control.children;
    return { name: texts.children[0], description: texts.children[1],
      type: ends.querySelector("button"), required: ends.querySelector("[aria-pressed]") }[field];
  }

  const types = { Text: "string", Number: "number", "Yes/No": "boolean", Object: "object", List: "array", Empty: "null" };

  const form = {
    name: "form",
    read({ Index, Field }) {
      const e = part(Index, Field);
      if (!e) return undefined;
      if (Field === "required") return e.getAttribute("aria-pressed") === "true";
      if (Field === "type") return types[e.textContent] ?? e.textContent;
      return e.matches("input") ? e.value : e.textContent;
    },
  };

  const lines = () => [...builder()?.querySelectorAll(".view-lines > .view-line") ?? []]
    .sort((a, b) => parseFloat(a.style.top) - parseFloat(b.style.top));
  const text = { name: "text", read: (wanted) => reading.of(lines().map((l) => l.textContent), wanted) };

  const points = {
    control: (id) => reading.centre(document.getElementById(id)),
    field: (index, field) => reading.centre(part(index, field)),
    option: (index, type) => reading.centre([...part(index, "type")?.nextElementSibling?.querySelectorAll("button") ?? []]
      .find((b) => types[b.firstChild.textContent] === type)),
    text: (needle) => reading.point(lines(), needle),
  };

  const onScreen = () => (builder() ? [form, text] : []);

  return {
    onScreen,
    names: () => onScreen().map((view) => view.name),
    read: (view, wanted) => (view === "form" ? form : text).read(wanted),
    point: (kind, ...of) => points[kind](...of),
    ready: () => window.peerReady === true,
  };
})();
