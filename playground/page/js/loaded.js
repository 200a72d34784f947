/** The messages of one channel that have been loaded, oldest first. */

import { compareIds } from "./dom.js";

export class Loaded {
  messages = [];
  more = false; // whether there are older ones
  loaded = false;
  waiting = new Set(); // for each request that is on its way: what the socket brings meanwhile

  indexOf(id) {
    let low = 0;
    let high = this.messages.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (compareIds(this.messages[middle].id, id) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  get(id) {
    const message = this.messages[this.indexOf(id)];
    return message?.id === id ? message : undefined;
  }

  /** Put a message in its place; true when it is new. */
  put(message) {
    const at = this.indexOf(message.id);
    const isNew = this.messages[at]?.id !== message.id;
    this.messages.splice(at, isNew ? 0 : 1, message);
    return isNew;
  }

  remove(id) {
    const at = this.indexOf(id);
    if (this.messages[at]?.id === id) this.messages.splice(at, 1);
  }
}
