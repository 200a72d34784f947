/**
 * What this person knows: places, people, commands, messages, what is unread, who types.
 * Holds data and tells who listens; draws nothing.
 */

import { look, listen } from "./api.js";
import { afterQuiet } from "./dom.js";
import { flatten } from "./commands.js";
import { Loaded } from "./loaded.js";
import { Typing } from "./typing.js";
import { Unread } from "./unread.js";
import { localised, spoken } from "./words.js";

const AT_ONCE = 100;
const DISCORD_EPOCH = 1420070400000n;
export const THREADS = [10, 11, 12];
export const DIRECT = 1;

export class Store {
  me = null;
  people = [];
  bot = { id: "0", name: "", online: false };
  guilds = [];
  dm = null;
  commands = {};
  connected = false;
  here = null;
  turns = new Set(); // ids of my turns that the playground knows

  #listeners = new Map();
  #feeds = new Map();
  #channels = new Map();
  #users = new Map();
  #typing = new Typing((channelId) => this.#tell("typing", channelId));
  #unread = new Unread();
  #dismissed = new Set();
  #flat = new Map();
  #stop = () => {};
  #refreshSoon = afterQuiet(60, () => this.refresh().catch(() => {}));

  /** Call `listener` whenever the named thing changed: places, messages…; see `#tell` for the names. */
  on(name, listener) {
    if (!this.#listeners.has(name)) this.#listeners.set(name, []);
    this.#listeners.get(name).push(listener);
  }

  #tell(name, ...about) {
    for (const listener of this.#listeners.get(name) ?? []) listener(...about);
  }

  // ---- who and where

  /** Become the person with this id or name (or the first there is) and listen from now on. */
  async become(wanted) {
    const everybody = await look("state", {});
    this.#take(everybody);
    const person = this.people.find(({ id }) => id === wanted) ?? this.people.find(({ name }) => name === wanted) ?? this.people[0];
    this.#stop();
    this.me = null;
    this.connected = false;
    this.#feeds.clear();
    this.#typing.forget();
    this.#unread.begin();
    this.turns.clear();
    if (!person) return;
    this.me = person;
    this.#unread.begin(person.id);
    await this.refresh();
    // Messages are loaded once the socket is open: nothing falls between the two.
    await new Promise((settled) => {
      this.#stop = listen(person.id, {
        onOpen: () => (this.#opened(), settled()),
        onLost: () => (this.#lost(), settled()),
        onEvent: (event) => this.#heard(event),
      });
    });
  }

  async #opened() {
    const isAgain = this.connected === null;
    this.connected = true;
    this.#tell("connection");
    if (!isAgain) return;
    try {
      await this.refresh();
      for (const [id, feed] of this.#feeds) if (id !== this.here) feed.loaded = false;
      if (this.here) await this.load(this.here, { anew: true });
    } catch {
      // The next connection tries again.
    }
  }

  async #lost() {
    this.connected = null;
    this.#tell("connection");
    // A playground that was started anew gives people new ids: find oneself by name.
    const everybody = await look("state", {}).catch(() => null);
    if (!everybody || !this.me || everybody.people.some(({ id }) => id === this.me.id)) return;
    this.#stop();
    this.#tell("gone", this.me.name);
  }

  /** Ask for the state again. */
  async refresh() {
    this.#take(await look("state", { person: this.me?.id ?? "" }));
    this.#tell("places");
  }

