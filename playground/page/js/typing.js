/** Who types where. Somebody who stops is forgotten after as many seconds as Discord's client waits. */

const TYPING_SECONDS = 10;

export class Typing {
  #places = new Map(); // of a channel: each user's timer

  /** `changed(channelId)` is called whenever somebody begins or stops. */
  constructor(changed) {
    this.changed = changed;
  }

  begins(channelId, userId) {
    const here = this.#places.get(channelId) ?? new Map();
    clearTimeout(here.get(userId));
    here.set(userId, setTimeout(() => this.stops(channelId, userId), TYPING_SECONDS * 1000));
    this.#places.set(channelId, here);
    this.changed(channelId);
  }

  stops(channelId, userId) {
    const here = this.#places.get(channelId);
    clearTimeout(here?.get(userId));
    if (here?.delete(userId)) this.changed(channelId);
  }

  /** The ids of those who type in a channel. */
  in(channelId) {
    return [...(this.#places.get(channelId)?.keys() ?? [])];
  }

  forget() {
    for (const here of this.#places.values()) for (const timer of here.values()) clearTimeout(timer);
    this.#places.clear();
  }
}
