// What `covenant check` would say of a record, said in the browser: the same schemas, rules, words and order of causes.
// For the other scripts: problemsOf. What needs the whole registry or the file's own writing is left to the check;
// generator/form/contract.py lists it.
"use strict";

/** @typedef {(string | number)[]} Path  the keys and list positions that lead to a value */
/** @typedef {[code: string, message: string, hint: string]} Finding */
/** @typedef {{path: Path, code: string, severity: "error" | "warning", message: string, hint: string}} RecordProblem */
/** @typedef {RecordProblem & {at: number}} PlacedProblem  with the place in the written record */
/** @typedef {{path: Path, key: number, value: number}} Place  where a key and its value begin in the written record */
/** @typedef {{data: any, text: string, places: Place[], byPath: Map<string, Place>, texts: [Path, string][], refused: PlacedProblem[]}} Written */
/** @typedef {{keyword: string, wanted: any, value: any, path: Path, schema: Schema}} SchemaError */

/**
 * Everything that is wrong in a record, in the order of the record. The problem of a missing key is at that key.
 * Throws nothing, whatever the record.
 * @param {unknown} record plain data as YAML has it
 * @param {Contract} contract
 * @returns {RecordProblem[]}
 */
function problemsOf(record, contract) {
  speak(contract);
  const written = writtenRecord(record);
  if (written.refused.length) return inOrder(written.refused);
  const ofSchema = [...schemaProblems(written, contract.schema)];
  const rules = ofSchema.some(({ severity }) => severity === "error") ? [] : [languageCodes, tooManySignatories, reportPeriod];
  const found = [...rules, personalData, markup, examplesLeft].flatMap((rule) => [...rule(written, contract)]);
  return inOrder([...ofSchema, ...found]);
}

/** @param {PlacedProblem[]} problems @returns {RecordProblem[]} */
function inOrder(problems) {
  const distinct = new Map(problems.map((each) => [JSON.stringify([each.at, each.code, each.message]), each]));
  const sorted = [...distinct.values()].sort((one, other) => one.at - other.at);
  return sorted.map(({ path, code, severity, message, hint }) => ({ path, code, severity, message, hint }));
}

/** @param {Written} written @param {Path} path @param {Finding} finding @returns {PlacedProblem} */
function problemAt(written, path, [code, message, hint], { isKey = false, severity = /** @type {"error" | "warning"} */ ("error") } = {}) {
  const place = written.byPath.get(JSON.stringify(path));
  return { path, code, severity, message, hint, at: (isKey ? place?.key : place?.value) ?? 0 };
}

// ---- the record as it will stand in its file

/** A whole or decimal number as YAML reads it; any other is read as text. */
const YAML_NUMBER = /^-?(?:0|[1-9][0-9]{0,17})(?:\.[0-9]{1,18})?$/;
const PLAIN_KEY = /^[A-Za-z_][A-Za-z0-9_-]*$/;
/** Whether a text goes into a block, line by line. @param {string} text */
const isProse = (text) => text.includes("\n") && !text.includes("\r") && text === text.trim();

/** The record in lines, in a bounded copy, and where its values stand; `refused` if it is no record at all. @param {unknown} record @returns {Written} */
function writtenRecord(record) {
  const writer = new RecordWriter();
  writer.data = writer.take(record, [], "");
  writer.text += "\n";
  if (writer.data === null) writer.refuse([], ["empty-file", say("The file has no content."), say("Begin with “covenant new”, or copy another record.")]);
  if (writer.text.length > contractInUse().limits.bytes / 4) writer.weigh();
  return writer;
}

/** One walk over a record. */
class RecordWriter {
  text = "";
  /** @type {Place[]} */ places = [];
  /** @type {Map<string, Place>} */ byPath = new Map();
  /** @type {[Path, string][]} */ texts = [];
  /** @type {PlacedProblem[]} */ refused = [];
  /** @type {any} */ data = null;
  events = 2;
  isStopped = false;

  /** Writes a value behind what is written, and returns its copy. @param {any} value @param {Path} path @param {string} indent @returns {any} */
  take(value, path, indent) {
    if (this.isStopped) return null;
    if (path.length === 0) this.mark([], 0, 0);
    const isGroup = typeof value === "object" && value !== null;
    if (isGroup && path.length >= contractInUse().limits.depth) return this.stop(path, tooDeep());
    const copy = isGroup ? this.takeGroup(value, path, indent) : this.takeScalar(value, path);
    this.count(path);
    return copy;
  }

  /** @param {object} group @param {Path} path @param {string} indent */
  takeGroup(group, path, indent) {
    const copy = Array.isArray(group) ? /** @type {any[]} */ ([]) : Object.create(null);
    const entries = Array.isArray(group) ? group.entries() : Object.entries(group);
    this.count(path);
    let separator = "";
    for (const [step, inner] of entries) {
      if (this.isStopped) break;
      this.text += separator;
      separator = `\n${indent}`;
      copy[step] = this.takeEntry(step, inner, [...path, step], indent);
    }
    if (!separator) this.text += Array.isArray(group) ? "[]" : "{}";
    return copy;
  }