  #take(state) {
    this.people = state.people;
    this.bot = state.bot;
    if (state.person) this.me = state.person;
    // Who owns the server is nobody at a screen.
    const present = new Set([this.bot.id, ...this.people.map(({ id }) => id)]);
    this.guilds = state.guilds.map((guild) => ({ ...guild, members: guild.members.filter(({ id }) => present.has(id)) }));
    this.dm = state.dm;
    this.commands = state.commands;
    for (const id of state.turns) this.turns.add(id);
    this.#flat.clear();
    this.#channels.clear();
    for (const guild of this.guilds) {
      for (const member of guild.members) this.#users.set(member.id, nameOf(member));
      for (const channel of guild.channels) this.#addChannel(channel, guild);
    }
    if (this.dm) this.#addChannel(this.dm, null);
    for (const person of this.people) this.#users.set(person.id, person.name);
    this.#users.set(this.bot.id, this.bot.name);
  }

  #addChannel(channel, guild) {
    this.#channels.set(channel.id, { ...channel, guild });
    this.#unread.meet(channel.id, channel.last_message_id, channel.id === this.here);
  }

  channel(id) {
    return this.#channels.get(id);
  }

  channels() {
    return [...this.#channels.values()];
  }

  /** How a place is called: "#general", a thread's name, the bot's name. */
  placeName(channel) {
    if (channel.type === DIRECT) return this.bot.name;
    return THREADS.includes(channel.type) ? channel.name : `#${channel.name}`;
  }

  /** Commands that can be used in a channel: `{all, slash}`. */
  commandsIn(channel) {
    const place = channel?.guild ? channel.guild.id : "dm";
    const key = `${place} ${spoken()}`;
    const all = this.commands[place] ?? [];
    if (!this.#flat.has(key)) this.#flat.set(key, { all, slash: flatten(all) });
    return this.#flat.get(key);
  }

  /** What a command is called in the person's language: "/lesson read", or the name of a menu's entry. */
  commandName(name, channel, isSlash) {
    const { all, slash } = this.commandsIn(channel);
    if (isSlash) return `/${slash.find(({ path }) => path === name)?.shown ?? name}`;
    return localised(all.find((command) => command.name === name && command.type !== 1) ?? { name }, "name");
  }

  userName(id) {
    return this.#users.get(id) ?? id;
  }

  roleName(id) {
    for (const guild of this.guilds) {
      const role = guild.roles.find((it) => it.id === id);
      if (role) return role.name;
    }
    return id;
  }

  channelName(id) {
    return this.channel(id)?.name ?? id;
  }

  // ---- messages

  feed(channelId) {
    if (!this.#feeds.has(channelId)) this.#feeds.set(channelId, new Loaded());
    return this.#feeds.get(channelId);
  }

  message(channelId, id) {
    return this.feed(channelId).get(id);
  }

  /**
   * The id of what a message came of, when the playground knows how: of a question, which its buttons carry, or of the command
   * that it answers.
   */
  turnOf(message) {
    if (this.turns.size === 0 || message.author.id !== this.bot.id) return null;
    const carried = customIds(message.components).flatMap((id) => id.split(":"));
    return [...carried, message.interaction_metadata?.id].find((part) => this.turns.has(part)) ?? null;
  }

  /** The message that a turn led to, as far back as there are messages; undefined when it is gone. */
  async findTurn({ id, channel: channelId, message: itsMessage }) {
    await this.load(channelId);
    for (;;) {
      const found = this.feed(channelId).messages.find((message) => message.id === itsMessage || this.turnOf(message) === id);
      if (found || !(await this.loadOlder(channelId))) return found;
    }
  }

  isDismissed(message) {
    return this.#dismissed.has(message.id);
  }

  /** Take a private reply off this person's screen, as Discord's client does. */
  dismiss(message) {
    this.#dismissed.add(message.id);
    this.feed(message.channel_id).remove(message.id);
    this.#tell("deleted", message.channel_id, message.id);
  }

  /** Go to a channel: its newest messages are loaded, and nothing in it is unread. */
  async enter(channelId) {
    this.here = channelId;
    const since = this.#unread.of(channelId)?.since ?? null;
    this.#tell("here", since);
    await this.load(channelId);
    this.markRead(channelId);
  }

  async load(channelId, { anew = false } = {}) {
    const feed = this.feed(channelId);
    if (feed.loaded && !anew) return;
    const person = this.me.id;
    const heard = new Map();
    feed.waiting.add(heard);
    const { messages, more } = await look("messages", { person, channel: channelId, limit: AT_ONCE }).finally(() => feed.waiting.delete(heard));
    if (this.me?.id !== person) return;
    // What was heard while the answer was on its way may be newer than the answer.
    const kept = [...feed.messages.filter((message) => message.local), ...heard.values()];
    feed.messages = [];
    for (const message of [...messages, ...kept]) this.#learn(message), feed.put(message);
    feed.messages = feed.messages.filter((message) => !this.isDismissed(message));
    feed.more = more;
    feed.loaded = true;
    if (channelId === this.here) this.#tell("filled");
  }

  /** Load what came before; true when there was something. */
  async loadOlder(channelId) {
    const feed = this.feed(channelId);
    const oldest = feed.messages.find((message) => !message.local);
    if (!feed.more || !oldest) return false;
    const { messages, more } = await look("messages", { person: this.me.id, channel: channelId, before: oldest.id, limit: AT_ONCE });
    feed.more = more;
    const added = messages.filter((message) => !this.isDismissed(message));
    for (const message of added) this.#learn(message), feed.put(message);
    if (channelId === this.here) this.#tell("older", added);
    return added.length > 0;
  }

  /** A message of the page's own, which only this window shows ("the application did not respond"). */
  notice(channelId, text, about = {}) {
    const newest = this.feed(channelId).messages.at(-1)?.id ?? "0";
    const now = (BigInt(Date.now()) - DISCORD_EPOCH) << 22n;
    const id = String(now > BigInt(newest) ? now : BigInt(newest) + 1n);
    const message = {
      id, channel_id: channelId, type: 20, local: true, private: true, failed: true, author: this.bot, content: text, timestamp: new Date().toISOString(),
      embeds: [], components: [], attachments: [], mentions: [], flags: 0, ...about,
    };
    this.feed(channelId).put(message);
    this.#tell("message", message, true);
  }

  #learn(message) {
    for (const user of [message.author, ...(message.mentions ?? [])]) {
      if (!this.#users.has(user.id)) this.#users.set(user.id, nameOf(user));
    }
  }

  // ---- being told

  #heard(event) {
    const { message } = event;
    switch (event.event) {
      case "message":
      case "edit":
      case "reaction":
        this.#changed(event.event, message);
        break;
      case "delete":
        for (const heard of this.feed(event.channel_id).waiting) heard.delete(event.id);
        this.feed(event.channel_id).remove(event.id);
        this.#tell("deleted", event.channel_id, event.id);
        break;
      case "typing":
        if (event.user.id !== this.me.id) this.#typing.begins(event.channel.id, event.user.id);
        break;
      case "bot":
        this.bot = { ...this.bot, online: event.online };
        this.#tell("bot");
        break;
      case "turn":
        this.turns.add(event.turn.id);
        this.#tell("turn", event.turn);
        break;
      case "controls":
        this.#tell("controls", event.controls);
        this.bot = { ...this.bot, given_up: event.controls.bot.given_up };
        this.#tell("bot");
        break;
      case "channel":
      case "commands":
      case "people":
        this.#refreshSoon();
        break;
      default: // acknowledgements: whoever asked got the same as the answer to the request
    }
  }

  #changed(kind, message) {
    this.#learn(message);
    const feed = this.feed(message.channel_id);
    const isNew = kind === "message";
    for (const heard of feed.waiting) heard.set(message.id, message);
    if (feed.loaded || isNew) feed.put(message);
    if (isNew) this.#typing.stops(message.channel_id, message.author.id);
    const channel = this.channel(message.channel_id);
    if (channel && isNew) channel.last_message_id = message.id;
    if (!channel) this.#refreshSoon();
    if (isNew && message.author.id !== this.me.id && !this.#isLookedAt(message.channel_id)) {
      this.#unread.add(message.channel_id, message.rings || channel?.type === DIRECT);
      this.#tell("unread");
    } else if (isNew) {
      this.markRead(message.channel_id);
    }
    this.#tell("message", message, isNew);
  }

  #isLookedAt(channelId) {
    return channelId === this.here && document.visibilityState === "visible";
  }

  // ---- read and unread

  markRead(channelId) {
    const newest = this.feed(channelId).messages.findLast((message) => !message.local)?.id;
    if (this.#unread.read(channelId, newest)) this.#tell("unread");
  }

  /** `{rings, since}` of a channel with unread messages, or undefined. */
  unread(channelId) {
    return this.#unread.of(channelId);
  }

  totalRings() {
    return this.#unread.rings;
  }

  typing(channelId) {
    return this.#typing.in(channelId);
  }
}

function customIds(components) {
  return components.flatMap((it) => [it.custom_id ?? [], customIds(it.components ?? []), customIds([it.accessory ?? []].flat())].flat());
}

function nameOf(user) {
  return user.name ?? user.global_name ?? user.username;
}
