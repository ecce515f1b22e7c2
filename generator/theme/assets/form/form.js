// The form: collects a record and shows one, says what is wrong, keeps a draft, leads to the three roads out.
// For the other scripts and for tests: record, fill. From them: say, sayNumber, contractInUse (say.js), parseYaml, writeYaml
// and writeYamlBriefly (yaml.js), problemsOf (validator.js), and fold and paused of covenant.js.
"use strict";

/** @typedef {{path: (string | number)[], code: string, severity: "error" | "warning", message: string, hint: string}} Problem */
/** What is wrong at an element of the page; `at` is the form itself if no field fits. @typedef {{at: HTMLElement, severity: string, message: string, hint: string}} Placed */
/** What a browser keeps between two visits. @typedef {{record: Record<string, any>, slug: string}} Draft */

const LONGEST_DRAFT = 262144;
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
      return { true: true, false: false }[readBoxes(field)[0]] ?? readBoxes(field)[0];
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

/* ---- a report without action */

/** Whether anything is answered in the parts of a selector. @param {string} selector */
function hasContent(selector) {
  const parts = /** @type {HTMLElement[]} */ ([...formOnPage().querySelectorAll(selector)]);
  return parts.some((part) => [...part.querySelectorAll(FIELD)].some((each) => readField(/** @type {HTMLElement} */ (each)) !== undefined));
}

/** Whether the report says that there was nothing to report. */
function isWithoutAction() {
  const field = fieldsIn(formOnPage()).find((each) => each.dataset.key === "no_action");
  return field ? readField(field) === true : false;
}

/** Set aside what a report without action does not need, unless it is to stay in view. */
function arrangeAction(stays = false) {
  const without = isWithoutAction();
  const form = formOnPage();
  for (const part of form.querySelectorAll("[data-with-action]")) /** @type {HTMLElement} */ (part).hidden = without && !stays;
  for (const field of fieldsIn(form).filter((each) => isNeededWithAction(each))) {
    for (const input of field.querySelectorAll(`[data-needed] > :is(${CONTROL})`)) /** @type {HTMLInputElement} */ (input).required = !without;
  }
}

/** @param {HTMLElement} field */
const isNeededWithAction = (field) => (contractInUse().schema.else?.required ?? []).includes(field.dataset.key);

/* ---- what is wrong, and where */

/** The element of the page that a key path leads to, or as far as it leads. @param {(string | number)[]} path @returns {HTMLElement} */
function placeOf(path) {
  let at = /** @type {HTMLElement} */ (formOnPage());
  for (const step of path) {
    const next = stepInto(at, step);
    if (!next) return at;
    at = next;
  }
  return at;
}

/** @param {HTMLElement} at @param {string | number} step @returns {HTMLElement | undefined} */
function stepInto(at, step) {
  if (at.dataset.shape === "texts") return rowsOf(at).find((row) => languageOf(row).value === step && wordsIn(row).value.trim());
  if (at.dataset.shape === "list") {
    const item = rowsOf(at).filter((row) => readItem(row) !== undefined)[Number(step)];
    return item && fieldsIn(item)[0].dataset.key === "" ? fieldsIn(item)[0] : item;
  }
  return "text" in at.dataset ? undefined : fieldsIn(at).find((field) => field.dataset.key === step);
}

/** A problem at its place; that an answer is missing is said in the words of a form, not of a file. @param {Problem} problem @returns {Placed} */
function placed({ path, code, severity, message, hint }) {
  const at = placeOf(path);
  return code === "missing-key" ? { at, severity, message: say("This is not answered yet."), hint: "" } : { at, severity, message, hint };
}

/** All that is wrong now. @returns {Placed[]} */
function problemsNow() {
  const found = typeof problemsOf === "function" ? problemsOf(record(), contractInUse()) : [];
  return [...withoutOrganisation(), ...unreadable(), ...found.map(placed)];
}

/** What the browser cannot read as a number or a day. @returns {Placed[]} */
function unreadable() {
  const inputs = /** @type {HTMLInputElement[]} */ ([...formOnPage().querySelectorAll("[data-key] > input")]);
  return inputs
    .filter((input) => input.validity.badInput)
    .map((input) => ({ at: /** @type {HTMLElement} */ (input.parentElement), severity: "error", message: input.validationMessage, hint: "" }));
}

/** @returns {Placed[]} */
function withoutOrganisation() {
  const input = slugInput();
  if (!("known" in formOnPage().dataset) || input.value) return [];
  return [{ at: /** @type {HTMLElement} */ (input.parentElement), severity: "error", message: say("This is not answered yet."), hint: "" }];
}

