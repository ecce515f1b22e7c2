// Sentences for people and the words they are made of, as generator/problems.py makes them.
// For the other scripts: speak, contractInUse, patternOf, say, sayNumber, translated, printable, mustNotBeShown.
"use strict";

/**
 * What the page was told when it was built (generator/form/contract.py).
 * @typedef {Object} Contract
 * @property {"supporter" | "report"} kind
 * @property {Schema} schema
 * @property {Record<string, string>} messages
 * @property {Record<string, string[]>} plurals
 * @property {number[]} plural_of
 * @property {string} language
 * @property {string} today
 * @property {string[]} examples
 * @property {{name: string, from: string, to: string}[]} reports
 * @property {Record<string, [string, string]>} patterns
 * @property {Record<string, any>} words
 * @property {Record<string, number>} limits
 * @property {string[]} left_to_check
 */
/** @typedef {Record<string, any>} Schema */
/** A sentence that is rendered already. @typedef {{said: string}} Said */
/** @typedef {string | number | Said | string[]} Shown */

/** The contract that is spoken of, and its patterns as far as they have been used. @type {{contract: Contract, patterns: Map<string, RegExp>} | undefined} */
let inUse;

/** From now on sentences are those of this contract. @param {Contract} contract */
function speak(contract) {
  if (inUse?.contract !== contract) inUse = { contract, patterns: new Map() };
}

/** The contract that sentences are taken from: the page's own unless another was spoken of. @returns {Contract} */
function contractInUse() {
  if (!inUse) speak(JSON.parse(document.getElementById("form-contract")?.textContent ?? "{}"));
  return /** @type {{contract: Contract}} */ (inUse).contract;
}

/** A pattern of the contract; `g` finds all, `y` only where it is told to look. @param {string} name @param {string} [more] */
function patternOf(name, more = "") {
  const { patterns } = contractInUse();
  const known = /** @type {{patterns: Map<string, RegExp>}} */ (inUse).patterns;
  const key = `${name}/${more}`;
  const found = known.get(key) ?? new RegExp(patterns[name][0], patterns[name][1] + more);
  known.set(key, found);
  found.lastIndex = 0;
  return found;
}

/** A message of the catalogue in the reader's language; `%(name)s` are filled with the values. @param {string} text @param {Record<string, Shown>} [values] */
function say(text, values) {
  return rendered(ownValue(contractInUse().messages, text) ?? text, text, values);
}

/** A message that depends on `%(number)d`. @param {string} singular @param {string} plural @param {number} number @param {Record<string, Shown>} [values] */
function sayNumber(singular, plural, number, values) {
  const { plurals, plural_of } = contractInUse();
  const source = number === 1 ? singular : plural;
  const form = plural_of[number < plural_of.length ? Math.max(number, 0) : 100 + (number % 100)];
  return rendered(ownValue(plurals, singular)?.[form] ?? source, source, { number, ...values });
}

/** A message to be put into another one. @param {string} text @returns {Said} */
function translated(text) {
  return { said: ownValue(contractInUse().messages, text) ?? text };
}

/** The value of a key that the object itself has. @template T @param {Record<string, T>} object @param {string} key @returns {T | undefined} */
function ownValue(object, key) {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

/** The translation with its values; the source text if the translation has other placeholders. @param {string} text @param {string} source @param {Record<string, Shown>} [values] */
function rendered(text, source, values) {
  if (!values) return text;
  return filled(text, values) ?? filled(source, values) ?? source;
}

/** @param {string} text @param {Record<string, Shown>} values */
function filled(text, values) {
  let isWhole = true;
  const result = text.replace(/%(?:\((\w+)\)[sd]|(%))?/g, (_, name, percent) => {
    if (percent) return "%";
    if (name && Object.hasOwn(values, name)) return shown(values[name]);
    isWhole = false;
    return "";
  });
  return isWhole ? result : undefined;
}

/** @param {Shown} value @returns {string} */
function shown(value) {
  if (Array.isArray(value)) return value.map(shown).join(", ");
  if (typeof value === "object") return value.said;
  return typeof value === "number" ? String(value) : printable(value);
}

/** One line of `text` without control characters, cut after `longest` characters; what may be private is not shown. @param {string} text */
function printable(text, longest = contractInUse().limits.shown) {
  if (mustNotBeShown(text)) return "…";
  const characters = [...text.slice(0, 2 * longest + 2)].slice(0, longest + 1);
  const plain = characters.map((each) => (/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u.test(each) ? " " : each));
  return plain.length <= longest ? plain.join("") : plain.slice(0, longest - 1).join("") + "…";
}

/** Whether a text might hold an e-mail address or a telephone number. @param {string} text */
function mustNotBeShown(text) {
  return patternOf("any_sign").test(text) || patternOf("seven_digits").test(text.replace(patternOf("dates", "g"), ""));
}
