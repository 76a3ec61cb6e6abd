// A worker that calls "warm" of the program's first part, which compiles what the
// page is about to call and does nothing else (loader/warm.js), and ends.
"use strict";

const pages = 512; // more than the program asks for, which the page's own part has; they stay untouched

onmessage = ({ data: program }) => {
  const imports = {};
  for (const { module, name, kind } of WebAssembly.Module.imports(program)) {
    (imports[module] ??= {})[name] = kind === "memory" ? new WebAssembly.Memory({ initial: pages }) : () => {};
  }
  new WebAssembly.Instance(program, imports).exports.warm();
  close();
};
