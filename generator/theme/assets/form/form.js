// The form: says what is wrong, keeps a draft, leads to the three roads out.
// It needs say.js, yaml.js (parseYaml, writeYaml, writeYamlBriefly), validator.js (problemsOf), fields.js, and fold and
// paused of covenant.js.
"use strict";

/** @typedef {{path: (string | number)[], code: string, severity: "error" | "warning", message: string, hint: string}} Problem */
/** What is wrong at an element of the page; `at` is the form itself if no field fits. @typedef {{at: HTMLElement, severity: string, message: string, hint: string}} Placed */
/** What a browser keeps between two visits. @typedef {{record: Record<string, any>, slug: string}} Draft */

const LONGEST_DRAFT = 262144;

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
  for (const place of /** @type {NodeListOf<HTMLElement>} */ (form.querySelectorAll("[data-problems]"))) {
    place.hidden = true;
    place.replaceChildren();
  }
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
  /** @type {any} */
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
