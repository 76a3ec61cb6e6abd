// The workshop: a worker that runs Toolyard's second program, wasm/workshop. Its
// first message says where that lies: {support, program}; every other one is a
// job: {id, job, input}. It answers {ready: true} once, or {failed: why} where
// the program could not be loaded or has ended; and each job with {id, output} or
// {id, error}. All texts; inputs and outputs are JSON (app/job).
"use strict";

let working; // a promise of the program

onmessage = async ({ data }) => {
  if (data.program) {
    working = start(data).catch(failed);
    return;
  }
  await working;
  try {
    postMessage({ id: data.id, ...self.doJob(data.job, data.input) });
  } catch (error) {
    failed(error);
  }
};

async function start({ support, program }) {
  importScripts(support);
  const go = new Go();
  const response = await fetch(program);
  if (!response.ok) throw new Error(`${response.url}: ${response.status} ${response.statusText}`);
  // Compiling while it arrives needs the right media type, which not every host sends.
  const { instance } = response.headers.get("Content-Type") === "application/wasm"
    ? await WebAssembly.instantiateStreaming(response, go.importObject)
    : await WebAssembly.instantiate(await response.arrayBuffer(), go.importObject);
  go.run(instance).then(() => failed(new Error("the program ended")), failed);
  postMessage({ ready: true });
}

function failed(error) {
  postMessage({ failed: String(error?.message ?? error) });
}