  /** @param {string | number} step @param {any} inner @param {Path} path @param {string} indent */
  takeEntry(step, inner, path, indent) {
    const start = this.text.length;
    if (typeof step === "number") {
      this.text += "- ";
      this.mark(path, start + 2, start + 2);
    } else {
      this.text += PLAIN_KEY.test(step) ? `${step}:` : `${JSON.stringify(step)}:`;
      this.lookAt(step, path, start);
      this.count(path);
      this.text += isFilled(inner) ? `\n${indent}  ` : " ";
      this.mark(path, start, this.text.length);
    }
    return this.take(inner, path, `${indent}  `);
  }

  /** @param {any} value @param {Path} path */
  takeScalar(value, path) {
    const isText = typeof value === "string" || (typeof value === "number" && !YAML_NUMBER.test(String(value)));
    if (!isText) {
      const copy = typeof value === "number" || typeof value === "boolean" ? value : null;
      this.text += String(copy);
      return copy;
    }
    const text = String(value);
    this.lookAt(text, path, this.text.length);
    this.texts.push([path, text]);
    const indent = "  ".repeat(path.length);
    this.text += isProse(text) ? `|-\n${indent}${text.replaceAll("\n", `\n${indent}`)}` : JSON.stringify(text);
    return text;
  }

  /** @param {Path} path @param {number} key @param {number} value */
  mark(path, key, value) {
    const place = { path, key, value };
    this.byPath.set(JSON.stringify(path), place);
    this.places.push(place);
  }

  /** Refuses the first character that no record needs. @param {string} text @param {Path} path @param {number} at */
  lookAt(text, path, at) {
    const [character] = text.match(patternOf("forbidden")) ?? [];
    if (character) this.refuse(path, invisible(character), at);
  }

  /** @param {Path} path @param {Finding} finding */
  refuse(path, [code, message, hint], at = this.text.length) {
    this.refused.push({ path, code, severity: "error", message, hint, at });
  }

  /** Counts as many as the reader of YAML does. @param {Path} path */
  count(path) {
    if (this.events++ >= contractInUse().limits.events + 1 && !this.isStopped) this.stop(path, tooMany());
    return null;
  }

  /** @param {Path} path @param {Finding} finding */
  stop(path, finding) {
    this.refuse(path, finding);
    this.isStopped = true;
    return null;
  }

  /** Refuses a file that is too large; nothing else is said of it. */
  weigh() {
    const size = new TextEncoder().encode(this.text).length;
    const limit = contractInUse().limits.bytes;
    if (size <= limit) return;
    const message = say("The file has %(size)d KB; a record may have %(limit)d KB.", { size: Math.ceil(size / 1024), limit: limit / 1024 });
    this.refused = [];
    this.refuse([], ["file-too-large", message, say("Shorten the texts; put long documents on your website and link to them.")]);
  }
}

/** @param {any} value */
const isFilled = (value) => typeof value === "object" && value !== null && Object.keys(value).length > 0;

/** @returns {Finding} */
function tooDeep() {
  const message = say("The values are nested more than %(limit)d levels deep.", { limit: contractInUse().limits.depth });
  return ["too-deep", message, say("Compare the file with another record; no record needs so many levels.")];
}

/** @returns {Finding} */
function tooMany() {
  return ["too-many-values", say("There are too many keys and values in this file."), say("Compare the file with another record; no record needs so many.")];
}

/** @param {string} character @returns {Finding} */
function invisible(character) {
  const code = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
  if (patternOf("direction").test(character)) {
    const message = say("There is an invisible character (%(code)s) here that changes the direction of text.", { code });
    return ["direction-character", message, say("Delete it. The site sets the direction of each language by itself.")];
  }
  const message = say("There is an invisible control character (%(code)s) here.", { code });
  return ["control-character", message, say("Delete it and type the text again; it often comes from copying out of another program.")];
}

// ---- the schema

/** Of several errors at one place, which one is the cause: the lowest. @type {Record<string, number>} */
const RANK = { additionalProperties: 0, required: 0, dependentRequired: 0, type: 1, enum: 2, pattern: 3 };
const LOWEST_RANK = 6;

/** Everything in which the record departs from its schema, one problem for one cause. @param {Written} written @param {Schema} record */
function schemaProblems(written, record) {
  /** @type {Map<string, [number, PlacedProblem]>} */
  const worst = new Map();
  for (const error of errorsOf(written.data, record, [])) {
    const rank = RANK[error.keyword] ?? LOWEST_RANK;
    for (const problem of explained(error, written, record)) {
      const at = JSON.stringify([problem.at, rank === 0 ? problem.message : null]);
      const before = worst.get(at);
      if (!before || rank < before[0]) worst.set(at, [rank, problem]);
    }
  }
  return [...worst.values()].map(([, problem]) => problem);
}

/** What no keyword of a schema says to the validator. */
const ANNOTATIONS = ["$schema", "$id", "title", "description", "examples", "then", "else"];

/** @param {any} value @returns {value is Record<string, any>} */
const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
/** @param {any} value */
const lengthOf = (value) => (typeof value === "string" ? [...value].length : 0);
/** @param {string} text @param {Schema} schema */
const isWithinLength = (text, schema) => text.length <= 2 * (schema.maxLength ?? Infinity) && lengthOf(text) <= (schema.maxLength ?? Infinity);

/** For each JSON type, whether a value is of it. @type {Record<string, (value: any) => boolean>} */
const TYPES = {
  object: isObject,
  array: Array.isArray,
  string: (value) => typeof value === "string",
  boolean: (value) => typeof value === "boolean",
  number: (value) => typeof value === "number",
  integer: Number.isInteger,
};

