/** The messages of the channel that is open: drawn, kept in place while they grow, walked by keyboard, acted on. */

import { Actions } from "./actions.js";
import { afterQuiet, compareIds, el, icon } from "./dom.js";
import { Interactions } from "./interactions.js";
import { arrange, drawMessage, updateMessage } from "./message.js";
import { handleProse } from "./prose.js";
import { say } from "./words.js";
import { DIRECT, THREADS } from "./store.js";

const NEAR_BOTTOM = 80;
const SPOKEN = 300;
const LONG_PRESS = 550;

export class Feed {
  /** `doing`: reply(message), edit(message), openModal(answer), fail(error), announce(words), begin(command), write(text), showTurn(id). */
  constructor(store, names, doing) {
    this.store = store;
    this.names = names;
    this.doing = doing;
    this.interactions = new Interactions(store, doing);
    this.actions = new Actions(store, doing, (channelId, asked) => this.interactions.menu(channelId, asked));
    this.context = { store, names, press: (...given) => this.interactions.press(...given), choose: (...given) => this.interactions.choose(...given) };
    this.list = el("ol", { class: "feed-list" });
    this.top = el("div", { class: "feed-top" });
    this.scroller = el("div", { class: "feed", role: "region", tabindex: "0" }, this.top, this.list);
    this.jump = el("button", { type: "button", class: "jump", hidden: true, on: { click: () => this.toBottom() } }, say("newer"), icon("down", 16));
    this.element = el("div", { class: "feed-frame" }, this.scroller, this.jump);
    this.isAtBottom = true;
    this.since = null;
    this.#listen();
    this.#follow();
  }

  // ---- filling

  /** Show the channel that the store is in. `since`: the newest message read before. */
  enter(since) {
    this.since = since;
    this.isAtBottom = true;
    this.list.replaceChildren();
    this.#label();
    if (this.store.feed(this.store.here).loaded) this.fill();
    else this.top.replaceChildren(el("p", { class: "feed-loading" }, say("loading")));
  }

