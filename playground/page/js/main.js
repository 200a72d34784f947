/** Puts the page together: one person, one place, and what happens between the parts. */

import { Refusal, act } from "./api.js";
import { Composer } from "./composer.js";
import { el, iconButton } from "./dom.js";
import { Feed } from "./feed.js";
import { closeFloating } from "./floating.js";
import { keep } from "./keep.js";
import { openModal } from "./modal.js";
import { Panels } from "./panel/panels.js";
import { addressOf, openPeople } from "./people.js";
import { openNewServer } from "./servers.js";
import { Sidebar, drawMembers } from "./sidebar.js";
import { DIRECT, Store, THREADS } from "./store.js";
import { refreshRelative } from "./times.js";
import { say, speak } from "./words.js";

const RELATIVE_EVERY = 20000;
const BOT_PATIENCE = 800;
const LAST_PERSON = "person";

class Page {
  constructor(root) {
    this.store = new Store();
    this.names = {
      user: (id) => this.store.userName(id),
      role: (id) => this.store.roleName(id),
      channel: (id) => this.store.channelName(id),
      isMe: (id) => id === this.store.me?.id,
      open: (id) => this.go(id),
      begin: (path) => this.composer.begin(path),
      announce: (words) => this.announce(words),
    };
    const doing = {
      reply: (message) => this.composer.reply(message),
      edit: (message) => this.composer.edit(message),
      write: (text) => this.composer.write(text),
      begin: (path, values) => this.composer.begin(path, values),
      focusWriting: () => this.composer.focus(),
      newestOwn: () => this.feed.newestOwn(),
      openModal: (answer, channelId) => openModal(answer, channelId, { store: this.store, names: this.names, doing }),
      announce: (words) => this.announce(words),
      showTurn: (id) => this.panels.showTurn(id),
      fail: (error) => this.fail(error),
      wordsFor,
    };
    this.feed = new Feed(this.store, this.names, doing);
    this.composer = new Composer(this.store, this.names, doing);
    this.sidebar = new Sidebar(this.store, { go: (id) => this.go(id), openPeople: () => this.openPeople(), addServer: () => this.addServer() });
    this.panels = new Panels(this.store, { fail: (error) => this.fail(error), wordsFor, showAnswer: (turn) => this.showAnswer(turn), titleOf: (deed) => this.titleOf(deed) });
    this.#build(root);
    this.#listen();
  }

