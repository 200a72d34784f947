/** Every sentence of the panels, in the languages of the page. */

import { language } from "../words.js";
import { ENGLISH } from "./words-en.js";
import { SIMPLIFIED } from "./words-zh-cn.js";
import { TRADITIONAL } from "./words-zh-tw.js";

export const LANGUAGES = { "en": ENGLISH, "zh-CN": SIMPLIFIED, "zh-TW": TRADITIONAL };

/** A sentence of the panels in the page's language, its places filled. */
export function say(key, values = {}) {
  const sentence = LANGUAGES[language()][key];
  if (sentence === undefined) throw new Error(`the panels have no sentence ${key}`);
  return sentence.replace(/\{(\w+)\}/g, (_, name) => String(values[name]));
}

/** The sentence for a code of the bot's; the code itself where this page knows none. */
export function named(family, code) {
  return LANGUAGES[language()][`${family}-${code}`] ?? code;
}
