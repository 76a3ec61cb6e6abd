// A worker that calls "warm" of the program's first part, which compiles what the
// page is about to call and does nothing else (loader/warm.js), and ends.
"use strict";

onmessage = ({ data: program }) => {
  const imports = {};
  for (const { module, name } of WebAssembly.Module.imports(program)) (imports[module] ??= {})[name] = () => {};
  new WebAssembly.Instance(program, imports).exports.warm();
  close();
};
