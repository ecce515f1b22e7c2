// Records as YAML: read as generator/yaml_reading.py reads them or refused, and written for the next hand edit.
// For the other scripts: parseYaml, writeYaml, writeYamlBriefly. From say.js: say.
"use strict";

/** The size of the largest record, in bytes of UTF-8. */
const YAML_MAX_BYTES = 256 * 1024;

/** How deep values may be nested. */
const YAML_MAX_DEPTH = 12;

/** How much a file may hold: a key or a value counts once, a list or a group twice. */
const YAML_MAX_VALUES = 19_990;

/** Characters that no record needs: controls, marks of direction, halves of a character. */
const YAML_FORBIDDEN =
  /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb\ufffe\uffff\u{e0000}-\u{e007f}\ud800-\udfff]/u;
const YAML_DIRECTION = /[\u202a-\u202e\u2066-\u2069]/;

const YAML_INTEGER = /^-?(?:0|[1-9][0-9]{0,17})$/;
const YAML_FLOAT = /^-?(?:0|[1-9][0-9]{0,17})\.[0-9]{1,18}$/;

/** @type {Map<string, null | boolean>} */
const YAML_WORDS = new Map([
  ["~", null], ["null", null], ["Null", null], ["NULL", null],
  ["true", true], ["True", true], ["TRUE", true], ["false", false], ["False", false], ["FALSE", false],
]);

/** What a backslash and a letter stand for in double quotes; the others of YAML mean characters that no record needs. @type {Map<string, string>} */
const YAML_ESCAPES = new Map([["t", "\t"], ["n", "\n"], ["r", "\r"], [" ", " "], ['"', '"'], ["/", "/"], ["\\", "\\"], ["_", "\xa0"]]);

/** How many hexadecimal digits follow these letters. @type {Map<string, number>} */
const YAML_HEXADECIMAL = new Map([["x", 2], ["u", 4], ["U", 8]]);

/** A key of this length and more is none: YAML itself stops at 1024. */
const YAML_LONGEST_KEY = 1000;

/**
 * A text that is being read: where one is, where the line begins, how deep, and how much was found.
 * @typedef {{text: string, at: number, lineStart: number, depth: number, values: number}} YamlReader
 */
/** A value that stands by itself, and its text if that may be a key. @typedef {{value: any, key?: string}} YamlLeaf */

/** Why a text is refused, and what to do. @type {Record<string, () => [string, string]>} */
const YAML_WHY = {
  empty: () => [say("The file has no content."), ""],
  long: () => [say("There are too many keys and values in this file."), say("Compare the file with another record; no record needs so many.")],
  deep: () => [
    say("The values are nested more than %(limit)d levels deep.", { limit: YAML_MAX_DEPTH }),
    say("Compare the file with another record; no record needs so many levels."),
  ],
  second: () => [say("A second record begins here (“---”)."), say("Keep one record per file; delete the line “---” and what follows.")],
  strange: () => [say("Records are not written in this way."), say("Write “key: value”, each on a line of its own.")],
  tab: () => [say("There is a tab here."), say("Indent with spaces, two for each level.")],
  place: () => [
    say("This line does not fit in with the lines above it."),
    say("Give keys of the same level the same indentation, and close every quotation mark."),
  ],
  key: () => [say("The word before a colon must be plain text."), say("Write “key: value”; put a text that begins with “[” or “{” in quotes.")],
  keyless: () => [say("This line has no colon."), say("Write “key: value”, with a space after the colon; indent the further lines of a text.")],
  colon: () => [
    say("There is a colon here that does not fit."),
    say("Put the whole text in quotes, or give this line the same indentation as its neighbours."),
  ],
  list: () => [say("A list cannot begin here."), say("Begin the list on a line of its own, each entry with “- ”.")],
  item: () => [
    say("This line does not belong to the list above it."),
    say("Begin each entry with “- ” in the same column, or indent this line like its neighbours."),
  ],
  sign: () => [say("A text cannot begin with this character."), say("Put the text in quotes.")],
  bracket: () => [say("There is a bracket or a comma too many here."), say("Write lists as [one, two]; put a text with brackets in quotes.")],
  open: () => [
    say("The bracket that opens here is never closed, or a comma is missing behind it."),
    say("Write lists as [one, two] and close the bracket."),
  ],
  quote: () => [say("A quotation mark is opened here and never closed."), say("Close the text with the same quotation mark.")],
  behind: () => [
    say("There is text behind the closing quotation mark."),
    say("Put the whole text in single quotes ('…'); write a single quote inside it twice ('')."),
  ],
  escape: () => [
    say("There is a backslash (\\) here that means nothing."),
    say("Put the text in single quotes ('…'), or write the backslash twice."),
  ],
  letter: () => [say("There is a backslash (\\) here that names no letter."), say("Type the letter itself.")],
  block: () => [
    say("There is something behind “|” or “>”, where the line must end."),
    say("Begin the text on the next line, indented; or put a text with “|” or “>” in quotes."),
  ],
};

