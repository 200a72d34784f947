/**
 * Discord's Markdown: text to a small tree. Pure; draws nothing and knows no DOM.
 * Discord has no specification of it; the dialect follows its help pages "Markdown Text 101" and "Message Formatting".
 */

const MOST_NESTING = 16;
const PAIRS = [["**", "strong"], ["__", "underline"], ["~~", "strike"], ["||", "spoiler"], ["*", "emphasis"], ["_", "emphasis"]];
const LIST_LINE = /^( *)([-*]|\d{1,9}\.) +(.*)$/;
const ADDRESS = /^https?:\/\/[^\s<>]*[^\s<>.,:;!?"'\])}]/;
const MASKED = /^\[((?:\\.|[^\]\\]){1,400})\]\(\s*<?(https?:\/\/(?:[^\s()<>]|\([^\s()<>]*\))+)>?\s*(?:"[^"]*"\s*)?\)/;

/** Text as blocks: `text`, `code`, `quote`, `heading`, `subtext`, `list`, `gap`. */
export function parse(text, depth = 0) {
  const blocks = [];
  const plain = [];
  const lines = text.split("\n");

  const flush = () => {
    while (plain.length && plain[0].trim() === "") blocks.push({ type: "gap" }), plain.shift();
    let gaps = 0;
    while (plain.length && plain.at(-1).trim() === "") gaps += 1, plain.pop();
    if (plain.length) blocks.push({ type: "text", children: inline(plain.join("\n")) });
    for (; gaps > 0; gaps -= 1) blocks.push({ type: "gap" });
    plain.length = 0;
  };

  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at];
    if (depth < MOST_NESTING && line.startsWith(">>> ")) {
      flush();
      blocks.push({ type: "quote", children: parse([line.slice(4), ...lines.slice(at + 1)].join("\n"), depth + 1) });
      return blocks;
    }
    if (depth < MOST_NESTING && /^> ?/.test(line) && (line.startsWith("> ") || line === ">")) {
      flush();
      const quoted = [];
      for (; at < lines.length && (lines[at].startsWith("> ") || lines[at] === ">"); at += 1) quoted.push(lines[at].slice(2));
      at -= 1;
      blocks.push({ type: "quote", children: parse(quoted.join("\n"), depth + 1) });
      continue;
    }
    const fence = fenceIn(lines, at);
    if (fence) {
      if (fence.before.trim() !== "") plain.push(fence.before);
      flush();
      blocks.push({ type: "code", language: fence.language, text: fence.text });
      at = fence.last;
      if (fence.after.trim() !== "") lines.splice(at + 1, 0, fence.after);
      continue;
    }
    const heading = /^(#{1,3}) +(\S.*)$/.exec(line);
    const subtext = /^-# +(\S.*)$/.exec(line);
    if (heading || subtext) {
      flush();
      const children = inline((heading ? heading[2] : subtext[1]).trimEnd());
      blocks.push(heading ? { type: "heading", level: heading[1].length, children } : { type: "subtext", children });
      continue;
    }
    if (LIST_LINE.test(line)) {
      flush();
      let end = at + 1;
      while (end < lines.length && (LIST_LINE.test(lines[end]) || /^ {2,}\S/.test(lines[end]))) end += 1;
      blocks.push(...lists(lines.slice(at, end)));
      at = end - 1;
      continue;
    }
    plain.push(line);
  }
  flush();
  return blocks;
}

