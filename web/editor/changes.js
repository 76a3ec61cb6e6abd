// Changes of a text as the program and the editor exchange them: offsets count
// UTF-16 units, and all changes of one list speak of the text before any of them.

import { ChangeSet } from "@codemirror/state";

// changesOf reads a foreign list of {from, to, insert} as changes of a text of
// some length. It never throws: an exception would end the program that calls.
export function changesOf(list, length) {
  const within = (n, least) => Math.min(Math.max(Math.trunc(Number(n)) || 0, least), length);
  const changes = Array.from(list ?? [], (change) => {
    const from = within(change.from, 0);
    return { from, to: within(change.to, from), insert: String(change.insert ?? "") };
  });
  return ChangeSet.of(changes, length, "\n");
}

// listOf is the reverse, ascending and without overlaps.
export function listOf(changes) {
  const list = [];
  changes.iterChanges((from, to, _from, _to, insert) => list.push({ from, to, insert: insert.toString() }));
  return list;
}

// difference is the one change that makes `after` of `before`; what both begin
// and end with stays, so that carets and folds there do, too.
export function difference(before, after) {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  if (start > 0 && isHigh(before.charCodeAt(start - 1))) start--;
  let end = 0;
  while (end < most - start && before.charCodeAt(before.length - 1 - end) === after.charCodeAt(after.length - 1 - end)) end++;
  if (end > 0 && isLow(before.charCodeAt(before.length - end))) end--;
  return { from: start, to: before.length - end, insert: after.slice(start, after.length - end) };
}

// The halves of a character outside the basic plane are not parted: on the way
// to Go, half a character becomes U+FFFD.
const isHigh = (unit) => unit >= 0xd800 && unit < 0xdc00;
const isLow = (unit) => unit >= 0xdc00 && unit < 0xe000;