/** Nothing after this place can be read. */
class YamlStop {
  /** @param {number} at @param {string[]} why */
  constructor(at, why) {
    this.at = at;
    this.message = why.join(" ").trim();
  }
}

/** @param {number} at @param {string} why @returns {never} */
function yamlStop(at, why) {
  throw new YamlStop(at, YAML_WHY[why]());
}

/**
 * The record in a text; or why there is none, with line and column from 1. Throws nothing, whatever the text.
 * Groups have no prototype. What Python reads otherwise or not at all, and ways of writing that no record needs, are refused.
 * @param {string} text
 * @returns {{record: Record<string, any>} | {error: {line: number, column: number, message: string}}}
 */
function parseYaml(text) {
  let plain = "";
  try {
    yamlCheckSize(text);
    plain = text.replace(/^\ufeff/, "").replace(/\r\n?/g, "\n");
    yamlCheckCharacters(plain);
    return { record: yamlDocument(plain) };
  } catch (stop) {
    if (!(stop instanceof YamlStop)) throw stop;
    return { error: { ...yamlPlace(plain, stop.at), message: stop.message } };
  }
}

/** @param {string} text */
function yamlCheckSize(text) {
  const size = text.length > YAML_MAX_BYTES ? text.length : new TextEncoder().encode(text).length;
  if (size <= YAML_MAX_BYTES) return;
  const values = { size: Math.ceil(size / 1024), limit: YAML_MAX_BYTES / 1024 };
  throw new YamlStop(0, [
    say("The file has %(size)d KB; a record may have %(limit)d KB.", values),
    say("Shorten the texts; put long documents on your website and link to them."),
  ]);
}

