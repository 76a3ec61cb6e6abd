// Says what the page was opened for, and takes that out of the address, so that a
// reload does not ask again:
//   ?open=new|import|examples|setup   a shortcut of the installed app, or any link
//   ?open=shared                      what another program shared (sw.js has it)
"use strict";

(() => {
  const address = new URL(location.href);
  const wanted = address.searchParams.get("open") ?? "";
  if (wanted) {
    address.searchParams.delete("open");
    history.replaceState(history.state, "", address.pathname + address.search + location.hash);
  }

  // opening is a promise of {open, text, error}: what to open, and a text for it.
  window.toolyard.opening = async () => {
    if (wanted !== "shared") return { open: wanted, text: "", error: "" };
    const shared = await window.toolyard.ask("shared");
    return { open: wanted, text: shared?.text ?? "", error: shared ? shared.error : "nothing arrived" };
  };
})();
