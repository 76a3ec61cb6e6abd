// The program of these tests: it holds a text of its own, changes it by what the
// editor tells, and by nothing else.
"use strict";
const editor = document.querySelector("json-editor");
const content = () => document.querySelector("[data-testid=schema-json]");
const program = { text: "", events: [], frames: [] };

function apply(text, changes) {
  return changes.toReversed().reduce((text, { from, to, insert }) => text.slice(0, from) + insert + text.slice(to), text);
}

// change is a change that the program makes.
program.change = (...list) => {
  program.text = apply(program.text, list);
  editor.apply(list);
};

// start gives both sides a text, as when a tool is opened.
program.start = (text) => {
  program.text = editor.value = text;
  editor.problems = [];
  editor.selectRange(0, 0);
  program.events = [];
};

editor.addEventListener("edit", ({ detail }) => {
  program.text = apply(program.text, detail.changes);
  program.events.push(["edit", detail.changes]);
});
for (const type of ["undo", "redo"]) editor.addEventListener(type, () => program.events.push([type]));
editor.addEventListener("caret", ({ detail }) => { program.caret = `${detail.offset} ${detail.line}:${detail.column}`; });

// The time from a key to its edit, and until the frame that shows it has passed.
addEventListener("keydown", () => {
  const at = performance.now();
  const told = new Promise((done) => editor.addEventListener("edit", () => done(performance.now() - at), { once: true }));
  requestAnimationFrame(() => setTimeout(async () => {
    const drawn = performance.now() - at;
    program.frames.push({ told: await told, drawn });
  }));
}, true);