/** The fenced code that opens in a line, or null. A fence that is never closed is no fence. */
function fenceIn(lines, at) {
  const open = lines[at].indexOf("```");
  if (open < 0) return null;
  const before = lines[at].slice(0, open);
  const rest = lines[at].slice(open + 3);
  const sameLine = rest.indexOf("```");
  if (sameLine > 0) return { before, language: "", text: rest.slice(0, sameLine), last: at, after: rest.slice(sameLine + 3) };
  for (let end = at + 1; end < lines.length; end += 1) {
    const close = lines[end].indexOf("```");
    if (close < 0) continue;
    const isLanguage = /^[\w+#.-]*$/.test(rest);
    const body = lines.slice(at + 1, end);
    if (!isLanguage) body.unshift(rest);
    if (lines[end].slice(0, close) !== "") body.push(lines[end].slice(0, close));
    return { before, language: isLanguage ? rest : "", text: body.join("\n"), last: end, after: lines[end].slice(close + 3) };
  }
  return null;
}

/** Lines of lists, nested by their indent. */
function lists(lines) {
  const root = { indent: -1, children: [] };
  const open = [root];
  for (const line of lines) {
    const item = LIST_LINE.exec(line);
    if (!item) {
      const last = open.at(-1).items?.at(-1);
      if (last) last.text += `\n${line.trim()}`;
      continue;
    }
    const indent = item[1].length;
    const ordered = /\d/.test(item[2]);
    while (open.length > 1 && indent < open.at(-1).indent) open.pop();
    let list = open.at(-1);
    if (list === root || (indent > list.indent + 1 && open.length <= MOST_NESTING)) {
      const made = { type: "list", ordered, start: ordered ? Number.parseInt(item[2], 10) : 1, indent, items: [] };
      (list === root ? root.children : list.items.at(-1).lists).push(made);
      open.push(made);
      list = made;
    } else if (list.ordered !== ordered) {
      const above = open.at(-2);
      const made = { type: "list", ordered, start: ordered ? Number.parseInt(item[2], 10) : 1, indent, items: [] };
      (above === root ? root.children : above.items.at(-1).lists).push(made);
      open[open.length - 1] = made;
      list = made;
    }
    list.items.push({ text: item[3], lists: [] });
  }
  const finish = (list) => ({
    type: "list",
    ordered: list.ordered,
    start: list.start,
    items: list.items.map((item) => ({ children: inline(item.text), lists: item.lists.map(finish) })),
  });
  return root.children.map(finish);
}

/** Text within a block: strings and `{type, …}`. */
export function inline(text, depth = 0) {
  const nodes = [];
  const hopeless = new Set(); // marks that have no partner in the rest of the text
  let plain = "";
  let at = 0;
  const add = (node, length) => {
    if (plain) nodes.push(plain);
    plain = "";
    nodes.push(node);
    at += length;
  };
  while (at < text.length) {
    const here = text[at];
    if (here === "\\" && at + 1 < text.length && /[^0-9A-Za-z\s]/.test(text[at + 1])) {
      plain += text[at + 1];
      at += 2;
      continue;
    }
    if (here === "`") {
      const length = runOf(text, at, "`");
      const end = closingTicks(text, at + length, length);
      if (end > 0) {
        const code = text.slice(at + length, end);
        add({ type: "inline-code", text: /^ .*[^ ].* $/s.test(code) ? code.slice(1, -1) : code }, end + length - at);
      } else {
        plain += text.slice(at, at + length);
        at += length;
      }
      continue;
    }
    if (here === "<") {
      const special = angled(text.slice(at, at + 2100));
      if (special) {
        add(special.node, special.length);
        continue;
      }
    }
    if (here === "[" && depth < MOST_NESTING) {
      const link = MASKED.exec(text.slice(at, at + 2500));
      if (link) {
        add({ type: "link", address: link[2], children: inline(link[1], depth + 1) }, link[0].length);
        continue;
      }
    }
    if (here === "h") {
      const address = ADDRESS.exec(text.slice(at, at + 2100));
      if (address) {
        add({ type: "link", address: address[0], children: [address[0]] }, address[0].length);
        continue;
      }
    }
    if (here === "@") {
      const everybody = /^@(everyone|here)\b/.exec(text.slice(at, at + 10));
      if (everybody) {
        add({ type: "everyone", name: everybody[0] }, everybody[0].length);
        continue;
      }
    }
    const pair = depth < MOST_NESTING && PAIRS.find(([mark]) => text.startsWith(mark, at) && !hopeless.has(mark));
    if (pair) {
      const [mark, type] = pair;
      const end = partner(text, at, mark);
      if (end > 0) {
        add({ type, children: inline(text.slice(at + mark.length, end), depth + 1) }, end + mark.length - at);
        continue;
      }
      if (end === NONE_LEFT) hopeless.add(mark);
      plain += mark;
      at += mark.length;
      continue;
    }
    plain += here;
    at += 1;
  }
  if (plain) nodes.push(plain);
  return nodes;
}

const NONE_LEFT = -1;
const NOT_HERE = -2;

/** Where the mark at `from` is closed; NOT_HERE when it cannot open, NONE_LEFT when nothing closes it. */
function partner(text, from, mark) {
  const start = from + mark.length;
  const single = mark.length === 1;
  if (start >= text.length) return NONE_LEFT;
  if (single && /\s/.test(text[start])) return NOT_HERE;
  if (mark === "_" && from > 0 && /\w/.test(text[from - 1])) return NOT_HERE;
  for (let at = start; at < text.length; at += 1) {
    if (text[at] === "\\") {
      at += 1;
    } else if (text[at] === "`") {
      const length = runOf(text, at, "`");
      const end = closingTicks(text, at + length, length);
      at = (end > 0 ? end + length : at + length) - 1;
    } else if (text.startsWith(mark, at)) {
      const run = runOf(text, at, mark[0]);
      if (single && run >= 2) {
        const end = text.indexOf(mark + mark, at + 2);
        if (end < 0) {
          if (run === 3) return at + 2;
          at += run - 1;
          continue;
        }
        at = end + 1;
        continue;
      }
      const place = at + run - mark.length;
      if (place === start && !single) return NONE_LEFT;
      if (single && /\s/.test(text[place - 1])) continue;
      if (mark === "_" && /\w/.test(text[place + 1] ?? " ")) continue;
      return place;
    }
  }
  return NONE_LEFT;
}

function runOf(text, at, character) {
  let end = at;
  while (text[end] === character) end += 1;
  return end - at;
}

function closingTicks(text, from, length) {
  for (let at = text.indexOf("`", from); at >= 0; ) {
    const run = runOf(text, at, "`");
    if (run === length) return at;
    at = text.indexOf("`", at + run);
  }
  return -1;
}

const ANGLED = [
  [/^<@!?(\d{1,20})>/, (found) => ({ type: "user", id: found[1] })],
  [/^<@&(\d{1,20})>/, (found) => ({ type: "role", id: found[1] })],
  [/^<#(\d{1,20})>/, (found) => ({ type: "channel", id: found[1] })],
  [/^<\/([^:<>]{1,100}):(\d{1,20})>/, (found) => ({ type: "command", name: found[1], id: found[2] })],
  [/^<t:(-?\d{1,13})(?::([tTdDfFR]))?>/, (found) => ({ type: "time", seconds: Number(found[1]), style: found[2] ?? "f" })],
  [/^<a?:(\w{2,32}):(\d{1,20})>/, (found) => ({ type: "emoji", name: found[1] })],
  [/^<(https?:\/\/[^\s<>]+)>/, (found) => ({ type: "link", address: found[1], children: [found[1]] })],
];

function angled(text) {
  for (const [pattern, make] of ANGLED) {
    const found = pattern.exec(text);
    if (found) return { node: make(found), length: found[0].length };
  }
  return null;
}

/** The words alone, for a preview in one line or for a screen reader. */
export function wordsOf(text, names) {
  const read = (node) => {
    if (typeof node === "string") return node;
    if (node.type === "user") return `@${names.user(node.id)}`;
    if (node.type === "role") return `@${names.role(node.id)}`;
    if (node.type === "channel") return `#${names.channel(node.id)}`;
    if (node.type === "command") return `/${node.name}`;
    if (node.type === "emoji") return `:${node.name}:`;
    if (node.type === "everyone") return node.name;
    if (node.type === "time") return new Date(node.seconds * 1000).toLocaleString();
    if (node.type === "gap") return "";
    if (node.type === "spoiler") return "▇▇";
    if (node.type === "list") return node.items.map((it) => [...it.children, ...it.lists].map(read).join(" ")).join(" ");
    return node.text ?? node.children.map(read).join("");
  };
  return parse(text).map(read).filter(Boolean).join(" ").replace(/\s+/g, " ").trim();
}