/** The element whose place for problems fits: that of the field or item, or the one around it. @param {HTMLElement | null} at @returns {HTMLElement | null} */
function holderOf(at) {
  while (at && !ownPart(at, "[data-problems]")) at = at.parentElement;
  return at;
}

/** Fields that the person has left, and so may be spoken of. @type {Set<HTMLElement>} */
const left = new Set();
let isChecked = false;

/** Show what is wrong: everything once it was asked for, before that only in fields that were left. @returns {Placed[]} */
function review() {
  const form = formOnPage();
  const found = problemsNow();
  for (const place of form.querySelectorAll("[data-problems]")) /** @type {HTMLElement} */ (place).replaceChildren(), (place.hidden = true);
  for (const control of form.querySelectorAll("[aria-invalid]")) control.removeAttribute("aria-invalid");
  for (const each of found) if (isChecked || mayBeSpokenOf(each.at)) showProblem(each);
  showSummary(isChecked ? found.filter(({ severity }) => severity === "error") : []);
  showProgress();
  return found;
}

/** @param {HTMLElement} at */
function mayBeSpokenOf(at) {
  const holder = holderOf(at);
  return holder !== null && left.has(holder) && (holder.dataset.key === undefined || readField(holder) !== undefined);
}

/** @param {Placed} problem */
function showProblem({ at, severity, message, hint }) {
  const holder = holderOf(at);
  if (!holder) return;
  const place = ownPart(holder, "[data-problems]");
  const sentence = document.createElement("p");
  sentence.className = `problem problem--${severity}`;
  sentence.append(message);
  if (hint) sentence.append(" ", Object.assign(document.createElement("span"), { className: "problem__hint", textContent: hint }));
  place.append(sentence);
  place.hidden = false;
  const control = "text" in at.dataset ? wordsIn(at) : ownPart(at, `:is(${CONTROL})`);
  if (severity === "error") control?.setAttribute("aria-invalid", "true");
}

/** @param {Placed[]} errors */
function showSummary(errors) {
  const summary = /** @type {HTMLElement} */ (formOnPage().querySelector("[data-summary]"));
  const [title, list] = /** @type {HTMLElement[]} */ ([...summary.children]);
  summary.hidden = errors.length === 0;
  const lines = errors.map(summaryLine);
  if (lines.map((line) => line.outerHTML).join("") === list.innerHTML) return; // the person may be about to follow a link
  title.textContent = sayNumber("%(number)d place has to be mended", "%(number)d places have to be mended", errors.length);
  list.replaceChildren(...lines);
}

/** @param {Placed} problem */
function summaryLine({ at, message }) {
  const line = document.createElement("li");
  const control = "text" in at.dataset ? wordsIn(at) : at.querySelector(`${CONTROL}, button:not([hidden])`);
  const name = holderOf(at)?.querySelector("label, legend")?.firstChild?.textContent?.trim();
  const text = name ? `${name}: ${message}` : message;
  if (at === formOnPage() || !control) line.append(text);
  else line.append(Object.assign(document.createElement("a"), { href: `#${control.id}`, textContent: text, onclick: (/** @type {Event} */ event) => lead(event, control) }));
  return line;
}

/** Lead to a control, also to one that is folded away. @param {Event} event @param {HTMLElement} control */
function lead(event, control) {
  event.preventDefault();
  const fold = /** @type {HTMLDetailsElement | null} */ (control.closest("details"));
  if (fold) fold.open = true;
  control.focus();
  control.scrollIntoView({ block: "center" });
}

/* ---- how far one has come */

function showProgress() {
  const form = formOnPage();
  const steps = /** @type {HTMLElement[]} */ ([...form.querySelectorAll("[data-step]")]);
  for (const step of steps) {
    const item = /** @type {HTMLElement} */ (form.querySelector(`[href="#${step.id}"]`)?.closest("li"));
    item.hidden = step.hidden;
    item.toggleAttribute("data-done", isDone(step));
    const state = /** @type {HTMLElement} */ (item.querySelector("[data-state]"));
    state.textContent = isDone(step) ? ` ${say("(answered)")}` : "";
  }
  const open = steps.filter((step) => !step.hidden);
  const place = /** @type {HTMLElement} */ (form.querySelector("[data-progress]"));
  place.textContent = say("Answered: %(done)s of %(all)s", { done: open.filter(isDone).length, all: open.length });
}

