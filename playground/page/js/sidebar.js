/** Servers, channels, threads and direct messages: where one is, and where something is unread. */

import { avatar, el, icon } from "./dom.js";
import { drawMe, rank } from "./people.js";
import { say } from "./words.js";
import { DIRECT, THREADS } from "./store.js";

export class Sidebar {
  /** `doing`: go(channelId), openPeople(), addServer(). */
  constructor(store, doing) {
    this.store = store;
    this.doing = doing;
    this.rail = el("nav", { class: "rail" });
    this.title = el("h2", { class: "side-title" });
    this.places = el("div", { class: "places" });
    this.channels = el("nav", { class: "side-channels" }, el("div", { class: "side-head" }, this.title), this.places);
    this.foot = el("section", { class: "side-foot" });
    this.element = el("div", { class: "side", id: "side" }, this.rail, el("div", { class: "side-main" }, this.channels, this.foot));
  }

  draw() {
    const { store } = this;
    const focused = document.activeElement?.dataset?.place;
    const here = store.channel(store.here);
    const guild = here?.guild ?? null;
    this.rail.setAttribute("aria-label", say("servers"));
    this.channels.setAttribute("aria-label", say("channels"));
    this.foot.setAttribute("aria-label", say("you"));
    this.rail.replaceChildren(
      store.dm ? this.#railButton(say("direct"), icon("at", 24), !guild, [store.dm], () => this.doing.go(store.dm.id), "dm") : "",
      el("div", { class: "rail-line" }),
      ...store.guilds.map((it) => this.#railButton(it.name, el("span", { class: "initials", "aria-hidden": "true", data: { initials: initials(it.name) } }), it.id === guild?.id, it.channels, () => this.doing.go(this.#firstOf(it)), it.id)),
      el("button", { type: "button", class: "rail-button rail-add", "aria-label": say("new-server"), title: say("new-server"), data: { place: "rail-add" }, on: { click: this.doing.addServer } }, icon("plus", 22)),
    );
    this.title.textContent = guild ? guild.name : say("direct");
    this.places.replaceChildren(guild ? this.#channels(guild) : this.#direct());
    this.foot.replaceChildren(drawMe(store, this.doing.openPeople));
    if (focused) this.element.querySelector(`[data-place="${focused}"]`)?.focus();
  }

  #firstOf(guild) {
    const last = this.store.channel(this.lastIn?.get(guild.id));
    return last?.id ?? guild.channels.find(({ type }) => type === 0)?.id;
  }

  /** Remember where one was in each server. */
  remember(channel) {
    this.lastIn ??= new Map();
    if (channel?.guild) this.lastIn.set(channel.guild.id, channel.id);
  }

  #railButton(name, mark, isHere, channels, onClick, place) {
    const rings = channels.reduce((sum, { id }) => sum + (this.store.unread(id)?.rings ?? 0), 0);
    const isUnread = channels.some(({ id }) => this.store.unread(id));
    const words = [name, rings ? say("mentions", { count: rings }) : isUnread && say("unread")].filter(Boolean).join(", ");
    return el("button", { type: "button", class: "rail-button", "aria-label": words, title: name, "aria-current": isHere ? "true" : null, data: { place: `rail-${place}` }, on: { click: onClick } }, mark, isUnread && !isHere && el("i", { class: "pip", "aria-hidden": "true" }), rings > 0 && el("i", { class: "badge", "aria-hidden": "true" }, rings));
  }

  #channels(guild) {
    const roots = guild.channels.filter(({ type }) => !THREADS.includes(type)).sort((one, other) => one.position - other.position);
    const threadsOf = (id) => guild.channels.filter(({ type, parent_id, thread_metadata }) => THREADS.includes(type) && parent_id === id && !thread_metadata?.archived);
    return el(
      "ul",
      {},
      roots.map((channel) => {
        const threads = threadsOf(channel.id);
        return el("li", {}, this.#place(channel, icon("hash", 18), channel.name), threads.length > 0 && el("ul", { class: "threads", "aria-label": say("threads") }, threads.map((thread) => el("li", {}, this.#place(thread, icon("thread", 16), thread.name)))));
      }),
    );
  }

  #direct() {
    const { bot, dm } = this.store;
    return el("ul", {}, dm && el("li", {}, this.#place(dm, avatar(bot.name, { isBot: true, size: 28 }), bot.name)));
  }

  #place(channel, mark, name) {
    const unread = this.store.unread(channel.id);
    const isHere = channel.id === this.store.here;
    const words = [channel.type === DIRECT || THREADS.includes(channel.type) ? name : say("channel", { name }), unread && (unread.rings ? say("mentions", { count: unread.rings }) : say("unread"))].filter(Boolean).join(", ");
    return el("button", { type: "button", class: `place${unread ? " place-unread" : ""}`, "aria-label": words, "aria-current": isHere ? "page" : null, data: { place: channel.id }, on: { click: () => this.doing.go(channel.id) } }, mark, el("span", {}, name), unread?.rings > 0 && el("i", { class: "badge", "aria-hidden": "true" }, unread.rings));
  }
}

function initials(name) {
  return name.split(/\s+/).map((word) => [...word][0]).join("").slice(0, 3).toUpperCase();
}

/** Who is here, at the right side: drawn into `place`, which stays, so that neither its focus nor its scrolling is lost. */
export function drawMembers(place, store) {
  const guild = store.channel(store.here)?.guild;
  place.hidden = !guild;
  place.setAttribute("aria-label", say("members"));
  if (!guild) return place.replaceChildren();
  const people = guild.members.filter(({ id }) => store.people.some((person) => person.id === id));
  const row = (id, name, note, isBot) => el("li", { class: "member" }, avatar(name, { isBot, size: 32 }), el("span", {}, el("b", {}, name, isBot && el("span", { class: "tag" }, say("bot"))), el("small", {}, note)));
  place.replaceChildren(
    el("h2", {}, say("members")),
    el("ul", {}, row(store.bot.id, store.bot.name, say(store.bot.online ? "online" : "offline"), true), people.map(({ id }) => row(id, store.userName(id), rank(store.people.find((person) => person.id === id), guild.id), false))),
  );
}

