/** A further server: who adds it moderates it, and everybody here is in it. What is learnt in one server is not known in another. */

import { act } from "./api.js";
import { el, iconButton } from "./dom.js";
import { say } from "./words.js";

/** The dialog. `added(channelId)`: it is there, and this is its first channel; `wordsFor(error)`. */
export function openNewServer(store, { added, wordsFor }) {
  const error = el("div", { class: "modal-error", role: "alert" });
  const name = el("input", { type: "text", id: "server-name", required: true, minlength: "2", maxlength: "100", autocomplete: "off", "aria-describedby": "server-help" });
  const add = async (event) => {
    event.preventDefault();
    error.textContent = "";
    try {
      const { channel } = await act("servers", { person: store.me.id, name: name.value });
      dialog.close();
      await added(channel);
    } catch (problem) {
      error.textContent = wordsFor(problem);
    }
  };
  const form = el(
    "form",
    { on: { submit: add } },
    el("div", { class: "modal-body" }, error, el("div", { class: "field" }, el("label", { class: "field-label", for: "server-name" }, say("server-name")), name, el("small", { class: "field-help", id: "server-help" }, say("server-help")))),
    el("div", { class: "modal-foot" }, el("button", { type: "button", class: "button button-2", on: { click: () => dialog.close() } }, say("cancel")), el("button", { type: "submit", class: "button button-1" }, say("server-add"))),
  );
  const dialog = el("dialog", { class: "modal", "aria-labelledby": "server-title" }, el("header", {}, el("h2", { id: "server-title" }, say("new-server")), iconButton("close", say("close"), () => dialog.close())), form);
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  name.focus();
}