/** For each keyword that is a condition of its own, whether a value meets it. @type {Record<string, (value: any, wanted: any, schema: Schema) => boolean>} */
const CONDITIONS = {
  type: (value, wanted) => TYPES[wanted](value),
  enum: (value, wanted) => wanted.includes(value),
  const: (value, wanted) => value === wanted,
  pattern: (value, wanted, schema) => typeof value !== "string" || !isWithinLength(value, schema) || new RegExp(wanted, "u").test(value),
  format: (value, wanted, schema) => typeof value !== "string" || !isWithinLength(value, schema) || isOfFormat(value, wanted),
  minLength: (value, wanted) => typeof value !== "string" || lengthOf(value) >= wanted,
  maxLength: (value, wanted) => lengthOf(value) <= wanted,
  minItems: (value, wanted) => !Array.isArray(value) || value.length >= wanted,
  maxItems: (value, wanted) => !Array.isArray(value) || value.length <= wanted,
  minProperties: (value, wanted) => !isObject(value) || Object.keys(value).length >= wanted,
  maxProperties: (value, wanted) => !isObject(value) || Object.keys(value).length <= wanted,
  minimum: (value, wanted) => typeof value !== "number" || value >= wanted,
  maximum: (value, wanted) => typeof value !== "number" || value <= wanted,
  required: (value, wanted) => !isObject(value) || wanted.every((/** @type {string} */ key) => Object.hasOwn(value, key)),
  dependentRequired: (value, wanted) => !isObject(value) || needed(value, wanted).every((key) => Object.hasOwn(value, key)),
};

/** For each keyword that looks further into the value, its errors. @type {Record<string, (value: any, wanted: any, path: Path, schema: Schema) => Iterable<SchemaError>>} */
const APPLICATORS = {
  *properties(value, wanted, path) {
    if (!isObject(value)) return;
    for (const [key, schema] of Object.entries(wanted)) if (Object.hasOwn(value, key)) yield* errorsOf(value[key], schema, [...path, key]);
  },
  *additionalProperties(value, wanted, path, schema) {
    if (!isObject(value)) return;
    const unknown = unknownKeys(value, schema);
    if (wanted === false && unknown.length) yield { keyword: "additionalProperties", wanted, value, path, schema };
    if (wanted !== false) for (const key of unknown) yield* errorsOf(value[key], wanted, [...path, key]);
  },
  *propertyNames(value, wanted, path) {
    if (!isObject(value)) return;
    for (const key of Object.keys(value)) for (const error of errorsOf(key, wanted, [...path, key])) yield { ...error, keyword: "propertyNames" };
  },
  *items(value, wanted, path) {
    if (Array.isArray(value)) for (const [index, item] of value.entries()) yield* errorsOf(item, wanted, [...path, index]);
  },
  *uniqueItems(value, wanted, path, schema) {
    if (!Array.isArray(value)) return;
    const seen = new Set();
    for (const [index, item] of value.entries()) {
      const canonical = canonicalJson(item);
      if (seen.has(canonical)) yield { keyword: "uniqueItems", wanted, value, path: [...path, index], schema: schema.items };
      seen.add(canonical);
    }
  },
  *oneOf(value, wanted, path, schema) {
    const codes = wanted.map((/** @type {Schema} */ choice) => choice.const);
    if (!codes.includes(value)) yield { keyword: "enum", wanted: codes, value, path, schema };
  },
  *if(value, wanted, path, schema) {
    const branch = [...errorsOf(value, wanted, path)].length ? schema.else : schema.then;
    for (const error of branch ? errorsOf(value, branch, path) : []) yield error.path === path ? { ...error, schema } : error;
  },
};

/** What a value does not meet of a schema in which every `$ref` is written out. @param {any} value @param {Schema} schema @param {Path} path @returns {Iterable<SchemaError>} */
function* errorsOf(value, schema, path) {
  for (const [keyword, wanted] of Object.entries(schema)) {
    if (Object.hasOwn(APPLICATORS, keyword)) yield* APPLICATORS[keyword](value, wanted, path, schema);
    else if (Object.hasOwn(CONDITIONS, keyword) && !CONDITIONS[keyword](value, wanted, schema)) yield { keyword, wanted, value, path, schema };
  }
}

/** The keys of a group that its schema does not name. @param {Record<string, any>} group @param {Schema} schema */
const unknownKeys = (group, schema) => Object.keys(group).filter((key) => !Object.hasOwn(schema.properties ?? {}, key));

/** The keys that the keys of a group need beside them. @param {Record<string, any>} group @param {Record<string, string[]>} wanted */
const needed = (group, wanted) => Object.entries(wanted).flatMap(([key, needs]) => (Object.hasOwn(group, key) ? needs : []));

/** @param {any} value @returns {string} */
function canonicalJson(value) {
  return JSON.stringify(value, (_, inner) => (isObject(inner) ? Object.fromEntries(Object.entries(inner).sort(([one], [other]) => (one < other ? -1 : 1))) : inner));
}

/** @param {string} text @param {string} format */
function isOfFormat(text, format) {
  if (format === "email") return text.includes("@");
  if (format === "uri") return patternOf("uri").test(text);
  return format !== "date" || isDay(text);
}