/** Whether all that is needed in a step is answered, or something if nothing is. @param {HTMLElement} step */
function isDone(step) {
  const fields = /** @type {HTMLElement[]} */ ([...step.querySelectorAll(FIELD)]);
  const needed = fields.filter((field) => "needed" in field.dataset && !(isWithoutAction() && field.closest('[data-key="members"]')));
  const answered = (/** @type {HTMLElement} */ field) => readField(field) !== undefined;
  return needed.length ? needed.every(answered) : isWithoutAction() || fields.some(answered);
}

/* ---- the draft, which stays in this browser */

/** @returns {HTMLInputElement} */
const slugInput = () => /** @type {HTMLInputElement} */ (formOnPage().querySelector("[data-slug]"));

/** Where the drafts of a page are kept: one for each organisation, and which was the last. */
const draftName = (/** @type {string} */ of) => `covenant.draft.${formOnPage().dataset.formPage}.${of}`;
const draftOf = () => draftName("known" in formOnPage().dataset ? slugInput().value || "-" : "-");

/** Do something with the browser's store, if there is one. @template T @param {(store: Storage) => T} action @returns {T | undefined} */
function stored(action) {
  try {
    return action(localStorage);
  } catch {
    return undefined; // storage is switched off or full: nothing is kept
  }
}

function saveDraft() {
  const draft = JSON.stringify({ record: record(true), slug: slugInput().value });
  if (draft.length > LONGEST_DRAFT) return;
  stored((store) => {
    store.setItem(draftOf(), draft);
    store.setItem(draftName("last"), slugInput().value);
    noteDraft(say("Your draft is kept in this browser, and nowhere else, until you forget it."));
  });
}

/** @param {string} text */
function noteDraft(text) {
  const place = /** @type {HTMLElement} */ (formOnPage().querySelector("[data-draft]"));
  place.hidden = !text;
  const note = /** @type {HTMLElement} */ (place.querySelector("[data-draft-note]"));
  if (note.textContent !== text) note.textContent = text;
}

/** Show the draft of the organisation that is chosen. Whether there was one. */
function loadDraft() {
  const text = stored((store) => store.getItem(draftOf())) ?? "";
  if (!text || text.length > LONGEST_DRAFT) return false;
  const draft = /** @type {Draft | undefined} */ (stored(() => JSON.parse(text)));
  fill(valueAt(draft, "record"));
  arrangeAction();
  if (!("known" in formOnPage().dataset)) put(slugInput(), slugFrom(plainText(valueAt(draft, "slug"))));
  openMore();
  noteDraft(say("This is the draft that this browser has kept for you."));
  return true;
}

/** Open the part for more if something is in it. */
function openMore() {
  if (hasContent("[data-more]")) /** @type {HTMLDetailsElement} */ (formOnPage().querySelector("[data-more]")).open = true;
}

function forgetDraft() {
  if (!confirm(say("Forget everything that you have written on this page?"))) return;
  stored((store) => store.removeItem(draftOf()));
  stored((store) => store.removeItem(draftName("last")));
  slugInput().value = "";
  begin();
  tell(say("Your draft is forgotten."));
  /** @type {HTMLElement} */ (formOnPage().querySelector(CONTROL)).focus();
}

/** An empty form, with what is known beforehand. */
function begin() {
  left.clear();
  isChecked = false;
  const { kind, today } = contractInUse();
  fill(kind === "report" ? { submitted_on: today } : {});
  noteDraft("");
  showReady(false);
  review();
}

/* ---- the roads out */

/** A possible name of a folder for a text. @param {string} text */
const slugFrom = (text) => fold(text).replace(/[^a-z0-9]+/g, "-").slice(0, 60).replace(/^-|-$/g, "");

/** A name for the folder of a new organisation: its acronym, else the name of its website. @param {Record<string, any>} written */
function slugProposed(written) {
  const short = Object.values(written.acronym ?? {}).map(slugFrom).find((slug) => slug.length > 2);
  const host = /^https?:\/\/(?:www\.)?([^/.]+)/.exec(written.website ?? "")?.[1] ?? "";
  return short ?? (slugFrom(host) || "my-organisation");
}

/** The name of a report without its ending: its year or two. @param {Record<string, any>} written */
function yearsOf({ period }) {
  const [from, to] = [plainText(period?.from).slice(0, 4), plainText(period?.to).slice(0, 4)];
  return from === to ? from : `${from}-${to}`;
}