  #label() {
    const channel = this.store.channel(this.store.here);
    if (channel) this.scroller.setAttribute("aria-label", say("messages-in", { name: this.store.placeName(channel) }));
    this.jump.firstChild.data = say("newer");
  }

  /** Draw all messages anew. */
  fill() {
    const feed = this.store.feed(this.store.here);
    this.list.replaceChildren(...feed.messages.map((message) => drawMessage(message, this.context)));
    for (const item of this.list.children) arrange(item);
    this.#markNew();
    this.#drawTop();
    this.#keepTabStop();
    this.toBottom();
  }

  /** Messages from before were loaded. */
  older(messages) {
    const before = this.scroller.scrollHeight - this.scroller.scrollTop;
    this.list.prepend(...messages.map((message) => drawMessage(message, this.context)));
    for (const item of [...this.list.children].slice(0, messages.length + 1)) arrange(item);
    this.#drawTop();
    this.scroller.scrollTop = this.scroller.scrollHeight - before;
  }

  /** A message came or changed. */
  show(message, isNew) {
    if (message.channel_id !== this.store.here || !this.store.feed(message.channel_id).loaded) return;
    if (this.store.isDismissed(message)) return;
    let item = this.#item(message.id);
    if (item) {
      updateMessage(item, message, this.context);
    } else {
      item = drawMessage(message, this.context);
      const after = this.#lastBefore(message.id);
      if (after) after.after(item);
      else this.list.prepend(item);
      arrange(item);
      if (item.nextElementSibling) arrange(item.nextElementSibling);
      this.#drawTop();
      this.#keepTabStop();
    }
    if (message.author.id === this.store.me.id && isNew) this.toBottom();
    this.#speak(message, isNew);
    this.#stick();
  }

  /** How an answer came about became known: its message leads there. */
  turnEnded(id) {
    for (const item of this.list.children) if (this.store.turnOf(item.message) === id) updateMessage(item, item.message, this.context);
  }

  /** People or places became known: say their names where only ids could be shown. */
  rename() {
    this.actions.rename();
    for (const item of this.list.children) {
      if (!/<[@#]/.test(item.message.content)) continue;
      item.drawn.body = null;
      updateMessage(item, item.message, this.context);
    }
  }

  remove(channelId, id) {
    if (channelId !== this.store.here) return;
    const item = this.#item(id);
    if (!item) return;
    const next = item.nextElementSibling;
    const hadFocus = item.contains(document.activeElement);
    const neighbour = next ?? item.previousElementSibling;
    item.remove();
    if (next) arrange(next);
    this.#keepTabStop();
    if (hadFocus) (neighbour?.querySelector(".message") ?? this.scroller).focus({ preventScroll: true });
    this.#drawTop();
  }

  #item(id) {
    return document.getElementById(`m-${id}`);
  }

  #lastBefore(id) {
    let item = this.list.lastElementChild;
    while (item && compareIds(item.message.id, id) > 0) item = item.previousElementSibling;
    return item;
  }

  #markNew() {
    if (this.since === null) return;
    const first = [...this.list.children].find((item) => compareIds(item.message.id, this.since) > 0 && item.message.author.id !== this.store.me.id);
    if (first && first !== this.list.firstElementChild) first.querySelector(".day").classList.add("day-new"), first.querySelector(".day").dataset.new = say("new");
  }

  /** What stands above the first message: older ones, or a welcome. */
  #drawTop() {
    const { store } = this;
    const feed = store.feed(store.here);
    const channel = store.channel(store.here);
    if (!channel || !feed.loaded) return;
    const state = JSON.stringify([store.here, feed.more, feed.messages.length === 0, store.bot.name, store.commandsIn(channel).slash.length, document.documentElement.lang]);
    if (this.top.dataset.state === state && this.top.childElementCount) return;
    this.top.dataset.state = state;
    if (feed.more) {
      this.top.replaceChildren(el("button", { type: "button", class: "button button-2 older", on: { click: () => this.#loadOlder() } }, say("older")));
      return;
    }
    const kind = channel.type === DIRECT ? "direct" : THREADS.includes(channel.type) ? "thread" : "channel";
    this.top.replaceChildren(
      el("div", { class: "welcome" }, el("div", { class: "welcome-mark", "aria-hidden": "true" }, icon(kind === "direct" ? "at" : kind === "thread" ? "thread" : "hash", 32)), el("h2", {}, say(`welcome-${kind}`, { name: kind === "direct" ? store.bot.name : channel.name })), el("p", {}, say(kind === "direct" ? "welcome-direct-text" : "welcome-text", { bot: store.bot.name })), this.#suggestions(channel)),
    );
  }

  /** First steps, where the bot knows such commands. */
  #suggestions(channel) {
    const known = this.store.commandsIn(channel).slash;
    const tries = [["start", "try-start", {}], ["ask", "try-ask", { question: say("question-example") }], ["lesson next", "try-lesson", {}], ["help", "try-help", {}]];
    const offered = tries.filter(([path]) => known.some((entry) => entry.path === path));
    return el("div", { class: "tries" }, offered.map(([path, key, options]) => el("button", { type: "button", class: "try", on: { click: () => this.doing.begin(path, options) } }, el("b", {}, say(key)), el("span", {}, `/${known.find((entry) => entry.path === path).shown}`))));
  }

  async #loadOlder() {
    if (this.isLoading) return;
    this.isLoading = true;
    try {
      await this.store.loadOlder(this.store.here);
    } catch (error) {
      this.doing.fail(error);
    }
    this.isLoading = false;
  }

  /** The bot or the commands changed: the welcome may offer more. */
  redrawTop() {
    this.#drawTop();
  }

  // ---- the place on the screen

  #follow() {
    const watch = new ResizeObserver(() => this.#stick());
    watch.observe(this.list);
    watch.observe(this.scroller);
    this.scroller.addEventListener("scroll", () => this.#scrolled(), { passive: true });
  }

  #scrolled() {
    const { scrollTop, scrollHeight, clientHeight } = this.scroller;
    const isNear = scrollHeight - clientHeight - scrollTop < NEAR_BOTTOM;
    // Messages that turn out higher than they seemed (pictures) also move things: only going up is leaving.
    if (isNear) this.isAtBottom = true;
    else if (scrollTop < (this.lastTop ?? 0) - 1 && scrollHeight >= (this.lastHeight ?? 0)) this.isAtBottom = false;
    this.lastTop = scrollTop;
    this.lastHeight = scrollHeight;
    this.jump.hidden = this.isAtBottom;
    if (scrollTop < 200 && this.store.feed(this.store.here).more) this.#loadOlder();
  }

  #stick() {
    if (this.isAtBottom) this.scroller.scrollTop = this.scroller.scrollHeight;
  }

  toBottom() {
    this.isAtBottom = true;
    this.jump.hidden = true;
    this.scroller.scrollTop = this.scroller.scrollHeight;
  }

  // ---- for ears

  /** Say a new message once, when it has stopped growing. */
  #speak(message, isNew) {
    this.growing ??= new Map();
    if (isNew && message.author.id !== this.store.me.id) this.growing.set(message.id, afterQuiet(1200, (latest) => this.#spoken(latest)));
    if (!message.loading) this.growing.get(message.id)?.(message);
  }

  #spoken(message) {
    this.growing.delete(message.id);
    const words = this.#item(message.id)?.querySelector(".message");
    if (!words) return;
    const body = [...words.querySelectorAll(".body, .part-embeds, .part-components .prose")].map((part) => part.textContent).join(" ");
    this.doing.announce(`${this.store.userName(message.author.id)}: ${body.replace(/\s+/g, " ").slice(0, SPOKEN)}`);
  }

  // ---- keyboard, mouse

  #listen() {
    const { list } = this;
    list.addEventListener("click", (event) => {
      if (!handleProse(event, this.names)) this.#clicked(event);
    });
    list.addEventListener("keydown", (event) => {
      if (!handleProse(event, this.names)) this.#walk(event);
    });
    list.addEventListener("contextmenu", (event) => {
      const item = event.target.closest(".item");
      if (!item || event.target.closest("a, img, input, textarea") || String(getSelection())) return;
      event.preventDefault();
      this.actions.open(item, event.clientX || event.clientY ? { x: event.clientX, y: event.clientY } : item.querySelector(".message"));
    });
    this.#listenForLongPress();
    list.addEventListener("pointerover", (event) => event.pointerType === "mouse" && this.actions.offer(event.target.closest(".item")));
    list.addEventListener("pointerleave", () => this.actions.withdraw());
    list.addEventListener("focusin", (event) => {
      const item = event.target.closest(".item");
      this.actions.offer(item);
      if (event.target.matches(".message")) this.#keepTabStop(event.target);
    });
    this.scroller.addEventListener("keydown", (event) => {
      if (event.target !== this.scroller) return;
      if (event.key === "ArrowUp" || event.key === "ArrowDown") {
        event.preventDefault();
        this.list.lastElementChild?.querySelector(".message").focus();
      }
    });
  }

  /** Without a mouse: a tap shows the tools, a long press opens the menu, also where the browser has no event for it. */
  #listenForLongPress() {
    let timer = 0;
    const stop = () => clearTimeout(timer);
    this.list.addEventListener("pointerdown", (event) => {
      stop();
      const item = event.target.closest(".item");
      if (event.pointerType === "mouse" || !item || event.target.closest("button, a, input, textarea, summary")) return;
      this.actions.offer(item);
      const point = { x: event.clientX, y: event.clientY };
      timer = setTimeout(() => !document.querySelector(".menu") && this.actions.open(item, point), LONG_PRESS);
    });
    for (const end of ["pointerup", "pointercancel", "pointermove"]) this.list.addEventListener(end, (event) => end === "pointermove" && Math.hypot(event.movementX, event.movementY) < 3 ? undefined : stop());
    this.scroller.addEventListener("scroll", stop, { passive: true });
  }

  /** Exactly one message can be reached by Tab: the last one that had the focus, else the newest. */
  #keepTabStop(wanted = null) {
    const now = this.list.querySelector('.message[tabindex="0"]');
    const next = wanted ?? this.list.lastElementChild?.querySelector(".message") ?? null;
    if (now && now !== next) now.setAttribute("tabindex", "-1");
    next?.setAttribute("tabindex", "0");
  }

  #walk(event) {
    if (!event.target.matches(".message")) {
      if (event.key === "Escape") {
        event.target.closest(".message")?.focus();
        event.stopPropagation();
      }
      return;
    }
    const item = event.target.closest(".item");
    const to = { ArrowUp: item.previousElementSibling, ArrowDown: item.nextElementSibling, Home: this.list.firstElementChild, End: this.list.lastElementChild }[event.key];
    if (to !== undefined) {
      event.preventDefault();
      to?.querySelector(".message").focus();
      to?.scrollIntoView({ block: "nearest" });
    } else if (event.key === "Enter" || event.key === "ContextMenu" || (event.key === "F10" && event.shiftKey)) {
      event.preventDefault();
      this.actions.open(item, item.querySelector(".message"));
    } else if (event.key === "r" && !event.ctrlKey && !event.metaKey && this.actions.mayReply(item.message)) {
      event.preventDefault();
      this.doing.reply(item.message);
    } else if (event.key === "Escape") {
      this.doing.focusWriting();
    }
  }

  #clicked(event) {
    const target = event.target.closest("button");
    const item = event.target.closest(".item");
    if (!target || !item) return;
    const { message } = item;
    if (target.dataset.jump) this.jumpTo(target.dataset.jump);
    else if (target.dataset.channel) this.names.open(target.dataset.channel);
    else if (target.dataset.turn) this.doing.showTurn(target.dataset.turn);
    else if ("dismiss" in target.dataset) this.store.dismiss(message);
    else if (target.dataset.emoji) this.actions.react(message, target.dataset.emoji);
    else if (target.dataset.user) this.actions.openPerson(target.dataset.user, target);
  }

  jumpTo(id) {
    const item = this.#item(id);
    if (!item) return;
    item.scrollIntoView({ block: item.offsetHeight < this.scroller.clientHeight ? "center" : "start" });
    item.querySelector(".message").focus({ preventScroll: true });
    item.classList.add("flash");
    setTimeout(() => item.classList.remove("flash"), 1500);
  }

  /** The newest message of one's own, which the arrow key edits. */
  newestOwn() {
    return this.store.feed(this.store.here).messages.findLast((message) => message.author.id === this.store.me.id && !message.local);
  }
}