/** @param {string} text */
function isDay(text) {
  if (!/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/.test(text) || text.startsWith("0000")) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

// ---- what an error of the schema means, as generator/explanations.py and wrong_values.py explain it

/** @param {SchemaError} error @param {Written} written @param {Schema} record @returns {Iterable<PlacedProblem>} */
function* explained(error, written, record) {
  const { keyword, path, value, schema } = error;
  if (keyword === "additionalProperties") {
    for (const key of unknownKeys(value, schema).slice(0, contractInUse().limits.unknown_keys)) {
      yield problemAt(written, [...path, key], unknownKey(key, value, schema, record), { isKey: true });
    }
  } else if (keyword === "required" || keyword === "dependentRequired") {
    const { at } = problemAt(written, path, ["", "", ""]);
    for (const key of missingKeys(error)) yield { ...problemAt(written, [...path, key], missingKey(key, schema.properties[key])), at };
  } else if (keyword === "propertyNames") {
    yield problemAt(written, path, notALanguage(value), { isKey: true });
  } else {
    yield problemAt(written, path, EXPLANATIONS[keyword](error));
  }
}

/** @param {string} close */
const didYouMean = (close) => say("Did you mean “%(close)s”?", { close });

/** @param {string} key @param {Record<string, any>} group @param {Schema} schema @param {Schema} record @returns {Finding} */
function unknownKey(key, group, schema, record) {
  const known = Object.keys(schema.properties);
  const message = say("There is no key “%(key)s” here.", { key });
  const close = keyMeant(key, known.filter((other) => !Object.hasOwn(group, other)));
  if (close) return ["unknown-key", message, didYouMean(close)];
  if (Object.hasOwn(record.properties, key)) return ["unknown-key", message, say("“%(key)s” begins at the left edge, without spaces before it.", { key })];
  const home = Object.keys(record.properties).find((each) => Object.hasOwn(record.properties[each].properties ?? {}, key));
  if (home) return ["unknown-key", message, say("It belongs under “%(home)s”, indented by two spaces.", { home })];
  return ["unknown-key", message, say("Possible keys: %(known)s.", { known })];
}

/** The keys that are missing, without those that only have been misspelt. @param {SchemaError} error */
function missingKeys({ keyword, wanted, value, schema }) {
  const keys = keyword === "required" ? wanted : needed(value, wanted);
  const known = Object.keys(schema.properties);
  const misspelt = new Set(unknownKeys(value, schema).slice(0, contractInUse().limits.unknown_keys).map((key) => keyMeant(key, known)));
  return keys.filter((/** @type {string} */ key) => !Object.hasOwn(value, key) && !misspelt.has(key));
}

/** @param {string} key @param {Schema} schema @returns {Finding} */
function missingKey(key, schema) {
  const message = say("“%(key)s” is missing (%(title)s).", { key, title: translated(schema.title) });
  return ["missing-key", message, say("Add “%(key)s: …”. %(help)s", { key, help: translated(schema.description) })];
}

/** @param {string} code @returns {Finding} */
function notALanguage(code) {
  const message = say("“%(code)s” is not the code of a language.", { code });
  const meant = languageMeant(code);
  return ["unknown-language", message, meant ? didYouMean(meant) : say("Write a code such as bg, en or el, then a colon and the text.")];
}

/** @param {Schema} schema */
const helpOf = (schema) => ("description" in schema ? translated(schema.description).said : "");

/** A value as Python writes it. @param {any} value */
function asText(value) {
  if (typeof value === "boolean") return value ? "True" : "False";
  const isTiny = typeof value === "number" && value !== 0 && Math.abs(value) < 1e-4;
  return isTiny ? value.toExponential().replace(/e-(\d)$/, "e-0$1") : String(value);
}

/** @param {SchemaError} error @returns {Finding} */
function wrongType(error) {
  const { value, wanted, path, schema } = error;
  if (value === null) return emptyValue(error);
  if (path.length === 0) {
    return ["wrong-type", say("A record is made of keys with their values, such as “name: …”."), say("Begin with “covenant new”, or copy another record.")];
  }
  if ("propertyNames" in schema) {
    const hint = say("Write the code of the language first, on a line of its own, indented by two spaces: “en: …”");
    return ["wrong-type", say("Here should be a text for each language."), hint];
  }
  if (wanted === "string" && typeof value !== "object" && !hasForm(asText(value), schema)) return wrongForm(error);
  return ["wrong-type", ...WANTED[wanted](value, helpOf(schema))];
}

/** For each type that is wanted, message and hint. @type {Record<string, (value: any, help: string) => [string, string]>} */
const WANTED = {
  object: (_, help) => [say("Here should be a group of keys, each on a line of its own, indented by two spaces."), help],
  array: (value, help) => [say("Here should be a list."), typeof value === "string" ? say("Write it in square brackets: %(close)s", { close: `[${value}]` }) : help],
  string: (value) => [say("Here should be a text."), textWanted(value)],
  number: (value, help) => [say("Here should be a number in digits, without quotes."), unquoted(value, help)],
  integer: (value, help) => [say("Here should be a whole number in digits, without quotes."), unquoted(value, help)],
  boolean: (value) => [say("Here should be “true” or “false”."), yesOrNoWanted(value)],
};

/** @param {any} value */
function textWanted(value) {
  if (Array.isArray(value)) return say("Write it without square brackets and without “- ”.");
  if (isObject(value)) return say("Put a text with a colon or with brackets in quotes.");
  return say("Put it in quotes: %(close)s", { close: `"${asText(value).toLowerCase()}"` });
}

/** @param {any} value @param {string} help */
function unquoted(value, help) {
  return typeof value === "string" && /^(?:0|[1-9][0-9]{0,5})$/.test(value) ? say("Write it without quotes: %(close)s", { close: value }) : help;
}

/** @param {any} value */
function yesOrNoWanted(value) {
  const meant = typeof value === "object" ? undefined : ownValue(contractInUse().words.yes_or_no, foldedLetters(asText(value)).trim());
  return meant ? didYouMean(/** @type {string} */ (meant)) : say("Write “true” for yes and “false” for no, without quotes.");
}

/** @param {SchemaError} error @returns {Finding} */
function notACode(error) {
  const { value, wanted, schema } = error;
  if (value === null) return emptyValue(error);
  const isOfCountries = wanted.includes("GR");
  const hint = isOfCountries ? helpOf(schema) : say("Possible values: %(allowed)s.", { allowed: wanted });
  if (typeof value === "object") return ["wrong-type", say("Here should be one of the possible values."), hint];
  const text = asText(value);
  const message = isOfCountries
    ? say("“%(value)s” is not the code of a country.", { value: text })
    : say("“%(value)s” is not one of the possible values.", { value: text });
  const meant = isOfCountries ? countryMeant(text, wanted) : closestWord(text, wanted);
  return ["unknown-code", message, meant ? didYouMean(meant) : hint];
}

/** @param {SchemaError} error @returns {Finding} */
function emptyValue({ schema }) {
  return ["empty-value", say("There is nothing here."), helpOf(schema) || say("Fill it in, or delete the key.")];
}

/** @param {SchemaError} error @returns {Finding} */
function wrongForm(error) {
  const { schema } = error;
  const value = asText(error.value);
  if (!value.trim()) return emptyValue(error);
  if (/[\n\t]/.test(value)) return ["wrong-form", say("This text must be one line, without tabs."), say("Write it on one line.")];
  if (schema.format === "date" && /^\p{Nd}{4}-\p{Nd}\p{Nd}-\p{Nd}\p{Nd}$/u.test(value)) {
    return ["wrong-form", say("There is no such day."), say("Look at the month and the day.")];
  }
  const message = say("This is not in the form needed here.");
  for (const meant of formsMeant(value)) {
    if (hasForm(meant, schema) && !mustNotBeShown(meant)) return ["wrong-form", message, didYouMean(meant)];
  }
  return ["wrong-form", message, formOf(schema)];
}

/** @param {string} text @param {Schema} schema */
const hasForm = (text, schema) => new RegExp(schema.pattern ?? "", "u").test(text) && isOfFormat(text, schema.format ?? "");

/** How to write a value, by its example if there is one. @param {Schema} schema */
function formOf(schema) {
  if (!schema.examples) return helpOf(schema);
  return say("%(help)s Write it like this: %(example)s", { help: { said: helpOf(schema) }, example: translated(String(schema.examples[0])) });
}

/** @param {SchemaError} error @returns {Finding} */
function tooLong({ value, wanted }) {
  return ["too-long", say("The text has %(length)d characters; at most %(limit)d fit.", { length: lengthOf(value), limit: wanted }), say("Shorten it.")];
}

/** @param {SchemaError} error @returns {Finding} */
function tooManyEntries({ value, wanted }) {
  const length = Object.keys(value).length;
  return ["too-many", say("There are %(length)d entries; at most %(limit)d fit.", { length, limit: wanted }), say("Keep the most important ones.")];
}

/** @param {SchemaError} error @returns {Finding} */
function tooSmall({ value, wanted, schema }) {
  return ["too-small", say("%(value)s is too little; the least is %(limit)s.", { value: asText(value), limit: wanted }), helpOf(schema)];
}

/** @param {SchemaError} error @returns {Finding} */
function tooLarge({ value, wanted, schema }) {
  return ["too-large", say("%(value)s is too much; the most is %(limit)s.", { value: asText(value), limit: wanted }), helpOf(schema)];
}

/** @returns {Finding} */
function listedTwice() {
  return ["listed-twice", say("The same entry stands in this list already."), say("Keep one of the two.")];
}

/** How the error of each keyword is explained. @type {Record<string, (error: SchemaError) => Finding>} */
const EXPLANATIONS = {
  type: wrongType,
  enum: notACode,
  pattern: wrongForm,
  format: wrongForm,
  minLength: emptyValue,
  minItems: emptyValue,
  minProperties: emptyValue,
  maxLength: tooLong,
  maxItems: tooManyEntries,
  maxProperties: tooManyEntries,
  minimum: tooSmall,
  maximum: tooLarge,
  uniqueItems: listedTwice,
};

// ---- what was probably meant, as generator/meant.py finds it

/** Letters in lower case without marks, as generator/folding.py folds them. @param {string} text */
function foldedLetters(text) {
  const lower = [...text.normalize("NFC")].map((each) => each.toLowerCase().toUpperCase().toLowerCase()).join("");
  return [...lower].map(foldedLetter).join("").normalize("NFC");
}

/** @param {string} letter */
function foldedLetter(letter) {
  if (letter <= "\x7f") return letter;
  const [base] = letter.normalize("NFD");
  if (/[\p{Script=Latin}\p{Script=Greek}]/u.test(base)) return ownValue(contractInUse().words.folded, base) ?? base;
  return /\p{Mn}/u.test(letter) && letter < "\u0370" ? "" : letter;
}

/** @param {string} key @param {string[]} known */
function keyMeant(key, known) {
  const meant = ownValue(contractInUse().words.keys_meant, plainWord(key));
  return typeof meant === "string" && known.includes(meant) ? meant : closestWord(key, known);
}

/** @param {string} word */
const plainWord = (word) => [...word.slice(0, 1000).trim().toLowerCase().replace(/[ -]/g, "_")].slice(0, 100).join("");

/** The known word that looks most like another, if one looks like it at all. @param {string} word @param {string[]} known */
function closestWord(word, known) {
  const plain = [...plainWord(word)];
  /** @type {[likeness: number, lower: string, name: string][]} */
  const alike = known.map((name) => [likeness([...name.toLowerCase()], plain), name.toLowerCase(), name]);
  const [best] = alike.filter(([ratio]) => ratio >= 0.6).sort((one, other) => other[0] - one[0] || (one[1] < other[1] ? 1 : -1));
  return best?.[2];
}

/** How alike two words are, from 0 to 1, by the longest parts that they share. @param {string[]} one @param {string[]} other */
function likeness(one, other) {
  const letters = one.length + other.length;
  return letters ? (2 * shared(one, other)) / letters : 1;
}

/** How many letters stand in both words in the same order. @param {string[]} one @param {string[]} other @returns {number} */
function shared(one, other) {
  let [size, from, at] = [0, 0, 0];
  let before = /** @type {number[]} */ ([]);
  for (const [i, letter] of one.entries()) {
    const lengths = other.map((each, j) => (each === letter ? (before[j - 1] ?? 0) + 1 : 0));
    for (const [j, length] of lengths.entries()) if (length > size) [size, from, at] = [length, i - length + 1, j - length + 1];
    before = lengths;
  }
  if (!size) return 0;
  return size + shared(one.slice(0, from), other.slice(0, at)) + shared(one.slice(from + size), other.slice(at + size));
}

/** @param {string} text @param {string[]} known @returns {string | undefined} */
function countryMeant(text, known) {
  const { countries_meant, countries_named } = contractInUse().words;
  const plain = text.trim().toUpperCase();
  if (known.includes(plain)) return plain;
  const meant = ownValue(countries_meant, plain) ?? ownValue(countries_named, foldedLetters(text).trim());
  return typeof meant === "string" && known.includes(meant) ? meant : undefined;
}

/** @param {string} text @returns {string | undefined} */
function languageMeant(text) {
  const { languages_meant, language_codes } = contractInUse().words;
  const plain = foldedLetters(text).trim();
  const meant = ownValue(languages_meant, plain);
  return typeof meant === "string" ? meant : language_codes.includes(plain) ? plain : undefined;
}

/** Other ways to write a value: in small letters, as a day or month with hyphens, as an address, as a language. @param {string} text */
function* formsMeant(text) {
  const plain = text.trim();
  yield plain.toLowerCase();
  const yearFirst = wholly("year_first", plain);
  if (yearFirst) yield withHyphens(yearFirst.slice(1));
  const dayFirst = wholly("day_first", plain);
  if (dayFirst && (dayFirst[2] !== "/" || !dayFirst[3] || Number(dayFirst[1]) > 12)) yield withHyphens([dayFirst[4], dayFirst[3], dayFirst[1]]);
  const host = wholly("web_host", plain);
  if (host) yield `https://${host[1]}`;
  const language = languageMeant(plain);
  if (language) yield language;
}

/** @param {string[]} parts */
const withHyphens = (parts) => parts.filter(Boolean).map((part) => part.padStart(2, "0")).join("-");

/** The match of a pattern with a whole text. @param {string} name @param {string} text */
function wholly(name, text) {
  const [source, flags] = contractInUse().patterns[name];
  return text.match(new RegExp(`^(?:${source})$`, flags));
}

// ---- rules beside the schema, as the modules of generator/checks have them

/** @param {Written} written @returns {Iterable<PlacedProblem>} */
function* languageCodes(written) {
  const { language_codes, languages_rather, per_language } = contractInUse().words;
  for (const [path, text] of written.texts) {
    const isKey = path.length > 1 && per_language.includes(path[path.length - 2]);
    if (!isKey && path[path.length - 1] !== "language" && path[0] !== "languages") continue;
    const code = isKey ? String(path[path.length - 1]) : text;
    const [language] = code.split("-");
    const rather = ownValue(languages_rather, code);
    if (typeof rather === "string") {
      const message = say("As the code of a language, “%(code)s” means one hardly spoken in Europe.", { code });
      yield problemAt(written, path, ["unlikely-language", message, didYouMean(rather)], { isKey, severity: "warning" });
    } else if (!language_codes.includes(language) || Object.hasOwn(languages_rather, language)) {
      yield problemAt(written, path, unknownLanguage(code, language), { isKey });
    }
  }
}

/** @param {string} code @param {string} language @returns {Finding} */
function unknownLanguage(code, language) {
  const meant = languageMeant(language);
  const hint = meant ? didYouMean(meant) : say("Use a code such as bg, en or el.");
  return ["unknown-language", say("“%(code)s” is not the code of a language.", { code }), hint];
}

/** @param {Written} written @returns {Iterable<PlacedProblem>} */
function* tooManySignatories(written) {
  const { total = 0, signatories = 0 } = written.data.members ?? {};
  if (signatories <= total) return;
  const message = say("There are more signatories (%(signatories)d) than members (%(total)d).", { signatories, total });
  const hint = say("Count here only signatories that are members; check both numbers.");
  yield problemAt(written, ["members", "signatories"], ["more-signatories-than-members", message, hint]);
}

/** @param {Written} written @param {Contract} contract @returns {Iterable<PlacedProblem>} */
function* reportPeriod(written, { kind, today, reports }) {
  if (kind !== "report") return;
  const { period, submitted_on } = written.data;
  const length = periodLength(period);
  if (length) yield problemAt(written, ["period"], length);
  if (period.to >= today.slice(0, 7)) {
    yield problemAt(written, ["period", "to"], ["period-in-future", say("The period is not over yet."), say("Hand in the report after its last month, or correct the period.")]);
  } else if (submitted_on > today) {
    yield problemAt(written, ["submitted_on"], ["date-in-future", say("This day lies in the future."), say("Write the day on which you hand in the report.")]);
  } else if (submitted_on.slice(0, 7) <= period.to) {
    const finding = /** @type {Finding} */ (["submitted-early", say("The report was handed in before its period was over."), say("Check the day and the period.")]);
    yield problemAt(written, ["submitted_on"], finding, { severity: "warning" });
  }
  for (const { name, from, to } of reports ?? []) {
    if (period.from > to || from > period.to) continue;
    const message = say("The period shares months with the report %(name)s.yml.", { name });
    yield problemAt(written, ["period"], ["periods-overlap", message, say("Each month belongs to one report; correct one of the two periods.")]);
  }
}

/** @param {{from: string, to: string}} period @returns {Finding | undefined} */
function periodLength({ from, to }) {
  if (to < from) return ["period-length", say("The period ends before it begins."), say("Correct “from” and “to”.")];
  const months = monthNumber(to) - monthNumber(from) + 1;
  if (months === 12 || months === 24) return undefined;
  const message = sayNumber("The period has %(number)d month; a report covers 12 or 24.", "The period has %(number)d months; a report covers 12 or 24.", months);
  return ["period-length", message, say("Write the first and the last month, for example 2024-01 and 2025-12.")];
}

/** @param {string} month */
const monthNumber = (month) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7));