  #build(root) {
    this.skip = el("a", { class: "skip", href: "#message-box", on: { click: (event) => (event.preventDefault(), this.composer.focus()) } });
    this.menuButton = iconButton("menu", "", () => this.toggleSide(), { class: "icon-button menu-button", "aria-expanded": "false", "aria-controls": "side" });
    this.placeName = el("h1", { class: "place-name" });
    this.placeTopic = el("span", { class: "place-topic" });
    this.membersButton = iconButton("people", "", () => this.toggleMembers(), { class: "icon-button members-button", "aria-pressed": "true" });
    this.banner = el("div", { class: "banner", role: "status" });
    this.typing = el("div", { class: "typing", "aria-live": "off" });
    this.live = el("div", { class: "ears", "aria-live": "polite", role: "log", "aria-relevant": "additions" });
    this.toast = el("div", { class: "toast", role: "alert" });
    // Many people make it scroll, which those without a mouse do by arrow keys.
    this.members = el("aside", { class: "members", tabindex: "0" });
    this.curtain = el("div", { class: "curtain", on: { click: () => this.toggleSide(false) } });
    this.main = el("main", { class: "main" }, el("header", { class: "top" }, this.menuButton, this.placeName, this.placeTopic, this.panels.buttons, this.membersButton), this.banner, el("div", { class: "middle" }, el("div", { class: "talk" }, this.feed.element, this.composer.element, this.typing), this.members, this.panels.element));
    root.replaceChildren(this.skip, this.sidebar.element, this.curtain, this.main, this.live, this.toast);
    root.classList.add("app");
  }

  #listen() {
    const { store } = this;
    store.on("places", () => this.#placesChanged());
    store.on("unread", () => this.#drawSide());
    store.on("here", (since) => this.#entered(since));
    store.on("filled", () => this.feed.fill());
    store.on("older", (messages) => this.feed.older(messages));
    store.on("message", (message, isNew) => this.feed.show(message, isNew));
    store.on("deleted", (channelId, id) => this.feed.remove(channelId, id));
    store.on("typing", () => this.#drawTyping());
    store.on("turn", (turn) => this.feed.turnEnded(turn.id));
    store.on("bot", () => this.#drawStatus());
    store.on("connection", () => this.#drawStatus());
    store.on("gone", (name) => this.become(name));
    document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && store.here && store.markRead(store.here));
    document.addEventListener("keydown", (event) => this.#key(event));
    addEventListener("popstate", () => this.#followAddress());
    this.main.addEventListener("dragover", (event) => event.preventDefault());
    this.main.addEventListener("drop", (event) => {
      event.preventDefault();
      if (event.dataTransfer.files.length) this.composer.addFiles([...event.dataTransfer.files]);
    });
    setInterval(refreshRelative, RELATIVE_EVERY);
    const narrow = matchMedia("(max-width: 760px)");
    narrow.addEventListener("change", () => this.toggleSide(false));
    this.narrow = narrow;
    this.toggleSide(false);
  }

  // ---- who

  /** Be the person with this id or name. */
  async become(wanted, channelId = null) {
    closeFloating();
    this.composer.forget();
    try {
      await this.store.become(wanted);
    } catch {
      this.banner.textContent = say("unreachable");
      setTimeout(() => this.become(wanted, channelId), 1500);
      return;
    }
    const { me } = this.store;
    speak(me?.locale ?? navigator.language);
    this.#rename();
    if (!me) {
      this.openPeople();
      return;
    }
    keep.write(LAST_PERSON, me.name);
    const start = this.store.channel(channelId) ?? this.store.channels().find(({ type }) => type === 0) ?? this.store.channel(this.store.dm?.id);
    if (start) await this.go(start.id, { push: false });
    this.#drawStatus();
  }

  openPeople() {
    openPeople(this.store, { become: (person) => this.become(person.id), wordsFor });
  }

  addServer() {
    const added = async (channelId) => {
      await this.store.refresh();
      await this.go(channelId);
    };
    openNewServer(this.store, { added, wordsFor });
  }

  /** Say everything that stands still in the page in the language in force. */
  #rename() {
    this.skip.textContent = say("skip");
    this.#nameButton(this.membersButton, "show-members");
    this.#nameButton(this.menuButton, "open-menu");
    this.panels.rename();
    this.feed.rename();
    this.feed.top.dataset.state = "";
  }

  #nameButton(button, key) {
    button.setAttribute("aria-label", say(key));
    button.setAttribute("title", say(key));
  }

  // ---- where

  async go(channelId, { push = true } = {}) {
    const channel = this.store.channel(channelId);
    if (!channel) return;
    this.toggleSide(false);
    this.sidebar.remember(channel);
    const address = `${addressOf(this.store.me)}&channel=${channel.id}`;
    if (push && channelId !== this.store.here) history.pushState(null, "", address);
    else history.replaceState(null, "", address);
    try {
      await this.store.enter(channelId);
    } catch (error) {
      this.fail(error);
    }
    if (!this.narrow.matches && !document.querySelector("dialog[open]")) this.composer.focus();
  }

  /** Go to the message that holds a turn's answer. */
  async showAnswer(turn) {
    try {
      const message = this.store.channel(turn.channel) && (await this.store.findTurn(turn));
      if (!message) throw new Refusal(say("answer-gone"));
      if (this.panels.coversAll) this.panels.close();
      await this.go(turn.channel);
      this.feed.jumpTo(message.id);
    } catch (error) {
      this.fail(error);
    }
  }

  /** What somebody used, in their language: a command by its name, everything else by its label. */
  titleOf({ kind, name, label, channel }) {
    if (kind !== "command" && kind !== "menu") return label || name;
    return this.store.commandName(name, this.store.channel(channel), kind === "command");
  }

  #followAddress() {
    const wanted = new URLSearchParams(location.search);
    if (wanted.get("person") && wanted.get("person") !== this.store.me?.name) this.become(wanted.get("person"), wanted.get("channel"));
    else if (wanted.get("channel")) this.go(wanted.get("channel"), { push: false });
  }

  #entered(since) {
    this.feed.enter(since);
    this.composer.enter();
    this.#drawTop();
    this.#drawSide();
    this.#drawTyping();
  }

  #placesChanged() {
    const { store } = this;
    if (store.here && !store.channel(store.here)) {
      const start = store.channels().find(({ type }) => type === 0);
      if (start) this.go(start.id, { push: false });
      return;
    }
    this.#drawSide();
    this.#drawTop();
    this.#drawStatus();
    if (store.here) this.composer.placesChanged();
    this.feed.redrawTop();
    this.feed.rename();
  }

  // ---- drawing

  #drawSide() {
    this.sidebar.draw();
    const { store } = this;
    const here = store.channel(store.here);
    const rings = store.totalRings();
    document.title = [rings ? `(${rings})` : "", here ? store.placeName(here) : "", store.me?.name, say("app")].filter(Boolean).join(" · ");
  }

  #drawTop() {
    const { store } = this;
    const channel = store.channel(store.here);
    if (!channel) return;
    const parent = THREADS.includes(channel.type) ? store.channel(channel.parent_id) : null;
    this.placeName.replaceChildren(...(parent ? [el("button", { type: "button", class: "link", on: { click: () => this.go(parent.id) } }, store.placeName(parent)), " › "] : []), store.placeName(channel));
    this.placeTopic.textContent = channel.topic ?? "";
    drawMembers(this.members, store);
    this.membersButton.hidden = channel.type === DIRECT;
  }

  #drawStatus() {
    const { store } = this;
    clearTimeout(this.patience);
    const isDown = store.connected !== null && Boolean(store.bot.given_up);
    const words = store.connected === null ? say("reconnecting") : isDown ? say("bot-stays-down", { name: store.bot.name }) : store.me && !store.bot.online ? say("bot-offline", { name: store.bot.name }) : "";
    const show = () => {
      if ((this.banner.firstChild?.data ?? "") !== words) this.banner.replaceChildren(...(words ? [words] : []), ...(isDown ? [" ", this.#startAgain()] : []));
      document.body.classList.toggle("offline", words !== "");
    };
    // A short gap at the start, or between two connections of the bot, is nothing to read.
    if (words && !this.banner.textContent) this.patience = setTimeout(show, BOT_PATIENCE);
    else show();
    this.#drawTop();
  }

  #startAgain() {
    const start = () => act("bot", { do: "restart" }).catch((error) => this.fail(error));
    return el("button", { type: "button", class: "button button-1", on: { click: start } }, say("start-again"));
  }

  #drawTyping() {
    const ids = this.store.typing(this.store.here);
    const [name, other] = ids.map((id) => this.store.userName(id));
    const words = ids.length === 0 ? "" : ids.length === 1 ? say("typing-one", { name }) : ids.length === 2 ? say("typing-two", { name, other }) : say("typing-many");
    this.typing.replaceChildren(...(words ? [el("span", { class: "dots", "aria-hidden": "true" }, el("i"), el("i"), el("i")), words] : []));
  }

  /** Open or shut the drawer that holds the sidebar on narrow screens. */
  toggleSide(wanted = !document.body.classList.contains("side-open")) {
    const isOpen = wanted && this.narrow.matches;
    const was = document.body.classList.contains("side-open");
    document.body.classList.toggle("side-open", isOpen);
    this.sidebar.element.inert = this.narrow.matches && !isOpen;
    this.main.inert = isOpen;
    this.menuButton.setAttribute("aria-expanded", String(isOpen));
    if (isOpen) this.sidebar.element.querySelector("[aria-current=page]")?.focus();
    else if (was) this.menuButton.focus();
  }

  toggleMembers() {
    const isOff = document.body.classList.toggle("members-off");
    this.membersButton.setAttribute("aria-pressed", String(!isOff));
  }

  #key(event) {
    if (event.key === "Escape" && document.body.classList.contains("side-open")) this.toggleSide(false);
    const isText = event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey;
    const isFree = document.activeElement === document.body && !document.querySelector("dialog[open]");
    if (isText && isFree) this.composer.focus();
  }

  // ---- telling

  /** Say something to a screen reader. */
  announce(words) {
    this.live.append(el("p", {}, words));
    while (this.live.childElementCount > 3) this.live.firstElementChild.remove();
  }

  /** Show what went wrong, briefly. */
  fail(error) {
    clearTimeout(this.toastEnd);
    this.toast.textContent = wordsFor(error);
    this.toast.classList.add("toast-shown");
    this.toastEnd = setTimeout(() => this.toast.classList.remove("toast-shown"), 6000);
  }
}

/** An error as a sentence. */
function wordsFor(error) {
  if (!(error instanceof Refusal)) {
    console.error(error);
    return say("interaction-failed");
  }
  return error.message === "unreachable" ? say("unreachable") : error.message;
}

speak(navigator.language);
const page = new Page(document.getElementById("app"));
const wanted = new URLSearchParams(location.search);
page.become(wanted.get("person") ?? keep.read(LAST_PERSON, null), wanted.get("channel"));