/** Refuse characters that no record needs; `at` is where to look, if not at the character itself. @param {string} text @param {number} [at] */
function yamlCheckCharacters(text, at) {
  const found = YAML_FORBIDDEN.exec(text);
  if (!found) return;
  const code = `U+${(found[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
  const place = at ?? found.index;
  if (YAML_DIRECTION.test(found[0])) {
    throw new YamlStop(place, [
      say("There is an invisible character (%(code)s) here that changes the direction of text.", { code }),
      say("Delete it. The site sets the direction of each language by itself."),
    ]);
  }
  throw new YamlStop(place, [
    say("There is an invisible control character (%(code)s) here.", { code }),
    say("Delete it and type the text again; it often comes from copying out of another program."),
  ]);
}

/** Line and column from 1, in characters. @param {string} text @param {number} at */
function yamlPlace(text, at) {
  const lines = text.slice(0, at).split("\n");
  return { line: lines.length, column: [...(lines.at(-1) ?? "")].length + 1 };
}

// ---- reading: the whole text

/** @param {string} text @returns {Record<string, any>} */
function yamlDocument(text) {
  /** @type {YamlReader} */
  const reader = { text, at: 0, lineStart: 0, depth: 0, values: 0 };
  yamlSkip(reader);
  yamlPassFirstMark(reader);
  yamlCutAtLastMark(reader);
  if (reader.at >= reader.text.length) yamlStop(reader.at, "empty");
  const start = reader.at;
  const record = yamlNode(reader, -1);
  if (reader.at < reader.text.length) yamlStop(reader.at, "place");
  if (typeof record !== "object" || record === null || Array.isArray(record)) yamlStop(start, "strange");
  return record;
}

/** Pass the “---” that may stand above a record. @param {YamlReader} reader */
function yamlPassFirstMark(reader) {
  if (reader.at !== reader.lineStart || !/^---(?![^ \t\n])/.test(reader.text.slice(reader.at, reader.at + 4))) return;
  const { lineStart } = reader;
  reader.at += 3;
  yamlSkip(reader);
  if (reader.at < reader.text.length && reader.lineStart === lineStart) yamlStop(reader.at, "strange");
}

/** Leave out the “...” that may stand below a record. @param {YamlReader} reader */
function yamlCutAtLastMark(reader) {
  const mark = /^(?:---|\.\.\.)(?![^ \t\n])/gm;
  mark.lastIndex = reader.at;
  const found = mark.exec(reader.text);
  if (!found) return;
  const behind = { ...reader, at: found.index + 3, lineStart: found.index };
  if (found[0] === "...") yamlSkip(behind);
  if (found[0] === "---" || behind.at < reader.text.length) yamlStop(found.index, "second");
  reader.text = reader.text.slice(0, found.index);
}

/** Pass blanks, line ends and comments. A tab before something in a line is refused, outside of brackets. @param {YamlReader} reader @param {boolean} [inBrackets] */
function yamlSkip(reader, inBrackets = false) {
  const { text } = reader;
  for (;;) {
    const isIndentation = reader.at === reader.lineStart;
    const from = reader.at;
    reader.at = yamlBehind(/[ \t]*/y, reader);
    if (isIndentation && !inBrackets) yamlCheckTabs(text, from, reader.at);
    if (text[reader.at] === "#" && (isIndentation || reader.at > from)) reader.at = yamlBehind(/[^\n]*/y, reader);
    if (text[reader.at] !== "\n") return;
    reader.lineStart = reader.at += 1;
  }
}

/** Where a pattern that is found here ends; here if it is not found. @param {RegExp} pattern @param {{text: string, at: number}} reader */
function yamlBehind(pattern, { text, at }) {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}

/** @param {string} text @param {number} from @param {number} to */
function yamlCheckTabs(text, from, to) {
  const tab = text.slice(from, to).indexOf("\t");
  if (tab >= 0) yamlStop(from + tab, "tab");
}

/** The end of a value: nothing more but a comment may stand in its line. @param {YamlReader} reader */
function yamlEndLine(reader) {
  const { lineStart } = reader;
  const isBlock = reader.at === lineStart;
  const before = reader.text[reader.at - 1];
  yamlSkip(reader);
  if (isBlock || reader.lineStart !== lineStart || reader.at >= reader.text.length) return;
  if (reader.text[reader.at] === ":") yamlStop(reader.at, "colon");
  yamlStop(reader.at, before === '"' || before === "'" ? "behind" : "place");
}

// ---- reading: groups and lists in lines of their own

/** @param {YamlReader} reader */
const yamlColumn = (reader) => reader.at - reader.lineStart;

/** Whether a sign and a blank stand here. @param {YamlReader} reader @param {string} sign */
const yamlIsSign = ({ text, at }, sign) => text[at] === sign && /[ \t\n]|^$/.test(text.slice(at + 1, at + 2));

/** The value that begins here, right of the column of what it belongs to; after it comes the next line. @param {YamlReader} reader @param {number} parent @returns {any} */
function yamlNode(reader, parent) {
  if (yamlIsSign(reader, "-")) return yamlList(reader, false);
  const column = yamlColumn(reader);
  const start = reader.at;
  const { lineStart } = reader;
  const leaf = yamlLeaf(reader, parent);
  if (reader.lineStart === lineStart && yamlPassColon(reader)) return yamlGroup(reader, column, yamlKey(leaf, start, reader), start);
  yamlEndLine(reader);
  return leaf.value;
}

/** Whether a colon and a blank follow in this line; then one is behind the colon. @param {YamlReader} reader */
function yamlPassColon(reader) {
  const at = yamlBehind(/[ \t]*/y, reader);
  const follows = yamlIsSign({ ...reader, at }, ":");
  if (follows) reader.at = at + 1;
  return follows;
}

/** @param {YamlLeaf} leaf @param {number} start @param {YamlReader} reader */
function yamlKey({ key }, start, reader) {
  if (key === undefined || reader.at - start > YAML_LONGEST_KEY) yamlStop(start, "key");
  return key;
}

/** A group of which the first key has been read, with its colon. @param {YamlReader} reader @param {number} column @param {string} key @param {number} start */
function yamlGroup(reader, column, key, start) {
  yamlOpen(reader, start);
  const group = Object.create(null);
  const starts = new Map();
  for (;;) {
    yamlPut(reader, group, key, start, starts);
    group[key] = yamlAfterColon(reader, column);
    if (!yamlIsNext(reader, column)) break;
    if (yamlIsSign(reader, "-")) yamlStop(reader.at, "list");
    start = reader.at;
    key = yamlNextKey(reader, column);
  }
  reader.depth -= 1;
  return group;
}

/** Note a key of a group, which must be new. @param {YamlReader} reader @param {Record<string, any>} group @param {string} key @param {number} start @param {Map<string, number>} starts */
function yamlPut(reader, group, key, start, starts) {
  const before = starts.get(key);
  if (before !== undefined) {
    const { line } = yamlPlace(reader.text, before);
    throw new YamlStop(start, [
      say("“%(key)s” stands here a second time; it is already on line %(line)d.", { key, line }),
      say("Keep one of the two."),
    ]);
  }
  starts.set(key, start);
  group[key] = null;
}

/** @param {YamlReader} reader @param {number} column */
function yamlNextKey(reader, column) {
  const start = reader.at;
  const { lineStart } = reader;
  const leaf = yamlLeaf(reader, column);
  if (reader.lineStart === lineStart && yamlPassColon(reader)) return yamlKey(leaf, start, reader);
  return yamlStop(start, "keyless");
}

/** Whether the group or list of this column goes on. @param {YamlReader} reader @param {number} column */
function yamlIsNext(reader, column) {
  if (reader.at >= reader.text.length || yamlColumn(reader) < column) return false;
  if (yamlColumn(reader) > column) yamlStop(reader.at, "place");
  return true;
}

/** The value behind a colon: in the same line, or below. @param {YamlReader} reader @param {number} column */
function yamlAfterColon(reader, column) {
  const { lineStart } = reader;
  yamlSkip(reader);
  if (reader.at >= reader.text.length) return yamlNothing(reader);
  if (reader.lineStart === lineStart) {
    const { value } = yamlLeaf(reader, column);
    yamlEndLine(reader);
    return value;
  }
  if (yamlColumn(reader) > column) return yamlNode(reader, column);
  return yamlColumn(reader) === column && yamlIsSign(reader, "-") ? yamlList(reader, true) : yamlNothing(reader);
}

/** A list; `isFlush` if it stands in the column of the group that it belongs to. @param {YamlReader} reader @param {boolean} isFlush */
function yamlList(reader, isFlush) {
  yamlOpen(reader, reader.at);
  const column = yamlColumn(reader);
  const items = [];
  do {
    items.push(yamlItem(reader, column));
    if (!yamlIsNext(reader, column)) break;
  } while (yamlIsSign(reader, "-") || !yamlEndsList(reader, isFlush));
  reader.depth -= 1;
  return items;
}

/** @param {YamlReader} reader @param {boolean} isFlush */
function yamlEndsList(reader, isFlush) {
  if (isFlush) return true;
  return yamlStop(reader.at, "item");
}

/** @param {YamlReader} reader @param {number} column @returns {any} */
function yamlItem(reader, column) {
  const { lineStart } = reader;
  reader.at += 1;
  yamlCheckTabs(reader.text, reader.at, yamlBehind(/[ \t]*/y, reader));
  yamlSkip(reader);
  const isEmpty = reader.at >= reader.text.length || (reader.lineStart !== lineStart && yamlColumn(reader) <= column);
  return isEmpty ? yamlNothing(reader) : yamlNode(reader, column);
}

/** @param {YamlReader} reader */
function yamlNothing(reader) {
  yamlCount(reader, 1);
  return null;
}

/** @param {YamlReader} reader @param {number} values */
function yamlCount(reader, values) {
  reader.values += values;
  if (reader.values <= YAML_MAX_VALUES) return;
  yamlStop(reader.at, "long");
}

/** @param {YamlReader} reader @param {number} at */
function yamlOpen(reader, at) {
  yamlCount(reader, 2);
  reader.depth += 1;
  if (reader.depth <= YAML_MAX_DEPTH) return;
  yamlStop(at, "deep");
}

// ---- reading: texts, and what stands in brackets

/** @param {YamlReader} reader @param {number} parent @param {boolean} [inBrackets] @returns {YamlLeaf} */
function yamlLeaf(reader, parent, inBrackets = false) {
  const sign = reader.text[reader.at];
  if (sign === "[") return { value: yamlListInBrackets(reader) };
  if (sign === "{") return { value: yamlGroupInBrackets(reader) };
  if (sign === '"' || sign === "'") return yamlText(reader, yamlQuoted(reader, sign));
  if (sign === "|" || sign === ">") return inBrackets ? yamlStop(reader.at, "sign") : { value: yamlText(reader, yamlBlock(reader, parent)).value };
  yamlRefuseSign(reader, inBrackets);
  const start = reader.at;
  const { key } = yamlText(reader, yamlPlain(reader, parent, inBrackets));
  return { value: yamlResolved(key, start), key };
}

/** @param {YamlReader} reader @param {string} text */
function yamlText(reader, text) {
  yamlCount(reader, 1);
  return { value: text, key: text };
}

/** The value of a text without quotes. @param {string} text @param {number} start */
function yamlResolved(text, start) {
  const word = YAML_WORDS.get(text);
  if (word !== undefined) return word;
  if (!YAML_INTEGER.test(text) && !YAML_FLOAT.test(text)) return text;
  const number = Number(text);
  if (Number.isInteger(number) && !Number.isSafeInteger(number)) yamlStop(start, "strange");
  return number === 0 ? 0 : number;
}

/** Refuse signs with which no text without quotes begins. @param {YamlReader} reader @param {boolean} inBrackets */
function yamlRefuseSign(reader, inBrackets) {
  const { at } = reader;
  const sign = reader.text[at];
  if (/[&*!%@`|>#]/.test(sign)) yamlStop(at, "sign");
  if (/[,\]}]/.test(sign)) yamlStop(at, "bracket");
  if (yamlIsSign(reader, "-")) yamlStop(at, "list");
  if (sign === "?" && (inBrackets || yamlIsSign(reader, "?"))) yamlStop(at, "strange");
  if (sign === ":" && (inBrackets || yamlIsSign(reader, ":"))) yamlStop(at, "colon");
}

