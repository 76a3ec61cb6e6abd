// Joins the parts of the program, and brings the rest. In Chromium it arrives while
// the page is set up, and is put in its place once the page answers. Other browsers
// wait for it: they compile all of it beforehand anyway, and what they call while
// they open was not listed.
//
// A function of the rest that is called before it is there is waited for, without a
// promise, since the program can't be left in its middle. That the page's opening
// calls none is tested (TestEarly in tools/e2e).
"use strict";

(() => {
  const address = document.currentScript.dataset.rest; // "" where the program is in one piece
  const words = {
    en: "A part of Toolyard has not arrived. Nothing is lost so far. Check the connection, then press OK to try again; to cancel ends the program.",
    "zh-Hans": "Toolyard 有一部分尚未加载完成。目前没有丢失任何内容。请检查网络连接，然后按“确定”重试；取消将结束程序。",
  };
  const waits = address && !navigator.userAgentData;
  const arriving = waits ? window.toolyard.program.then(fetching) : null;
  arriving?.catch(() => {}); // joined tells of it
  let data; // what the memory's part exports
  let first; // and the first part
  let bytes; // of the rest, once they are here

  window.toolyard.waited = 0; // how often the program had to wait for its rest
  window.toolyard.whole = () => !address || first?.whole.value === 1;
  window.toolyard.joined = joined;

  // joined is a promise of the program's instance. The rest follows when the page
  // answers.
  async function joined(imports, answers) {
    const [program, memory] = await Promise.all([window.toolyard.program, window.toolyard.memory]);
    if (!memory) return WebAssembly.instantiate(program, imports);
    data = (await WebAssembly.instantiate(memory)).exports;
    const instance = await WebAssembly.instantiate(program, { ...imports, data, toolyard: { rest: now } });
    first = instance.exports;
    if (waits) await put(await WebAssembly.compile(await arriving));
    else complete(answers);
    return instance;
  }

  async function fetching() {
    return (await window.toolyard.bring(address)).arrayBuffer();
  }

  async function complete(answers) {
    for (let pause = 1000; first.whole.value === 0; pause *= 2) {
      try {
        bytes ??= await fetching();
        await answers;
        await put(await WebAssembly.compile(bytes));
      } catch {
        bytes = undefined;
        await new Promise((again) => setTimeout(again, Math.min(pause, 30_000)));
      }
    }
  }

  async function put(module) {
    if (first.whole.value === 1) return;
    await WebAssembly.instantiate(module, { data, first });
    first.whole.value = 1;
    bytes = undefined;
  }

  // now is what a stub calls: the rest is there when it returns.
  function now() {
    window.toolyard.waited++;
    for (;;) {
      try {
        new WebAssembly.Instance(new WebAssembly.Module(bytes ?? fetched()), { data, first });
        first.whole.value = 1;
        bytes = undefined;
        return;
      } catch (error) {
        bytes = undefined;
        if (!confirm(words[document.documentElement.lang])) throw error;
      }
    }
  }

  // fetched waits for the bytes. A page that waits may only ask for a text: for one
  // whose characters are bytes.
  function fetched() {
    const request = new XMLHttpRequest();
    request.open("GET", address, false);
    request.overrideMimeType("text/plain; charset=x-user-defined");
    request.send();
    if (request.status !== 200) throw new Error(`${address}: ${request.status} ${request.statusText}`);
    return Uint8Array.from(request.responseText, (character) => character.charCodeAt(0) & 0xff);
  }
})();
