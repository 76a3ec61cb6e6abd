// The smallest page that draws a stream as the openai package reads it: the
// package folds the chunks into a completion, and at each frame what came since the
// last one is drawn, in blocks of 4 KB, because one long run of text is laid out in
// quadratic time. Nothing else is drawn, so less can hardly be done.

import OpenAI from "openai";

const at = new URLSearchParams(location.search);
const log = document.getElementById("log");

// grows draws what comes; its end is told once nothing waits to be drawn.
function grows(id) {
  const place = document.getElementById(id);
  let waiting = "";
  let asked = false;
  let text = null;
  function draw() {
    asked = false;
    while (waiting) {
      if (!text || text.length >= 4096) {
        text = document.createTextNode("");
        const block = document.createElement("span");
        block.append(text);
        place.append(block);
      }
      const room = Math.max(4096 - text.length, 1);
      text.appendData(waiting.slice(0, room));
      waiting = waiting.slice(room);
    }
    log.scrollTop = log.scrollHeight;
    if (over) document.body.dataset.end = over;
  }
  return (delta) => {
    waiting += delta;
    if (!asked) requestAnimationFrame(draw);
    asked = true;
  };
}

let over = ""; // the finish reason, at the end

document.getElementById("send").addEventListener("click", async () => {
  const client = new OpenAI({ baseURL: at.get("endpoint"), apiKey: "none", dangerouslyAllowBrowser: true, maxRetries: 0 });
  const stream = client.chat.completions.stream({
    model: at.get("model"),
    messages: [{ role: "user", content: "Go on." }],
    tools: [{ type: "function", function: { name: "keep", parameters: { type: "object", properties: {} } } }],
  });
  stream.on("content.delta", ({ delta }) => words(delta));
  stream.on("tool_calls.function.arguments.delta", ({ arguments_delta }) => argued(arguments_delta));
  const words = grows("text");
  const argued = grows("arguments");
  const completion = await stream.finalChatCompletion();
  over = completion.choices[0].finish_reason;
  words("");
});

document.body.dataset.ready = "true";