const YAML_WORD = /(?:[^ \t\n:]|:(?![ \t\n]|$))+/y;
const YAML_WORD_IN_BRACKETS = /(?:[^ \t\n:,[\]{}]|:(?![ \t\n,?[\]{}]|$))+/y;

/** A text without quotes; its further lines are right of the column of what it belongs to. @param {YamlReader} reader @param {number} parent @param {boolean} inBrackets */
function yamlPlain(reader, parent, inBrackets) {
  let result = "";
  let gap = "";
  let end = { at: reader.at, lineStart: reader.lineStart };
  for (;;) {
    const from = reader.at;
    reader.at = yamlBehind(inBrackets ? YAML_WORD_IN_BRACKETS : YAML_WORD, reader);
    if (reader.at === from) break;
    result += gap + reader.text.slice(from, reader.at);
    end = { at: reader.at, lineStart: reader.lineStart };
    if (inBrackets && reader.text[reader.at] === ":" && !yamlIsSign(reader, ":")) yamlStop(reader.at, "colon");
    gap = yamlGap(reader);
    const isFurther = reader.lineStart !== end.lineStart;
    if (isFurther && !inBrackets && yamlColumn(reader) <= parent) break;
    if (isFurther) yamlCheckTabs(reader.text, reader.text.indexOf("\n", end.at), reader.at);
    if (gap !== "" && reader.text[reader.at] === "#") break;
  }
  Object.assign(reader, end);
  return result;
}

