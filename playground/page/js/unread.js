/** What one person has read of each channel, kept in the browser between two visits, and what is unread. */

import { compareIds } from "./dom.js";
import { keep } from "./keep.js";

export class Unread {
  #person = null;
  #seen = {};
  #marks = new Map();

  /** Forget everything; with a person's id, begin with what they had read before. */
  begin(person = null) {
    this.#person = person;
    this.#seen = person === null ? {} : keep.read(`seen:${person}`, {});
    this.#marks.clear();
  }

  /** A channel became known whose newest message is `newest`, or which has none; `isOpen`: it is on the screen. */
  meet(channelId, newest, isOpen) {
    this.#seen[channelId] ??= "0";
    const since = this.#seen[channelId];
    if (newest && !isOpen && compareIds(newest, since) > 0 && !this.#marks.has(channelId)) this.#marks.set(channelId, { rings: 0, since });
  }

  /** A message came to a channel that nobody looks at; `rings`: it is meant for this person. */
  add(channelId, rings) {
    const mark = this.#marks.get(channelId) ?? { rings: 0, since: this.#seen[channelId] ?? "0" };
    if (rings) mark.rings += 1;
    this.#marks.set(channelId, mark);
  }

  /** Everything up to `newest` has been read; true when something was unread. */
  read(channelId, newest) {
    if (newest && compareIds(newest, this.#seen[channelId] ?? "0") > 0) {
      this.#seen[channelId] = newest;
      keep.write(`seen:${this.#person}`, this.#seen);
    }
    return this.#marks.delete(channelId);
  }

  /** `{rings, since}` of a channel with unread messages: how many rang, and the newest that was read; else undefined. */
  of(channelId) {
    return this.#marks.get(channelId);
  }

  /** How many messages rang, in all channels. */
  get rings() {
    return [...this.#marks.values()].reduce((sum, { rings }) => sum + rings, 0);
  }
}
