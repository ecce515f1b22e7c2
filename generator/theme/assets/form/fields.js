// A record from the fields of the page, and the fields from a record: texts by language, lists, choices.
// For the other scripts and for tests: record, fill, and where things are. From them: say and contractInUse (say.js), and
// arrangeAction, hasContent and tell (form.js).
"use strict";

const MOST_TEXTS = 40;
const FIELD = "[data-key]";
const CONTROL = "input, select, textarea";

/** @returns {HTMLFormElement} */
const formOnPage = () => /** @type {HTMLFormElement} */ (document.querySelector("[data-form]"));

/* ---- where things are */

/** The fields directly in the form, in a field or in an item. @param {HTMLElement} container @returns {HTMLElement[]} */
function fieldsIn(container) {
  const all = /** @type {HTMLElement[]} */ ([...container.querySelectorAll(FIELD)]);
  return all.filter((each) => each.parentElement?.closest("[data-key], [data-item], [data-form]") === container);
}

/** A part of a field that is its own, not that of a field within. @param {HTMLElement} field @param {string} selector @returns {any} */
const ownPart = (field, selector) => field.querySelector(`:scope > ${selector}`);

/** The items of a list, or the texts of a field by language. @param {HTMLElement} field @returns {HTMLElement[]} */
const rowsOf = (field) => [...ownPart(field, "[data-rows]").children];

/** @param {HTMLElement} field @returns {any} */
const controlOf = (field) => field.querySelector(CONTROL);

/** @param {HTMLElement} field @returns {HTMLInputElement[]} */
const boxesOf = (field) => [...field.querySelectorAll("input")];

/** @param {HTMLElement} row @returns {HTMLSelectElement} */
const languageOf = (row) => /** @type {HTMLSelectElement} */ (row.querySelector("[data-language]"));

/** @param {HTMLElement} row @returns {any} */
const wordsIn = (row) => row.querySelector("input, textarea");

/* ---- a record from the fields */

/** The record as the fields have it; what is empty is left out. `whole` has also what is set aside. */
function record(whole = false) {
  const fields = fieldsIn(formOnPage());
  return readFields(whole ? fields : fields.filter((field) => !field.closest("[data-with-action][hidden]"))) ?? Object.create(null);
}

/** @param {HTMLElement[]} fields @returns {Record<string, any> | undefined} */
function readFields(fields) {
  const read = Object.create(null);
  for (const field of fields) {
    const value = readField(field);
    if (value !== undefined) read[field.dataset.key ?? ""] = value;
  }
  return Object.keys(read).length ? read : undefined;
}

/** @param {HTMLElement} field @returns {any} */
function readField(field) {
  switch (field.dataset.shape) {
    case "group":
      return readFields(fieldsIn(field));
    case "list":
      return someOf(rowsOf(field).map(readItem).filter((each) => each !== undefined));
    case "texts":
      return readTexts(field);
    case "several":
      return someOf(readBoxes(field));
    case "one":
      return readChoice(field);
    case "number":
      return readNumber(controlOf(field));
    default:
      return controlOf(field).value.trim() === "" ? undefined : controlOf(field).value;
  }
}

/** @template T @param {T[]} values @returns {T[] | undefined} */
const someOf = (values) => (values.length ? values : undefined);

/** @param {HTMLElement} item */
function readItem(item) {
  const [first] = fieldsIn(item);
  return first.dataset.key === "" ? readField(first) : readFields(fieldsIn(item));
}

/** @param {HTMLElement} field */
function readTexts(field) {
  const texts = Object.create(null);
  for (const row of rowsOf(field)) if (wordsIn(row).value.trim()) texts[languageOf(row).value] = wordsIn(row).value;
  return Object.keys(texts).length ? texts : undefined;
}

/** The values that are ticked: those of a record in its order, then those that were added. @param {HTMLElement} field */
function readBoxes(field) {
  const ticked = boxesOf(field).filter((box) => box.checked).map((box) => box.value);
  const before = JSON.parse(field.dataset.order ?? "[]").filter((/** @type {string} */ value) => ticked.includes(value));
  return [...new Set([...before, ...ticked])];
}