/** The file as it would be sent now. @returns {{path: string, name: string, text: string}} */
function fileNow() {
  const written = record();
  const slug = slugInput().value;
  const years = yearsOf(written);
  const isReport = contractInUse().kind === "report";
  const path = isReport ? `reports/${years}.yml` : "supporter.yml";
  const name = isReport ? `${slug}-${years}.yml` : `${slug}-supporter.yml`;
  return { path: `supporters/${slug}/${path}`, name, text: writeYaml(written, contractInUse()) };
}

/** Show the roads out, or take them back. @param {boolean} isReady */
function showReady(isReady) {
  const form = formOnPage();
  const ready = /** @type {HTMLElement} */ (form.querySelector("[data-ready]"));
  ready.hidden = !isReady;
  if (!isReady) return;
  if (!slugInput().value) slugInput().value = slugProposed(record());
  const { path, text } = fileNow();
  /** @type {HTMLElement} */ (form.querySelector("[data-path]")).textContent = path;
  /** @type {HTMLTextAreaElement} */ (form.querySelector("[data-file]")).value = text;
  showForge(path, text);
  showMail(path);
  showTaken();
  listIn("[data-left-to-check]", contractInUse().left_to_check ?? []);
}

/** The forge: a link that brings the text along, with its explanations if they fit; or two steps. @param {string} path @param {string} text */
function showForge(path, text) {
  const form = formOnPage();
  const { edit, longest, known } = form.dataset;
  const isThere = known !== undefined && contractInUse().kind === "supporter";
  const empty = isThere ? `${edit}${path}` : `${form.dataset.new}?filename=${encodeURIComponent(path)}`;
  const whole = [text, writeYamlBriefly(record(), contractInUse())].map((each) => `${empty}&value=${encodeURIComponent(each)}`);
  const fits = isThere ? undefined : whole.find((address) => address.length <= Number(longest));
  /** @type {HTMLElement} */ (form.querySelector("[data-forge-short]")).hidden = !fits;
  /** @type {HTMLElement} */ (form.querySelector("[data-forge-long]")).hidden = fits !== undefined;
  for (const link of form.querySelectorAll("[data-forge-link]")) /** @type {HTMLAnchorElement} */ (link).href = fits ?? empty;
}

/** @param {string} path */
function showMail(path) {
  const subject = contractInUse().kind === "report" ? say("Report of a supporter") : say("Record of an organisation");
  const body = say("The file is attached. It belongs to: %(path)s", { path });
  const link = /** @type {HTMLAnchorElement} */ (formOnPage().querySelector("[data-mail]"));
  link.href = `mailto:${formOnPage().dataset.office}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`;
}

/** Say if the folder of a new organisation is another's. */
function showTaken() {
  if ("known" in formOnPage().dataset) return;
  const input = slugInput();
  const place = ownPart(/** @type {HTMLElement} */ (input.parentElement), "[data-problems]");
  place.hidden = ![...formOnPage().querySelectorAll("[data-organisations] option")].some((option) => /** @type {HTMLOptionElement} */ (option).value === input.value);
  place.textContent = say("An organisation with this folder is in the registry already. If it is yours, update its profile instead; if not, choose another name.");
}

/** A list of sentences, or nothing if there are none. @param {string} selector @param {string[]} sentences */
function listIn(selector, sentences) {
  const place = /** @type {HTMLElement} */ (formOnPage().querySelector(selector));
  place.hidden = sentences.length === 0;
  place.querySelector("ul")?.replaceChildren(...sentences.map((text) => Object.assign(document.createElement("li"), { textContent: text })));
}

