/** The message box: writing, replying, editing, files, mentions, and where slash commands begin. */

import { act, upload } from "./api.js";
import { el, icon, iconButton } from "./dom.js";
import { begun, search } from "./commands.js";
import { grow } from "./options.js";
import { SlashForm } from "./slash.js";
import { Suggest } from "./suggest.js";
import { localised, say } from "./words.js";
import { DIRECT, THREADS } from "./store.js";
import { size } from "./embeds.js";

const LONGEST = 2000;
const WARN_AT = 200;
const MOST_FILES = 10;
const TYPING_EVERY = 8000;

export class Composer {
  /** `doing`: openModal(answer, channelId), wordsFor(error), announce(words), newestOwn(). */
  constructor(store, names, doing) {
    this.store = store;
    this.names = names;
    this.doing = doing;
    this.suggest = new Suggest();
    this.drafts = new Map();
    this.files = [];
    this.replyingTo = null;
    this.editing = null;
    this.slash = null;
    this.typedAt = 0;

    this.box = el("textarea", { id: "message-box", rows: "1", autocomplete: "off", "aria-autocomplete": "list", "aria-haspopup": "listbox", enterkeyhint: "send" });
    this.chooser = el("input", { type: "file", multiple: true, hidden: true, tabindex: "-1", "aria-hidden": "true" });
    this.attach = iconButton("plus", say("attach"), () => this.chooser.click());
    this.commandsButton = iconButton("slash", say("commands"), () => this.#openPicker());
    this.send = el("button", { type: "submit", class: "icon-button send" }, icon("send", 20));
    this.count = el("div", { class: "count", "aria-live": "polite" });
    this.notice = el("div", { class: "compose-error", role: "alert" });
    this.bar = el("div", { class: "reply-bar", hidden: true });
    this.fileRow = el("ul", { class: "file-row", hidden: true });
    this.form = el("form", { class: "compose" }, this.bar, this.fileRow, el("div", { class: "compose-line" }, this.attach, this.box, this.count, this.commandsButton, this.send), this.chooser);
    this.slashHolder = el("div", { class: "slash-holder", hidden: true });
    this.closed = el("div", { class: "closed", hidden: true });
    this.element = el("div", { class: "composer" }, this.suggest.element, this.notice, this.form, this.slashHolder, this.closed);
    this.#listen();
  }

  #listen() {
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#submit();
    });
    this.box.addEventListener("input", () => this.#changed());
    this.box.addEventListener("click", () => this.#offer());
    this.box.addEventListener("blur", () => this.suggest.hideFor(this.box));
    this.box.addEventListener("focus", () => this.#offer());
    this.box.addEventListener("keydown", (event) => this.#key(event));
    this.box.addEventListener("paste", (event) => {
      const files = [...(event.clipboardData?.files ?? [])];
      if (files.length) event.preventDefault(), this.addFiles(files);
    });
    this.chooser.addEventListener("change", () => {
      this.addFiles([...this.chooser.files]);
      this.chooser.value = "";
    });
  }

  // ---- the place

  /** The channel changed: keep the draft of the one before, show that of this one. */
  enter() {
    const { store } = this;
    this.#rememberDraft();
    this.place = store.here;
    this.#leaveSlash(false);
    this.cancel();
    this.files = [];
    this.#drawFiles();
    this.notice.textContent = "";
    this.box.value = this.drafts.get(this.place) ?? "";
    this.drawPlace();
    this.#changed();
  }

  #rememberDraft() {
    if (this.place && !this.editing) this.drafts.set(this.place, this.box.value);
  }

  /** Another person is at the screen now. */
  forget() {
    this.drafts.clear();
    this.box.value = "";
    this.place = null;
  }

  /** Name the box after the place, in the page's language. */
  drawPlace() {
    const channel = this.store.channel(this.store.here);
    if (!channel) return;
    const name = channel.type === DIRECT ? this.store.bot.name : channel.name;
    const words = say(channel.type === DIRECT || THREADS.includes(channel.type) ? "write-to-direct" : "write-to", { name });
    this.box.setAttribute("placeholder", words);
    this.box.setAttribute("aria-label", words);
    for (const [button, key] of [[this.attach, "attach"], [this.commandsButton, "commands"], [this.send, "send"]]) button.setAttribute("aria-label", say(key)), button.setAttribute("title", say(key));
    this.form.hidden = !channel.may_write || Boolean(this.slash);
    this.closed.hidden = channel.may_write;
    this.closed.textContent = say("may-not-write");
  }

  /** Places or commands changed: what is being typed may be a command by now. */
  placesChanged() {
    this.drawPlace();
    const known = this.store.commandsIn(this.store.channel(this.store.here)).slash.map(({ path }) => path).join();
    if (known === this.known) return;
    this.known = known;
    this.#offer();
  }

  focus() {
    if (this.slash) this.slash.focus();
    else this.box.focus();
  }

  /** Add text where the caret is. */
  write(text) {
    this.#leaveSlash(false);
    const { selectionStart: start, selectionEnd: end, value } = this.box;
    this.box.value = value.slice(0, start) + text + value.slice(end);
    this.box.focus();
    this.box.setSelectionRange(start + text.length, start + text.length);
    this.#changed();
  }

  // ---- replying and editing

  reply(message) {
    this.cancel();
    this.#leaveSlash(false);
    this.replyingTo = { message, ping: true };
    this.#drawBar();
    this.box.focus();
  }

  edit(message) {
    this.cancel();
    this.#leaveSlash(false);
    this.#rememberDraft();
    this.editing = message;
    this.box.value = this.#readable(message.content);
    this.#drawBar();
    this.box.focus();
    this.#changed();
  }

  cancel() {
    if (this.editing) this.box.value = this.drafts.get(this.place) ?? "";
    this.replyingTo = null;
    this.editing = null;
    this.#drawBar();
    this.#changed();
  }

  #drawBar() {
    const { replyingTo, editing } = this;
    this.bar.hidden = !replyingTo && !editing;
    if (editing) this.bar.replaceChildren(el("span", {}, say("editing")), iconButton("close", say("cancel"), () => this.cancel()));
    if (!replyingTo) return;
    const { message, ping } = replyingTo;
    const toggle = el("button", { type: "button", class: "ping", "aria-pressed": String(ping), on: { click: () => ((replyingTo.ping = !ping), this.#drawBar(), this.bar.querySelector(".ping").focus()) } }, "@ ", say(ping ? "ping-on" : "ping-off"));
    this.bar.replaceChildren(el("span", {}, say("replying", { name: this.store.userName(message.author.id) })), toggle, iconButton("close", say("cancel"), () => (this.cancel(), this.box.focus())));
  }

  // ---- files

  addFiles(files) {
    this.files = [...this.files, ...files].slice(0, MOST_FILES);
    this.#drawFiles();
    this.#changed();
    this.focus();
  }

  #drawFiles() {
    this.fileRow.hidden = this.files.length === 0;
    this.fileRow.replaceChildren(
      ...this.files.map((file) => el("li", {}, icon("file", 18), el("span", {}, file.name), el("small", {}, size(file.size)), iconButton("close", say("remove", { name: file.name }), () => ((this.files = this.files.filter((it) => it !== file)), this.#drawFiles(), this.box.focus())))),
    );
  }

  // ---- writing

  #changed() {
    grow(this.box);
    const length = [...this.box.value].length;
    this.count.textContent = length > LONGEST ? say("too-long", { count: length - LONGEST }) : length > LONGEST - WARN_AT ? say("characters-left", { count: LONGEST - length }) : "";
    this.count.classList.toggle("count-over", length > LONGEST);
    this.send.disabled = (!this.box.value.trim() && !this.files.length) || length > LONGEST;
    this.#offer();
    if (this.box.value && !/^[/／]/.test(this.box.value) && Date.now() - this.typedAt > TYPING_EVERY && document.activeElement === this.box) {
      this.typedAt = Date.now();
      act("typing", { person: this.store.me.id, channel: this.store.here }).catch(() => {});
    }
  }

  #key(event) {
    if (this.suggest.key(event) || event.isComposing) return;
    if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      this.form.requestSubmit();
    } else if (event.key === "Escape" && (this.replyingTo || this.editing)) {
      this.cancel();
    } else if (event.key === "ArrowUp" && this.box.value === "" && !this.editing) {
      const own = this.doing.newestOwn();
      if (own) event.preventDefault(), this.edit(own);
    }
  }

  /** The box is free for the next message at once; what is on its way is sent in turn. */
  #submit() {
    if (this.send.disabled) return;
    const { replyingTo, editing, files, place } = this;
    const job = { raw: this.box.value, text: this.#encoded(this.box.value.trim()), replyingTo, editing, files, place };
    this.notice.textContent = "";
    this.box.value = "";
    this.drafts.delete(place);
    this.files = [];
    this.typedAt = 0;
    this.editing = null;
    this.#drawFiles();
    this.cancel();
    this.sending = (this.sending ?? Promise.resolve()).then(() => this.#deliver(job));
  }

  async #deliver({ raw, text, replyingTo, editing, files, place }) {
    const person = this.store.me.id;
    try {
      if (editing) {
        await act("edit", { person, message: editing.id, text });
        return;
      }
      const stored = [];
      for (const file of files) stored.push((await upload(person, place, file)).id);
      await act("say", { person, channel: place, text, files: stored, ...(replyingTo ? { reply_to: replyingTo.message.id, ping: replyingTo.ping } : {}) });
    } catch (error) {
      this.notice.textContent = this.doing.wordsFor(error);
      // Nothing that was written is lost, unless the next message has been begun.
      if (this.place !== place || this.box.value || this.files.length) return;
      this.box.value = raw;
      this.files = files;
      this.#drawFiles();
      this.#changed();
    }
  }

  // ---- mentions

  #mentionable() {
    const guild = this.store.channel(this.store.here)?.guild;
    return (guild?.members.map(({ id }) => id) ?? [this.store.bot.id, this.store.me.id]).map((id) => ({ id, name: this.store.userName(id) }));
  }

  /** "@Name" and "#channel" as Discord sends them. */
  #encoded(text) {
    const marks = [
      ...this.#mentionable().map(({ id, name }) => [`@${name}`, `<@${id}>`]),
      ...(this.store.channel(this.store.here)?.guild?.channels ?? []).map(({ id, name }) => [`#${name}`, `<#${id}>`]),
    ].sort(([one], [other]) => other.length - one.length);
    const parts = text.split(/(```[\s\S]*?```|`[^`\n]+`)/);
    return parts.map((part, at) => (at % 2 ? part : marks.reduce((sum, [shown, sent]) => sum.split(shown).join(sent), part))).join("");
  }

  #readable(text) {
    return text.replace(/<@!?(\d+)>/g, (_, id) => `@${this.store.userName(id)}`).replace(/<#(\d+)>/g, (_, id) => `#${this.store.channelName(id)}`);
  }

  // ---- the list above the box

  #offer() {
    const { box, suggest } = this;
    if (document.activeElement !== box || this.slash) return;
    const channel = this.store.channel(this.store.here);
    if (!channel) return;
    // Chinese keyboards type a slash as wide as a character.
    if (/^[/／]/.test(box.value) && !box.value.includes("\n") && !this.editing) {
      this.#offerCommands(channel, box.value.slice(1));
      return;
    }
    const before = box.value.slice(0, box.selectionStart);
    const mention = /(?:^|\s)@([^\s@]{0,32})$/.exec(before);
    if (!mention) return suggest.hideFor(box);
    const wanted = mention[1].toLowerCase();
    const items = this.#mentionable()
      .filter(({ name }) => name.toLowerCase().includes(wanted))
      .slice(0, 10)
      .map(({ name }) => ({ label: name, mark: "@" }));
    const start = box.selectionStart - wanted.length - 1;
    suggest.show({ owner: box, title: say("members"), items, onPick: (item) => this.#insert(start, `@${item.label} `) });
  }

  #insert(start, text) {
    const { box } = this;
    const rest = box.value.slice(box.selectionStart).replace(/^ /, "");
    box.value = box.value.slice(0, start) + text + rest;
    box.setSelectionRange(start + text.length, start + text.length);
    this.suggest.hide();
    this.#changed();
  }

  #offerCommands(channel, typed) {
    const { slash } = this.store.commandsIn(channel);
    const typedOut = begun(slash, typed);
    if (typedOut) {
      const [first] = typedOut.entry.options;
      return this.begin(typedOut.entry, first && typedOut.rest ? { [first.name]: typedOut.rest } : {});
    }
    const found = search(slash, typed);
    const items = found.map((entry) => ({ entry, mark: "/", label: entry.shown, hint: entry.options.map((option) => (option.required ? localised(option, "name") : `[${localised(option, "name")}]`)).join(" "), detail: entry.description }));
    this.suggest.show({ owner: this.box, title: say("commands"), items, empty: say("no-commands"), onPick: ({ entry }) => this.begin(entry) });
    this.doing.announce(say("commands-found", { count: items.length }));
  }

  #openPicker() {
    this.box.value = "/";
    this.box.focus();
    this.box.setSelectionRange(1, 1);
    this.#changed();
  }

  /** Begin to fill in a command: its entry, or its path with values. */
  begin(wanted, values = {}) {
    const channel = this.store.channel(this.store.here);
    const entry = typeof wanted === "string" ? this.store.commandsIn(channel).slash.find(({ path }) => path === wanted) : wanted;
    if (!entry) return;
    this.suggest.hide();
    this.box.value = "";
    this.drafts.delete(this.place);
    this.cancel();
    this.slash = new SlashForm(entry, channel, {
      store: this.store,
      suggest: this.suggest,
      // Who has gone on to a button before the answer came is not called back to the message box.
      doing: { ...this.doing, leave: () => this.#leaveSlash(true), sent: () => this.#leaveSlash(this.slashHolder.contains(document.activeElement)) },
    });
    this.slashHolder.replaceChildren(this.slash.element);
    this.slashHolder.hidden = false;
    this.form.hidden = true;
    this.slash.fill(values);
    this.slash.focus();
  }

  #leaveSlash(takeFocus) {
    if (!this.slash) return;
    this.slash = null;
    this.suggest.hide();
    this.slashHolder.hidden = true;
    this.slashHolder.replaceChildren();
    this.drawPlace();
    if (takeFocus) this.box.focus();
  }
}