/** @param {Written} written @returns {Iterable<PlacedProblem>} */
function* markup(written) {
  const kinds = /** @type {[string, string][]} */ ([["markup_html", say("HTML")], ["markup_template", say("template code")], ["markup_markdown", say("Markdown")]]);
  for (const [path, text] of written.texts) {
    const found = kinds.find(([name]) => patternOf(name).test(text));
    if (!found) continue;
    const message = say("The text contains %(what)s; it would be shown as it stands.", { what: { said: found[1] } });
    yield problemAt(written, path, ["markup-in-text", message, say("Write plain sentences; an empty line begins a new paragraph. Links go under “links”.")]);
  }
}

/** @param {Written} written @param {Contract} contract @returns {Iterable<PlacedProblem>} */
function* examplesLeft(written, { examples }) {
  const left = new Set(examples);
  for (const [path, text] of written.texts) {
    if (!left.has(text)) continue;
    yield problemAt(written, path, ["example-left", say("This is still the example."), say("Replace it with your own text, or delete it if you do not need it.")]);
  }
}

// ---- personal data, as generator/privacy.py finds it

/** @typedef {[start: number, end: number]} Span */

/** @returns {[(text: string) => Iterable<Span>, Finding][]} */
const searches = () => [
  [telephoneNumbers, ["personal-phone", say("This looks like a telephone number. Numbers are not published here."), say("Delete it; the website and the functional mailbox are enough.")]],
  [personNames, ["personal-name", say("This looks like the name of a person. Names of persons are not published here."), say("Delete it; write the department or the function instead.")]],
  [mailAddresses, ["personal-email", say("An e-mail address has no place here."), say("Delete it; the one functional mailbox stands under “contact”.")]],
];

