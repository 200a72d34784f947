/** What the page says, in the language of whoever sits there. The sentences stand in a file for each language. */

import { ENGLISH } from "./words-en.js";
import { SIMPLIFIED } from "./words-zh-cn.js";
import { TRADITIONAL } from "./words-zh-tw.js";

export const LANGUAGES = { "en": ENGLISH, "zh-CN": SIMPLIFIED, "zh-TW": TRADITIONAL };

let locale = "en-US";
let words = ENGLISH;

/** The page speaks this Discord locale from now on; languages it does not know become English. */
export function speak(discordLocale) {
  locale = discordLocale;
  words = LANGUAGES[language()];
  document.documentElement.lang = language();
}

/** The page's own language for the locale in force. */
export function language(of = locale) {
  return of in LANGUAGES ? of : "en";
}

/** The Discord locale in force, as commands localise their names by it. */
export function spoken() {
  return locale;
}

/** A sentence of the page, its places filled. */
export function say(key, values = {}) {
  const sentence = words[key];
  if (sentence === undefined) throw new Error(`the page has no sentence ${key}`);
  return sentence.replace(/\{(\w+)\}/g, (_, name) => String(values[name]));
}

/** A name or description of a command, option or choice in the person's locale. */
export function localised(thing, field) {
  return thing[`${field}_localizations`]?.[locale] ?? thing[field] ?? "";
}