function download() {
  const { name, text } = fileNow();
  const link = Object.assign(document.createElement("a"), { href: URL.createObjectURL(new Blob([text], { type: "text/yaml" })), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}

async function copy() {
  try {
    await navigator.clipboard.writeText(fileNow().text);
    tell(say("Copied."));
  } catch {
    const file = /** @type {HTMLTextAreaElement} */ (formOnPage().querySelector("[data-file]"));
    /** @type {HTMLDetailsElement} */ (file.closest("details")).open = true;
    file.focus();
    file.select();
    tell(say("The text is marked: copy it with your keyboard or menu."));
  }
}

/** Say something aloud that is seen otherwise. @param {string} text */
function tell(text) {
  const place = /** @type {HTMLElement} */ (formOnPage().querySelector("[data-said]"));
  place.textContent = text;
}

/* ---- what people do */

/** Check everything; then lead to what is wrong, or to the roads out. */
function onCheck() {
  isChecked = true;
  const found = review();
  const hasErrors = found.some(({ severity }) => severity === "error");
  showReady(!hasErrors);
  listIn("[data-warnings]", found.filter(({ severity }) => severity === "warning").map(({ message, hint }) => `${message} ${hint}`));
  const next = /** @type {HTMLElement} */ (formOnPage().querySelector(hasErrors ? "[data-summary]" : "[data-ready]"));
  next.focus();
  next.scrollIntoView();
}

/** Whether a finger or the mouse is down: nothing may move then, or the click would miss; and whether to look again after it. */
const press = { isDown: false, isWaiting: false };

/** Look again: what is mended stops being spoken of, and the roads out follow what is written. */
function lookAgain() {
  press.isWaiting = press.isDown;
  if (press.isDown) return;
  const hasErrors = review().some(({ severity }) => severity === "error");
  const ready = /** @type {HTMLElement} */ (formOnPage().querySelector("[data-ready]"));
  if (!ready.hidden) showReady(!hasErrors);
}

function onPress() {
  press.isDown = true;
}

function onRelease() {
  setTimeout(() => {
    press.isDown = false;
    if (press.isWaiting) lookAgain();
  });
}

/** Show a file that a person has already. @param {HTMLInputElement} input */
async function openFile(input) {
  const [file] = input.files ?? [];
  if (!file) return;
  const text = file.size <= LONGEST_DRAFT ? await file.text() : "";
  const read = text ? parseYaml(text) : { error: { line: 1, message: say("It is empty, or far too long for a record.") } };
  input.value = "";
  const refusal = /** @type {HTMLElement} */ (formOnPage().querySelector("[data-not-opened]"));
  refusal.hidden = read.record !== undefined;
  if (!read.record) {
    refusal.textContent = say("This file cannot be read, line %(line)s: %(message)s", { line: read.error.line, message: { said: read.error.message } });
    return;
  }
  fill(read.record);
  openMore();
  saveDraft();
  isChecked = true;
  lookAgain();
  tell(say("The file is shown in the form."));
}

/** Another organisation: its draft if there is one, else what is written stays. */
function changeOrganisation() {
  const input = slugInput();
  input.value = slugFrom(input.value);
  if ("known" in formOnPage().dataset && input.value) {
    const without = draftName("-");
    if (!loadDraft()) stored((store) => store.removeItem(without));
  }
  saveDraft();
  lookAgain();
}

/** @param {HTMLFormElement} form */
function startForm(form) {
  const contract = contractInUse();
  const day = new Date();
  const today = new Date(day.getTime() - day.getTimezoneOffset() * 60000).toISOString().slice(0, 10);
  if (today > contract.today) contract.today = today; // the page may have been built long ago
  const saveSoon = paused(() => (saveDraft(), lookAgain()), 400);

  form.addEventListener("input", ({ target }) => {
    const control = /** @type {any} */ (target);
    if (control === slugInput() || control.type === "file" || control.readOnly) return;
    if (control.maxLength > 0) countLeft(control);
    saveSoon();
  });
  form.addEventListener("change", ({ target }) => {
    const control = /** @type {any} */ (target);
    if (control === slugInput()) changeOrganisation();
    else if (control.type === "file") openFile(control);
    else if (control.closest('[data-key="no_action"]')) arrangeAction();
    else if ("language" in control.dataset) changeLanguage(control);
  });
  form.addEventListener("focusout", ({ target, relatedTarget }) => {
    const holder = holderOf(/** @type {HTMLElement} */ (target).closest(`${FIELD}, .entry`));
    if (!holder || holder.contains(/** @type {Node | null} */ (relatedTarget))) return;
    left.add(holder);
    lookAgain();
  });
  form.addEventListener("click", ({ target }) => {
    const button = /** @type {HTMLElement} */ (target).closest("button");
    if (!button) return;
    const { add, remove, download: isDownload, copy: isCopy, forget } = button.dataset;
    if (add !== undefined) onAdd(button);
    if (remove !== undefined) onRemove(button);
    if (add !== undefined || remove !== undefined) saveSoon();
    if (isDownload !== undefined) download();
    if (isCopy !== undefined) copy();
    if (forget !== undefined) forgetDraft();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    onCheck();
  });
  for (const kind of ["pointerup", "pointercancel"]) document.addEventListener(kind, onRelease);
  document.addEventListener("pointerdown", onPress);
  begin();
  if ("known" in form.dataset) slugInput().value = slugFrom(location.hash || (stored((store) => store.getItem(draftName("last"))) ?? ""));
  if (loadDraft()) review();
  for (const other of document.querySelectorAll("[data-without-script]")) /** @type {HTMLElement} */ (other).hidden = true;
  form.hidden = false;
}

{
  const form = formOnPage();
  if (form) startForm(form);
}