/** The code that is chosen, or yes and no as true and false. @param {HTMLElement} field */
function readChoice(field) {
  const [value] = readBoxes(field);
  return value === "true" || (value === "false" ? false : value);
}

/** A number, or what was written if it is none. @param {HTMLInputElement} input */
function readNumber(input) {
  const value = input.value.trim();
  if (!value) return undefined;
  return /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : value;
}

/* ---- the fields from a record */

/** Show a record; fields that it has nothing for become empty. Whatever it holds, nothing in it is trusted. @param {any} wanted */
function fill(wanted) {
  showGroup(formOnPage(), wanted);
  arrangeAction(hasContent("[data-with-action]"));
}

/** The value of a key that an object itself has. @param {any} object @param {string} key */
const valueAt = (object, key) => (isGroup(object) && Object.hasOwn(object, key) ? object[key] : undefined);

/** @param {any} value */
const isGroup = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

/** A value as text; nothing for what is no single value. @param {any} value */
const plainText = (value) => (["string", "number", "boolean"].includes(typeof value) ? String(value) : "");

/** @param {HTMLElement} container @param {any} wanted */
function showGroup(container, wanted) {
  for (const field of fieldsIn(container)) showField(field, valueAt(wanted, field.dataset.key ?? ""));
}

/** @param {HTMLElement} field @param {any} value */
function showField(field, value) {
  switch (field.dataset.shape) {
    case "group":
      return showGroup(field, value);
    case "list":
      return showList(field, Array.isArray(value) ? value : []);
    case "texts":
      return showTexts(field, isGroup(value) ? Object.entries(value) : []);
    case "several":
      return showBoxes(field, Array.isArray(value) ? value : []);
    case "one":
      return showBoxes(field, [value]);
    default:
      return put(controlOf(field), plainText(value));
  }
}

/** @param {HTMLElement} field @param {any[]} values */
function showList(field, values) {
  const rows = ownPart(field, "[data-rows]");
  rows.replaceChildren();
  for (const value of values.slice(0, Number(rows.dataset.most))) {
    const item = addRow(field);
    const [first] = fieldsIn(item);
    if (first.dataset.key === "") showField(first, value);
    else showGroup(item, value);
  }
  if (!rows.children.length && "begins" in rows.dataset) showGroup(addRow(field), undefined);
  arrangeRows(field);
}

/** @param {HTMLElement} field @param {[string, any][]} texts */
function showTexts(field, texts) {
  ownPart(field, "[data-rows]").replaceChildren();
  for (const [code, text] of texts.slice(0, MOST_TEXTS)) {
    const row = addRow(field);
    put(languageOf(row), code);
    put(wordsIn(row), plainText(text));
  }
  if (!texts.length) addText(field);
  arrangeRows(field);
}

/** @param {HTMLElement} field @param {any[]} values */
function showBoxes(field, values) {
  for (const added of field.querySelectorAll("[data-added]")) added.remove();
  const wanted = values.map(plainText).filter(Boolean).slice(0, 100);
  for (const value of new Set(wanted)) if (!boxesOf(field).some((box) => box.value === value)) addBox(field, value);
  for (const box of boxesOf(field)) box.checked = wanted.includes(box.value);
  field.dataset.order = JSON.stringify(wanted);
}

/** A box for a value that nobody offers, so that it is seen and can be taken away. @param {HTMLElement} field @param {string} value */
function addBox(field, value) {
  const box = /** @type {HTMLElement} */ (field.querySelector(".box")?.cloneNode(true));
  const input = /** @type {HTMLInputElement} */ (box.querySelector("input"));
  const label = /** @type {HTMLElement} */ (box.querySelector("span"));
  input.value = value;
  label.textContent = value;
  box.dataset.added = "";
  field.querySelector(".boxes")?.append(box);
}

/** Put a text into a control; one that cannot hold it is made to. @param {any} control @param {string} text */
function put(control, text) {
  if (control.dataset.type) control.type = control.dataset.type;
  control.value = text;
  if (control.value === text) return;
  if (control instanceof HTMLSelectElement) control.add(new Option(text, text, false, true));
  if (!(control instanceof HTMLInputElement)) return;
  control.dataset.type = control.type;
  control.type = "text";
  control.value = text;
}