/** What blanks and line ends between two words stand for; one is behind them then. @param {YamlReader} reader @param {boolean} [isJoined] */
function yamlGap(reader, isJoined = false) {
  const from = reader.at;
  reader.at = yamlBehind(/[ \t]*/y, reader);
  const blanks = reader.text.slice(from, reader.at);
  let lineEnds = 0;
  while (reader.text[reader.at] === "\n") {
    lineEnds += 1;
    reader.lineStart = reader.at += 1;
    reader.at = yamlBehind(/[ \t]*/y, reader);
  }
  if (isJoined) return "\n".repeat(Math.max(0, lineEnds - 1));
  return lineEnds === 0 ? blanks : lineEnds === 1 ? " " : "\n".repeat(lineEnds - 1);
}

const YAML_WORD_IN_SINGLE = /[^ \t\n']+/y;
const YAML_WORD_IN_DOUBLE = /[^ \t\n"\\]+/y;

/** A text in quotes; one is behind it then. @param {YamlReader} reader @param {string} quote */
function yamlQuoted(reader, quote) {
  const start = reader.at;
  const plain = quote === "'" ? YAML_WORD_IN_SINGLE : YAML_WORD_IN_DOUBLE;
  const parts = [];
  reader.at += 1;
  for (;;) {
    const from = reader.at;
    reader.at = yamlBehind(plain, reader);
    parts.push(reader.text.slice(from, reader.at));
    const sign = reader.text[reader.at];
    if (sign === undefined) yamlStop(start, "quote");
    if (sign === "\\") parts.push(yamlEscape(reader));
    else if (sign !== quote) parts.push(yamlGap(reader));
    else if (quote === "'" && reader.text[reader.at + 1] === "'") parts.push(yamlPass(reader, 2)[0]);
    else break;
  }
  reader.at += 1;
  const text = parts.join("");
  yamlCheckCharacters(text, start);
  return text;
}

/** @param {YamlReader} reader @param {number} length */
function yamlPass(reader, length) {
  reader.at += length;
  return reader.text.slice(reader.at - length, reader.at);
}

/** What a backslash and what follows stand for. @param {YamlReader} reader */
function yamlEscape(reader) {
  const start = reader.at;
  const letter = yamlPass(reader, 2)[1];
  if (letter === "\n") {
    reader.at -= 1;
    return yamlGap(reader, true);
  }
  const digits = YAML_HEXADECIMAL.get(letter);
  if (digits) return yamlCodePoint(yamlPass(reader, digits), digits, start);
  const found = YAML_ESCAPES.get(letter);
  if (found !== undefined) return found;
  return yamlStop(start, "escape");
}

/** @param {string} hexadecimal @param {number} digits @param {number} start */
function yamlCodePoint(hexadecimal, digits, start) {
  const code = /^[0-9A-Fa-f]+$/.test(hexadecimal) && hexadecimal.length === digits ? parseInt(hexadecimal, 16) : Infinity;
  if (code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)) return String.fromCodePoint(code);
  return yamlStop(start, "letter");
}

/** @param {YamlReader} reader */
function yamlListInBrackets(reader) {
  /** @type {any[]} */
  const items = [];
  yamlInBrackets(reader, "]", () => {
    items.push(yamlLeaf(reader, -1, true).value);
  });
  return items;
}

/** @param {YamlReader} reader */
function yamlGroupInBrackets(reader) {
  const group = Object.create(null);
  const starts = new Map();
  yamlInBrackets(reader, "}", () => {
    const start = reader.at;
    const { lineStart } = reader;
    const leaf = yamlLeaf(reader, -1, true);
    const colon = yamlBehind(/[ \t]*/y, reader);
    if (reader.lineStart !== lineStart || reader.text[colon] !== ":") yamlStop(start, "bracket");
    reader.at = colon + 1;
    const key = yamlKey(leaf, start, reader);
    yamlPut(reader, group, key, start, starts);
    yamlSkip(reader, true);
    const isEmpty = reader.text[reader.at] === "," || reader.text[reader.at] === "}";
    group[key] = isEmpty ? yamlNothing(reader) : yamlLeaf(reader, -1, true).value;
  });
  return group;
}

/** What stands between brackets, with commas between; one is behind them then. @param {YamlReader} reader @param {string} closing @param {() => void} takeEntry */
function yamlInBrackets(reader, closing, takeEntry) {
  const start = reader.at;
  yamlOpen(reader, start);
  let mayFollow = true;
  for (reader.at += 1; ; ) {
    yamlSkip(reader, true);
    const sign = reader.text[reader.at];
    if (sign === undefined) yamlStop(start, "open");
    if (sign === closing) break;
    if (mayFollow) takeEntry();
    else if (sign === ",") reader.at += 1;
    else if (sign === ":") yamlStop(reader.at, "colon");
    else yamlStop(start, "open");
    mayFollow = !mayFollow;
  }
  reader.at += 1;
  reader.depth -= 1;
}

/** A text in a block of lines; one is at the beginning of the next line then. @param {YamlReader} reader @param {number} parent */
function yamlBlock(reader, parent) {
  const header = /([|>])(?:[+-]?([1-9])?|([1-9])[+-]?)(?:[ \t]+#[^\n]*|[ \t]*)(?=\n|$)/y;
  header.lastIndex = reader.at;
  const found = header.exec(reader.text);
  if (!found) return yamlStop(reader.at, "block");
  reader.at = Math.min(header.lastIndex + 1, reader.text.length);
  const said = Number(found[2] ?? found[3] ?? 0);
  const indent = said ? Math.max(parent, 0) + said : yamlIndentation(reader, parent + 1);
  return yamlUnfolded(yamlBlockLines(reader, indent), found[1] === ">");
}

/** How far right a block stands, by its first line; blank lines before it stand no further right. @param {YamlReader} reader @param {number} least */
function yamlIndentation({ text, at }, least) {
  for (let widest = 0; ; ) {
    const end = yamlBehind(/ */y, { text, at });
    if (text[end] === "\t") yamlCheckTabs(text, end, end + 1);
    if (text[end] !== "\n") {
      if (widest > Math.max(end - at, least)) yamlStop(at, "place");
      return Math.max(end - at, least);
    }
    widest = Math.max(widest, end - at);
    at = end + 1;
  }
}

/** The lines of a block, without their indentation. @param {YamlReader} reader @param {number} indent */
function yamlBlockLines(reader, indent) {
  const lines = [];
  for (;;) {
    reader.lineStart = reader.at;
    if (reader.at >= reader.text.length) break;
    const text = yamlBehind(/ */y, reader);
    const end = yamlBehind(/[^\n]*/y, reader);
    const isBlank = text === end && text - reader.at <= indent;
    if (!isBlank && text - reader.at < indent) {
      yamlCheckTabs(reader.text, text, text + 1);
      break;
    }
    lines.push(isBlank ? "" : reader.text.slice(reader.at + indent, end));
    reader.at = Math.min(end + 1, reader.text.length);
  }
  return lines;
}

/** The text of a block without the line ends at its end; in a folded one, lines that begin with no blank are joined. @param {string[]} lines @param {boolean} isFolded */
function yamlUnfolded(lines, isFolded) {
  let result = "";
  let lineEnds = 0;
  let wasIndented = true;
  let isFirst = true;
  for (const line of lines) {
    if (line === "") {
      lineEnds += 1;
      continue;
    }
    const isIndented = line[0] === " " || line[0] === "\t";
    const isJoined = isFolded && !wasIndented && !isIndented;
    if (isFirst) result = "\n".repeat(lineEnds);
    else if (isJoined) result += lineEnds === 0 ? " " : "\n".repeat(lineEnds);
    else result += "\n".repeat(lineEnds + 1);
    result += line;
    lineEnds = 0;
    wasIndented = isIndented;
    isFirst = false;
  }
  return result;
}

// ---- writing

/** How wide comments are. */
const YAML_WIDTH = 100;

/** Words that some reader of YAML takes for something else than text. */
const YAML_NO_KEY = /^(?:y|n|yes|no|on|off|true|false|null)$/i;

/** The modeline by kind of record: where editors find the schema. @type {Record<string, string>} */
const YAML_SCHEMAS = { supporter: "../../schemas/supporter.schema.json", report: "../../../schemas/report.schema.json" };

/**
 * A record as the text of its file. Keys stand in the order of the schema; above them, in the reader's language, what
 * they are called. `parseYaml` and Python read from it what was given, unless a text holds characters that no record may
 * have, or a number has no form in digits alone.
 * @param {Record<string, any>} record nested no deeper than records may be
 * @param {{kind: string, schema: Record<string, any>}} contract of which say.js speaks
 */
function writeYaml(record, { kind, schema }) {
  const keys = yamlKeysInOrder(record, schema);
  const blocks = keys.map((key) => [...yamlLegend(yamlPart(schema, key)), ...yamlEntry(key, record[key], yamlPart(schema, key))]);
  const head = [`# yaml-language-server: $schema=${YAML_SCHEMAS[kind]}`, ...yamlComment(yamlSaid(schema.description))];
  return [head, ...blocks, yamlOffer(record, schema)].map((lines) => lines.map((line) => `${line}\n`).join("")).filter(Boolean).join("\n");
}

/** The same without explanations, short enough for a web address. @param {Record<string, any>} record @param {{kind: string, schema: Record<string, any>}} contract */
function writeYamlBriefly(record, { kind, schema }) {
  const isWord = (/** @type {string} */ key, /** @type {any} */ value) => ["title", "description"].includes(key) && typeof value === "string";
  return writeYaml(record, { kind, schema: JSON.parse(JSON.stringify(schema, (key, value) => (isWord(key, value) ? undefined : value))) });
}

/** The keys that a record does not have yet. @param {Record<string, any>} record @param {Record<string, any>} schema */
function yamlOffer(record, { properties }) {
  const lines = Object.keys(properties).filter((key) => !Object.hasOwn(record, key)).flatMap((key) => yamlNamed(key, properties[key]));
  return lines.length > 0 ? [...yamlComment(say("You may add:")), ...lines] : [];
}

/** @param {Record<string, any>} group @param {Record<string, any>} schema */
function yamlKeysInOrder(group, schema) {
  const known = Object.keys(schema.properties ?? {}).filter((key) => Object.hasOwn(group, key));
  return [...known, ...Object.keys(group).filter((key) => !known.includes(key))];
}

/** The schema of what stands under a key; empty for keys that the contract does not have. @param {Record<string, any>} schema @param {string} key */
function yamlPart(schema, key) {
  const properties = schema.properties ?? {};
  return Object.hasOwn(properties, key) ? properties[key] : {};
}

/** What a key and the keys within it are called. @param {Record<string, any>} schema */
function yamlLegend(schema) {
  const within = (schema.items ?? schema).properties ?? {};
  return [...yamlComment(yamlSaid(schema.title)), ...Object.keys(within).flatMap((key) => yamlNamed(key, within[key]))];
}

/** @param {string} key @param {Record<string, any>} schema */
const yamlNamed = (key, { title }) => yamlComment(yamlSaid(title), `    ${key} – `);

/** What the schema says, in the reader's language; empty where it says nothing. @param {string | undefined} message */
const yamlSaid = (message) => (message ? say(message) : "");

/** A text in lines of comments; none without a text. @param {string} text @param {string} [before] */
function yamlComment(text, before = "") {
  if (text === "") return [];
  const lines = [`# ${before}`];
  for (const word of yamlHarmless(text).split(/\s+/)) {
    if (lines[lines.length - 1].length + word.length > YAML_WIDTH) lines.push(`#   ${" ".repeat(before.search(/\S|$/))}`);
    lines[lines.length - 1] += `${word} `;
  }
  return lines.map((line) => line.trimEnd());
}

/** @param {string} text */
const yamlHarmless = (text) => text.replace(new RegExp(YAML_FORBIDDEN, "gu"), " ");

/** @param {string} key @param {any} value @param {Record<string, any>} schema @returns {string[]} */
function yamlEntry(key, value, schema) {
  const head = `${/^[a-z][a-z0-9]*(?:[_-][A-Za-z0-9]+)*$/.test(key) && !YAML_NO_KEY.test(key) ? key : yamlInQuotes(key)}:`;
  const lines = yamlLines(value, schema);
  if (lines) return [head, ...lines.map(yamlFurther)];
  if (yamlIsProse(value)) return [`${head} |-`, ...value.split("\n").map(yamlFurther)];
  return [`${head} ${yamlScalar(value, schema)}`];
}

/** @param {string} line */
const yamlFurther = (line) => (line === "" ? "" : `  ${line}`);

/** The lines of a group or a list; undefined for what stands in one line. @param {any} value @param {Record<string, any>} schema @returns {string[] | undefined} */
function yamlLines(value, schema) {
  if (Array.isArray(value)) return value.length > 0 ? value.flatMap((item) => yamlListed(item, schema.items ?? {})) : undefined;
  if (typeof value !== "object" || value === null || Object.keys(value).length === 0) return undefined;
  const rest = schema.additionalProperties || {};
  return yamlKeysInOrder(value, schema).flatMap((key) => yamlEntry(key, value[key], schema.properties ? yamlPart(schema, key) : rest));
}

/** @param {any} item @param {Record<string, any>} schema */
function yamlListed(item, schema) {
  const [first, ...others] = yamlLines(item, schema) ?? [yamlScalar(item, schema)];
  return [`- ${first}`, ...others.map(yamlFurther)];
}

/** Whether a block repeats a text letter by letter: several lines or a long one, nothing at the ends of its lines. @param {any} value */
function yamlIsProse(value) {
  if (typeof value !== "string" || (value.length <= 80 && !value.includes("\n")) || value !== value.trim()) return false;
  return !/[ \t]$/m.test(value) && !value.includes("\r") && !YAML_FORBIDDEN.test(value);
}

/** A value on one line; behind a code, what it means. @param {any} value @param {Record<string, any>} schema */
function yamlScalar(value, schema) {
  const choice = (schema.oneOf ?? []).find((/** @type {any} */ each) => each.const === value);
  return (typeof value === "string" ? yamlInQuotes(value) : yamlBare(value)) + (choice?.title ? `  # ${yamlHarmless(say(choice.title))}` : "");
}

/** A text in double quotes, in one line. @param {string} text */
function yamlInQuotes(text) {
  return JSON.stringify(text).replace(new RegExp(YAML_FORBIDDEN, "gu"), (character) => `\\U${(character.codePointAt(0) ?? 0).toString(16).padStart(8, "0")}`);
}

/** A number, a truth value or nothing; a number that cannot be written in digits alone becomes a text, which the check refuses. @param {any} value */
function yamlBare(value) {
  if (typeof value !== "number") return JSON.stringify(value);
  const isExact = Number.isSafeInteger(value) || !Number.isInteger(value);
  const digits = isExact ? [String(value), value.toFixed(18).replace(/0+$/, "")] : [];
  return digits.find((each) => (YAML_INTEGER.test(each) || YAML_FLOAT.test(each)) && Number(each) === value) ?? yamlInQuotes(String(value));
}
