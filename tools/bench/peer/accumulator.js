// The smallest page that draws a stream as the openai package reads it: it folds
// the chunks into a completion, and what each one brings goes into one text node
// as it comes. Nothing else is drawn, so less can hardly be done.

import OpenAI from "openai";

const at = new URLSearchParams(location.search);
const log = document.getElementById("log");

function grows(id) {
  const text = document.createTextNode("");
  document.getElementById(id).append(text);
  return (delta) => {
    text.appendData(delta);
    log.scrollTop = log.scrollHeight;
  };
}

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
  document.body.dataset.end = completion.choices[0].finish_reason;
});

document.body.dataset.ready = "true";