/** @param {Written} written @param {Contract} contract @returns {Iterable<PlacedProblem>} */
function* personalData(written, { kind }) {
  const contact = kind === "supporter" && typeof written.data?.contact === "string" ? written.data.contact.trim() : "";
  if (contact.includes("@") && looksPersonal(contact)) {
    const hint = say("Use a functional mailbox of the organisation, such as office@… or info@…");
    yield problemAt(written, ["contact"], ["personal-email", say("This mailbox looks like a person's own."), hint]);
  }
  const seen = [contact].filter(Boolean);
  for (const [[start, end], finding] of personalIn(written.text)) {
    const found = written.text.slice(start, end);
    if (found === contact) continue;
    seen.push(found);
    yield { ...problemAt(written, pathAt(written, start), finding), at: start };
  }
  if (written.text.includes("\\") || written.text.includes("''")) yield* hiddenPersonalData(written, seen);
}

/** @param {string} text @returns {[Span, Finding][]} */
function personalIn(text) {
  return searches().flatMap(([search, finding]) => firstOf(search(text), contractInUse().limits.findings).map((span) => /** @type {[Span, Finding]} */ ([span, finding])));
}

/** @template T @param {Iterable<T>} found @param {number} most */
function firstOf(found, most) {
  const first = [];
  for (const each of found) {
    if (first.push(each) >= most) break;
  }
  return first;
}

