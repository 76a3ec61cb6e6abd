// The smallest page that shows jsonjoy-builder as its README does: the form and
// the text side by side, of one schema. The button mounts both and takes them
// away; an address that ends with ?mounted has them from the start.

import { loader } from "@monaco-editor/react";
import { SchemaBuilder } from "jsonjoy-builder";
import "jsonjoy-builder/styles.css";
import * as monaco from "monaco-editor";
import { useState } from "react";
import { createRoot } from "react-dom/client";

self.MonacoEnvironment = {
  getWorker: (_, label) => new Worker(label === "json" ? "assets/json.worker.js" : "assets/editor.worker.js"),
};
loader.config({ monaco }); // not from its server

const given = JSON.parse(window.schemaText); // by the benchmark

function Builder() {
  const [schema, setSchema] = useState(given);
  return <SchemaBuilder value={schema} onChange={setSchema} readOnly={false} />;
}

function App() {
  const [mounted, setMounted] = useState(location.search === "?mounted");
  return (
    <>
      <button type="button" id="mount" onClick={() => setMounted(!mounted)}>Mount</button>
      {mounted && <Builder />}
    </>
  );
}

loader.init().then(() => {
  createRoot(document.getElementById("root")).render(<App />);
  window.peerReady = true;
});
