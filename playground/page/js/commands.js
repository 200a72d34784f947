/** Slash commands as a person picks them: flattened, named in their language, found by what was typed. Pure. */

import { localised } from "./words.js";

/** What kinds of option there are (Discord's numbers). */
export const Kind = {
  SUBCOMMAND: 1, GROUP: 2, TEXT: 3, WHOLE: 4, YES_NO: 5, PERSON: 6, CHANNEL: 7, ROLE: 8, ANYBODY: 9, NUMBER: 10, FILE: 11,
};

/**
 * One entry a command that can be sent: `path` ("lesson read", what the playground takes), `shown` (in the person's
 * language), `description`, `options`.
 */
export function flatten(commands) {
  const found = [];
  const walk = (command, path, shown) => {
    const here = [...path, command.name];
    const named = [...shown, localised(command, "name")];
    const inner = (command.options ?? []).filter((option) => option.type <= Kind.GROUP);
    if (inner.length) {
      for (const option of inner) walk(option, here, named);
      return;
    }
    const options = [...(command.options ?? [])].sort((one, other) => Number(other.required ?? false) - Number(one.required ?? false));
    found.push({ path: here.join(" "), shown: named.join(" "), description: localised(command, "description"), options });
  };
  for (const command of commands) if (command.type === 1) walk(command, [], []);
  return found.sort((one, other) => one.path.localeCompare(other.path));
}

/** Those that fit what was typed, best first. English names always work, too. */
export function search(entries, typed) {
  const wanted = typed.trim().toLowerCase();
  if (!wanted) return entries;
  const rank = ({ path, shown }) => {
    const names = [shown.toLowerCase(), path];
    if (names.some((name) => name === wanted)) return 0;
    if (names.some((name) => name.startsWith(wanted))) return 1;
    if (names.some((name) => name.split(" ").some((word) => word.startsWith(wanted)))) return 2;
    if (names.some((name) => name.includes(wanted))) return 3;
    return 9;
  };
  return entries
    .map((entry) => [rank(entry), entry])
    .filter(([place]) => place < 9)
    .sort(([one], [other]) => one - other)
    .map(([, entry]) => entry);
}

/**
 * `{entry, rest}` when a command was typed in full with a space behind it ("/lesson read prompts"), or undefined.
 * Of two that fit, the longer one is meant.
 */
export function begun(entries, typed) {
  const wanted = `${typed.trimStart().toLowerCase()}`;
  const names = entries.flatMap((entry) => [entry.path, entry.shown.toLowerCase()].map((name) => ({ entry, name })));
  const found = names.filter(({ name }) => wanted.startsWith(`${name} `)).sort((one, other) => other.name.length - one.name.length)[0];
  return found && { entry: found.entry, rest: typed.trimStart().slice(found.name.length).trim() };
}