/** What only the values show: written with escapes. @param {Written} written @param {string[]} seen @returns {Iterable<PlacedProblem>} */
function* hiddenPersonalData(written, seen) {
  for (const [path, value] of written.texts) {
    if (value.split("\n").every((line) => written.text.includes(line))) continue;
    for (const [[start, end], finding] of personalIn(value)) {
      const found = value.slice(start, end);
      if (!seen.some((each) => found.includes(each))) yield problemAt(written, path, finding);
    }
  }
}

/** The path of the last value whose key begins before a place. @param {Written} written @param {number} at */
function pathAt({ places }, at) {
  let [low, high] = [0, places.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (places[middle].key <= at) low = middle;
    else high = middle - 1;
  }
  return places[low].path;
}

/** Whether a text begins or ends with a letter or digit. @param {string} text */
const beginsWithLetter = (text) => /^[\p{L}\p{N}]/u.test(text);
/** @param {string} text */
const endsWithLetter = (text) => /[\p{L}\p{N}]$/u.test(text);

/** @param {string} text @returns {Iterable<Span>} */
function* telephoneNumbers(text) {
  for (const { index, 0: digits } of text.matchAll(patternOf("digits", "g"))) {
    const before = text.slice(Math.max(0, index - 3), index);
    const start = index - (before.match(patternOf("opening"))?.[0].length ?? 0);
    const end = index + digits.length;
    if (isTelephoneNumber(text, start, end) && !patternOf("url_before").test(text.slice(Math.max(0, start - 300), start))) yield [start, end];
  }
}

