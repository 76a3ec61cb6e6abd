// What the editor can do: CodeMirror's parts, and no more of them than JSON needs.
// There is no history, since undo is the program's; no indenting Tab, since Tab
// must leave the editor; no linter, since the program finds the problems.

import {
  copyLineDown, copyLineUp, indentLess, indentMore, insertNewlineAndIndent, moveLineDown, moveLineUp,
  standardKeymap,
} from "@codemirror/commands";
import { foldAll, foldCode, foldGutter, indentOnInput, indentUnit, unfoldAll, unfoldCode } from "@codemirror/language";
import { closeSearchPanel, findNext, findPrevious, openSearchPanel, search } from "@codemirror/search";
import { EditorSelection, EditorState } from "@codemirror/state";
import { EditorView, highlightSpecialChars, keymap, lineNumbers } from "@codemirror/view";
import { json, toMatchingBracket } from "./json.js";
import { nextProblem, previousProblem, problems } from "./problems.js";

const everywhere = "editor search-panel";

const keys = [
  { key: "Mod-f", run: openSearchPanel, scope: everywhere },
  { key: "F3", run: findNext, shift: findPrevious, scope: everywhere, preventDefault: true },
  { key: "Mod-g", run: findNext, shift: findPrevious, scope: everywhere, preventDefault: true },
  { key: "Escape", run: closeSearchPanel, scope: everywhere, stopPropagation: true },
  { key: "Ctrl-Shift-[", mac: "Cmd-Alt-[", run: foldCode },
  { key: "Ctrl-Shift-]", mac: "Cmd-Alt-]", run: unfoldCode },
  { key: "Ctrl-Alt-[", run: foldAll },
  { key: "Ctrl-Alt-]", run: unfoldAll },
  { key: "F8", run: nextProblem, shift: previousProblem },
  { key: "Alt-ArrowUp", run: moveLineUp, shift: copyLineUp },
  { key: "Alt-ArrowDown", run: moveLineDown, shift: copyLineDown },
  { key: "Mod-[", run: indentLess },
  { key: "Mod-]", run: indentMore },
  { key: "Shift-Mod-\\", run: toMatchingBracket },
];

// historyKeys sends undo and redo to whom it may concern, and stops the keys
// there: the page has the same ones.
function historyKeys(undo, redo) {
  const key = (name, run) => ({ ...name, run: () => { run(); return true; }, preventDefault: true, stopPropagation: true });
  return [
    key({ key: "Mod-z" }, undo),
    key({ key: "Mod-Shift-z" }, redo),
    key({ key: "Ctrl-y", mac: "Mod-y" }, redo),
  ];
}

// input does what the browser is asked to do, where it comes from more than a key
// (undo from a menu, a new line from a keyboard on the screen), and where the
// browser would leave inline styles behind, which the policy refuses: typing
// over a selection that reaches over lines.
function input(event, view, history) {
  let run = history[event.inputType];
  if (/^insert(Paragraph|LineBreak)$/.test(event.inputType)) run = () => insertNewlineAndIndent(view);
  const over = selected(view);
  if (event.inputType === "insertText" && event.data && !event.isComposing && over) {
    const change = view.state.update({ selection: over }).state.replaceSelection(event.data);
    run = () => view.dispatch(change, { userEvent: "input.type", scrollIntoView: true });
  }
  if (!run) return false;
  event.preventDefault();
  run();
  return true;
}

// selected is what is selected, or null. CodeMirror hears of what a script selects
// a moment later, and text may be inserted before.
function selected(view) {
  const { main } = view.state.selection;
  if (!main.empty) return main;
  const { isCollapsed, anchorNode, anchorOffset, focusNode, focusOffset } = document.getSelection();
  if (isCollapsed || !view.contentDOM.contains(anchorNode) || !view.contentDOM.contains(focusNode)) return null;
  return EditorSelection.range(view.posAtDOM(anchorNode, anchorOffset), view.posAtDOM(focusNode, focusOffset));
}

// extensions are all of it. undo and redo are called for the keys and for what
// a browser's own menu asks.
export function extensions(undo, redo) {
  return [
    EditorState.lineSeparator.of("\n"), // else a \r\n counted as one, and offsets would be off
    EditorView.clipboardInputFilter.of((text) => text.replace(/\r\n?/g, "\n")),
    EditorState.tabSize.of(2),
    indentUnit.of("  "),
    EditorView.lineWrapping,
    highlightSpecialChars(),
    lineNumbers(),
    foldGutter(),
    problems,
    search(),
    json,
    indentOnInput(),
    keymap.of([...historyKeys(undo, redo), ...keys, ...standardKeymap.filter(({ key }) => key !== "Enter")]),
    EditorView.domEventHandlers({ beforeinput: (event, view) => input(event, view, { historyUndo: undo, historyRedo: redo }) }),
  ];
}
