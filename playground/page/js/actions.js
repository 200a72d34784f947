/** What can be done with a message or a person: the tools on the message that is pointed at, and the menus. */

import { act } from "./api.js";
import { el, iconButton } from "./dom.js";
import { openMenu } from "./menu.js";
import { localised, say } from "./words.js";

const QUICK = ["👍", "👎", "❤️", "🎉"];
const OF_PEOPLE = 2;
const OF_MESSAGES = 3;

export class Actions {
  /** `doing`: reply(message), edit(message), write(text), announce(words), fail(error). `menu(channelId, asked)` sends an entry of the bot's. */
  constructor(store, doing, menu) {
    this.store = store;
    this.doing = doing;
    this.menu = menu;
    this.#makeTools();
  }

  #makeTools() {
    const on = (action) => () => action(this.tools.closest(".item"));
    // At the place of the button, not at the button: the tools go along with the mouse, and the menu must not.
    const beside = (button) => {
      const { left, bottom } = button.getBoundingClientRect();
      return { x: left, y: bottom };
    };
    this.reactTool = iconButton("smile", "", on((item) => this.#openReactions(item, beside(this.reactTool))));
    this.replyTool = iconButton("reply", "", on((item) => this.doing.reply(item.message)));
    this.moreTool = iconButton("more", "", on((item) => this.open(item, beside(this.moreTool))), { "aria-haspopup": "menu" });
    this.tools = el("div", { class: "tools", role: "toolbar" }, this.reactTool, this.replyTool, this.moreTool);
    this.rename();
  }

  /** Say everything in the language in force. */
  rename() {
    for (const [tool, key] of [[this.reactTool, "react"], [this.replyTool, "reply"], [this.moreTool, "more"]]) {
      tool.setAttribute("aria-label", say(key));
      tool.setAttribute("title", say(key));
    }
    this.tools.setAttribute("aria-label", say("message-actions"));
  }

  /** Show the tools on this message, unless they are in use on another. */
  offer(item) {
    if (!item || this.tools.parentElement === item.querySelector(".message")) return;
    if (this.tools.contains(document.activeElement)) return;
    if (item.message.local) return this.tools.remove();
    this.replyTool.hidden = !this.mayReply(item.message);
    this.reactTool.hidden = Boolean(item.message.private);
    item.querySelector(".message").append(this.tools);
  }

  /** Take the tools away, unless they are in use. */
  withdraw() {
    if (!this.tools.contains(document.activeElement)) this.tools.remove();
  }

  mayReply(message) {
    return !message.private && !message.local && this.store.channel(message.channel_id)?.may_write;
  }

  /** Open the menu of a message at `anchor`, an element or a point. */
  open(item, anchor) {
    const { message } = item;
    const { store } = this;
    if (message.local) return;
    const isOwn = message.author.id === store.me.id;
    const entries = [
      this.mayReply(message) && { label: say("reply"), icon: "reply", act: () => this.doing.reply(message) },
      !message.private && { label: say("react"), icon: "smile", act: () => this.#openReactions(item, item.querySelector(".author")) },
      message.content && { label: say("copy"), icon: "copy", act: () => navigator.clipboard?.writeText(message.content).then(() => this.doing.announce(say("copied")), () => {}) },
      isOwn && { label: say("edit"), icon: "pencil", act: () => this.doing.edit(message) },
      isOwn && { label: say("delete"), icon: "bin", danger: true, act: () => this.#do(act("delete", { person: store.me.id, message: message.id })) },
      message.private && { label: say("dismiss"), icon: "close", act: () => store.dismiss(message) },
      ...this.#ofTheBot(message.channel_id, OF_MESSAGES, { message: message.id }),
    ];
    openMenu(anchor, say("message-actions"), entries.filter((entry) => entry !== false && entry !== undefined && entry !== ""));
  }

  /** Open the menu of a person, who may be the bot. */
  openPerson(id, anchor) {
    const { store } = this;
    const isPerson = store.people.some((person) => person.id === id);
    openMenu(anchor, store.userName(id), [
      { label: say("mention"), icon: "at", act: () => this.doing.write(`@${store.userName(id)} `) },
      ...(isPerson ? this.#ofTheBot(store.here, OF_PEOPLE, { user: id }) : []),
    ]);
  }

  /** The entries that the bot has for such a menu, under a heading. */
  #ofTheBot(channelId, kind, about) {
    const commands = this.store.commandsIn(this.store.channel(channelId)).all.filter(({ type }) => type === kind);
    if (!commands.length) return [];
    return [null, { heading: say("apps") }, ...commands.map((command) => ({ label: localised(command, "name"), icon: "app", act: () => this.menu(channelId, { name: command.name, ...about }) }))];
  }

  #openReactions(item, anchor) {
    openMenu(anchor, say("react"), QUICK.map((emoji) => ({ label: emoji, act: () => this.react(item.message, emoji) })));
  }

  /** Add a reaction of one's own. */
  react(message, emoji) {
    this.#do(act("react", { person: this.store.me.id, message: message.id, emoji }));
  }

  async #do(request) {
    try {
      await request;
    } catch (error) {
      this.doing.fail(error);
    }
  }
}