/* ---- rows: items of a list, and texts in several languages */

let rowsMade = 0;

/** A new row at the end of a field. @param {HTMLElement} field @returns {HTMLElement} */
function addRow(field) {
  rowsMade += 1;
  const template = ownPart(field, "template");
  const row = template.content.firstElementChild.cloneNode(true);
  giveNumber(row, rowsMade);
  ownPart(field, "[data-rows]").append(row);
  return row;
}

const WITH_NUMBER = ["id", "for", "name", "aria-describedby"];

/** The number of a row in place of the first `#` of every name in it. @param {Element} row @param {number} number */
function giveNumber(row, number) {
  for (const element of [row, ...row.querySelectorAll("*")]) {
    for (const name of WITH_NUMBER) {
      const value = element.getAttribute(name);
      if (value?.includes("#")) element.setAttribute(name, value.replace(/(^|\s)([^\s#]*)#/g, `$1$2${number}`));
    }
    if (element instanceof HTMLTemplateElement) for (const inner of element.content.children) giveNumber(inner, number);
  }
}

/** One more text, in the first language that is likely and free. @param {HTMLElement} field */
function addText(field) {
  const used = rowsOf(field).map((row) => languageOf(row).value);
  const row = addRow(field);
  const offered = [...languageOf(row).options].map((option) => option.value);
  const likely = [contractInUse().language, "en", ...offered];
  languageOf(row).value = likely.find((code) => offered.includes(code) && !used.includes(code)) ?? offered[0];
  put(wordsIn(row), "");
  return row;
}

/** Another language for a text: what is empty and stands alone elsewhere will be written in it, too. @param {HTMLSelectElement} chosen */
function changeLanguage(chosen) {
  for (const field of /** @type {HTMLElement[]} */ ([...formOnPage().querySelectorAll('[data-shape="texts"]')])) {
    const [row, ...others] = rowsOf(field);
    if (!others.length && !wordsIn(row).value) put(languageOf(row), chosen.value);
    arrangeRows(field);
  }
}

/** Numbers, buttons and free languages of the rows of a field. @param {HTMLElement} field */
function arrangeRows(field) {
  const rows = rowsOf(field);
  const isTexts = field.dataset.shape === "texts";
  const { most = String(MOST_TEXTS), begins } = ownPart(field, "[data-rows]").dataset;
  ownPart(field, "[data-add]").hidden = rows.length >= Number(most);
  rows.forEach((row, index) => {
    for (const place of row.querySelectorAll("[data-number]")) place.textContent = String(index + 1);
    ownPart(row, "[data-remove]").hidden = rows.length === 1 && (isTexts || begins !== undefined);
  });
  if (!isTexts) return;
  const used = rows.map((row) => languageOf(row).value);
  for (const row of rows) {
    for (const option of languageOf(row).options) option.disabled = !option.selected && used.includes(option.value);
    wordsIn(row).lang = languageOf(row).value;
    countLeft(wordsIn(row));
  }
}

/** @param {HTMLElement} button */
function onAdd(button) {
  const field = /** @type {HTMLElement} */ (button.closest(FIELD));
  const isTexts = field.dataset.shape === "texts";
  const row = isTexts ? addText(field) : addRow(field);
  if (!isTexts) showGroup(row, undefined);
  arrangeRows(field);
  (isTexts ? wordsIn(row) : controlOf(row)).focus();
}

/** @param {HTMLElement} button */
function onRemove(button) {
  const row = /** @type {HTMLElement} */ (button.closest("[data-text], [data-item]"));
  const field = /** @type {HTMLElement} */ (row.closest(FIELD));
  const near = row.nextElementSibling ?? row.previousElementSibling;
  row.remove();
  arrangeRows(field);
  (near ? near.querySelector(CONTROL) : ownPart(field, "[data-add]")).focus();
  tell(say("Removed."));
}

/** How many characters are left, where it matters. @param {any} input */
function countLeft(input) {
  const place = input.parentElement.querySelector("[data-left]");
  if (!place) return;
  const left = input.maxLength - input.value.length;
  place.hidden = !(input instanceof HTMLTextAreaElement) && left > 30;
  place.textContent = say("Characters left: %(number)s", { number: left });
}
