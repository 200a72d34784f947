/** Presses, choices and menu entries on their way to the bot, and what is said where it does not answer them. */

import { act } from "./api.js";
import { say } from "./words.js";

/** The sentence for a bot that has not responded in time, as `bot` (of the store) stands now. */
export function silence({ bot }) {
  return bot.online ? say("did-not-respond") : say("did-not-respond-offline", { name: bot.name });
}

export class Interactions {
  /** `doing`: openModal(answer, channelId), wordsFor(error). */
  constructor(store, doing) {
    this.store = store;
    this.doing = doing;
  }

  /** A button of a message. */
  async press(component, button) {
    const { message } = button.closest(".item");
    await this.#component(message, button, { kind: "button", message: message.id, custom_id: component.custom_id });
  }

  /** What was chosen in a select of a message; nothing when the message has gone meanwhile. */
  async choose(component, values, trigger) {
    const message = trigger.closest(".item")?.message;
    if (message) await this.#component(message, trigger, { kind: "select", message: message.id, custom_id: component.custom_id, values });
  }

  /** An entry of a message's or a person's menu; silence and refusals show in the channel. */
  async menu(channelId, asked) {
    try {
      const answer = await this.#send({ kind: "menu", ...asked });
      if (!answer.acknowledged) this.store.notice(channelId, silence(this.store));
      if (answer.modal) this.doing.openModal(answer, channelId);
    } catch (error) {
      this.store.notice(channelId, this.#failed(error));
    }
  }

  /** Silence and refusals show below the message, whose element may be drawn anew meanwhile. */
  async #component(message, element, asked) {
    const failure = element.closest(".item").querySelector(".failure");
    failure.replaceChildren();
    element.setAttribute("aria-busy", "true");
    try {
      const answer = await this.#send(asked);
      if (!answer.acknowledged) failure.replaceChildren(silence(this.store));
      if (answer.modal) this.doing.openModal(answer, message.channel_id);
    } catch (error) {
      failure.replaceChildren(this.#failed(error));
    }
    element.removeAttribute("aria-busy");
  }

  #send(asked) {
    return act("interact", { person: this.store.me.id, ...asked });
  }

  #failed(error) {
    return `${say("interaction-failed")} ${this.doing.wordsFor(error)}`;
  }
}