/** @param {string} text @param {number} start @param {number} end */
function isTelephoneNumber(text, start, end) {
  const before = text.slice(Math.max(0, start - 20), start);
  const number = text.slice(start, end);
  const label = before.replace(/[ .:\t\u00a0]+$/, "").toLowerCase();
  const isNamed = contractInUse().words.before_number.some((/** @type {string} */ word) => label.endsWith(word));
  if (!isNamed && !"+(0".includes(number[0])) return false;
  if (endsWithLetter(before) || beginsWithLetter(text.slice(end, end + 2)) || wholly("day", number) || wholly("millions", number)) return false;
  if (isNamed) return true;
  const isInternational = number.search(patternOf("international")) === 0 && (number.match(/\p{Nd}/gu) ?? []).length > 7;
  return (isInternational || wholly("national", number) !== null) && !/[_.-]$/.test(before);
}

/** @param {string} text @returns {Iterable<Span>} */
function* mailAddresses(text) {
  const sign = patternOf("spelled_sign").test(text) ? "any_sign" : "sign";
  for (const { index, 0: found } of text.matchAll(patternOf(sign, "g"))) {
    const local = text.slice(Math.max(0, index - 64), index).match(patternOf("local_part"));
    const host = patternOf("host", "y");
    host.lastIndex = index + found.length;
    if (local && host.test(text)) yield [index - local[0].length, host.lastIndex];
  }
}

/** Whether a mailbox is at a private provider, or is named after a person. @param {string} mailbox */
function looksPersonal(mailbox) {
  const { private_hosts, functions } = contractInUse().words;
  const [local, ...rest] = mailbox.toLowerCase().split("@");
  const host = rest.join("@");
  if (private_hosts.includes(host)) return true;
  const parts = foldedLetters(local).split(/[^a-z]+/).filter(Boolean);
  const known = new Set([...functions, ...host.split(/[.-]/)]);
  return parts.length > 1 && !parts.some((part) => known.has(part));
}

/** @param {string} text @returns {Iterable<Span>} */
function* personNames(text) {
  for (const match of text.matchAll(patternOf("behind_colon", "g"))) {
    const label = isName(match) ? labelBefore(text, match.index) : "";
    if (label) yield [match.index - label.length, match.index + match[0].length];
  }
  for (const match of text.matchAll(patternOf("behind_title", "g"))) {
    if (isName(match) && !endsWithLetter(text.slice(Math.max(0, match.index - 2), match.index))) yield [match.index, match.index + match[0].length];
  }
}

/** @param {RegExpMatchArray} words */
function isName([, first, second]) {
  if (/^\p{Lowercase}/u.test(first) || /^\p{Lowercase}/u.test(second)) return false;
  const { functions } = contractInUse().words;
  return !(foldedLetters(`${first} ${second}`).match(/[\p{L}\p{N}_]+/gu) ?? []).some((word) => functions.includes(word));
}

/** The text before a colon that ends in a label, from the label on. @param {string} text @param {number} end */
function labelBefore(text, end) {
  const before = text.slice(Math.max(0, end - 40), end);
  const lower = before.trimEnd().toLowerCase();
  const label = contractInUse().words.labels.find((/** @type {string} */ each) => lower.endsWith(each) && !endsWithLetter(lower.slice(0, -each.length)));
  return label ? before.slice(lower.length - label.length) : "";
}
