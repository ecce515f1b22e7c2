// What JavaScript adds to pages that are complete without it: scheme, menus, filters, search.
"use strict";

/** Letters without diacritics, as generator/folding.py folds them. */
const ALONE = { ł: "l", đ: "d", ð: "d", ø: "o", æ: "ae", œ: "oe", þ: "th", ħ: "h", ı: "i", ŋ: "n", ŧ: "t", ß: "ss", ς: "σ" };

function fold(text) {
  return [...text.normalize("NFC").toLowerCase()]
    .map((character) => {
      const base = character.normalize("NFD")[0];
      return ALONE[character] ?? ALONE[base] ?? (/\p{Script=Latin}|\p{Script=Greek}/u.test(base) ? base : /[\u0300-\u036f]/.test(character) ? "" : character);
    })
    .join("");
}

const wordsOf = (text) => fold(text.trim()).split(/\s+/).filter(Boolean);

/** A function that runs once its caller has paused. */
function paused(action, milliseconds) {
  let timer;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(action, milliseconds);
  };
}

/** Numbers that between them take every plural form of a language: the template words the count for each. */
const SAMPLES = [1, 2, 3, 7, 11, 20, 100];

/** A count in the page's language, from the element's wordings; `#` in them stands for the number. */
function counted({ dataset }, number) {
  if (number === 0) return dataset.none;
  const language = document.documentElement.lang;
  const rules = new Intl.PluralRules(language);
  const sample = SAMPLES.find((each) => rules.select(each) === rules.select(number)) ?? SAMPLES.at(-1);
  return dataset[`count-${sample}`].replace("#", number.toLocaleString(language));
}

function startScheme(button) {
  const system = matchMedia("(prefers-color-scheme: dark)");
  const root = document.documentElement;
  const isDark = () => (root.dataset.scheme ? root.dataset.scheme === "dark" : system.matches);
  const show = () => button.setAttribute("aria-pressed", String(isDark()));
  button.hidden = false;
  button.addEventListener("click", () => {
    root.dataset.scheme = isDark() ? "light" : "dark";
    try {
      localStorage.setItem("covenant.scheme", root.dataset.scheme);
    } catch {
      // storage is switched off: the choice holds for this page
    }
    show();
  });
  system.addEventListener("change", show);
  show();
}

/** A fold that Escape closes, and that closes when the reader goes on elsewhere, as long as `mayClose`. */
function startFold(details, mayClose = () => true) {
  const close = () => mayClose() && (details.open = false);
  details.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !details.open || !mayClose()) return;
    close();
    details.querySelector("summary").focus();
  });
  details.addEventListener("focusout", (event) => {
    if (event.relatedTarget && !details.contains(event.relatedTarget)) close();
  });
  document.addEventListener("click", (event) => {
    if (!details.contains(event.target)) close();
  });
}

/** The main menu is folded on narrow screens and open on wide ones. */
function startMenu(details) {
  const wide = matchMedia("(min-width: 60em)");
  const arrange = () => (details.open = wide.matches);
  startFold(details, () => !wide.matches);
  wide.addEventListener("change", arrange);
  arrange();
}

/** Filters narrow the list of their page at once; the address and the spoken count follow when the reader pauses. */
function startFilters(form) {
  const rows = [...document.querySelectorAll("[data-filtered] > li")];
  const count = document.querySelector("[data-filter-count]");
  const fields = [...form.elements].filter((field) => field.name);

  function fits(row, { name, value }) {
    if (name === "q") return wordsOf(value).every((word) => row.dataset.words.includes(word));
    return row.dataset[name].split(" ").includes(value);
  }
  const active = () => fields.filter((field) => field.value.trim());
  function show() {
    const wanted = active();
    for (const row of rows) row.hidden = !wanted.every((field) => fits(row, field));
  }
  function tell() {
    const query = new URLSearchParams(active().map((field) => [field.name, field.value.trim()]));
    history.replaceState(history.state, "", location.pathname + (query.size ? `?${query}` : "") + location.hash);
    count.textContent = counted(count, rows.filter((row) => !row.hidden).length);
  }
  const tellSoon = paused(tell, 400);
  function restore() {
    const query = new URLSearchParams(location.search);
    for (const field of fields) {
      field.value = query.get(field.name) ?? "";
      if (field.selectedIndex === -1) field.value = "";
    }
    show();
    if (active().length) tell();
  }
  function changed() {
    show();
    tellSoon();
  }
  form.addEventListener("input", changed);
  form.addEventListener("reset", () => setTimeout(changed));
  form.addEventListener("submit", (event) => event.preventDefault());
  addEventListener("popstate", restore);
  restore();
  form.hidden = false;
}

/** Search talks to the theme's search worker: 0 set up, 1 ready, 2 query, 3 result. */
function startSearch(dialog, opener) {
  const SHOWN = 50;
  const query = dialog.querySelector("[data-search-query]");
  const count = dialog.querySelector("[data-search-count]");
  const list = dialog.querySelector("[data-search-results]");
  const CUT_AT_MOST = 3;
  let loading, worker, pages;
  let unanswered = 0;
  let cut = 0; // letters taken from the end of long words, for endings that no stemmer knows

  async function load() {
    const response = await fetch(dialog.dataset.index);
    const index = await response.json();
    pages = new Map(index.docs.map((page) => [page.location, page]));
    worker = new Worker(dialog.dataset.worker);
    worker.addEventListener("error", fail);
    worker.addEventListener("message", ({ data }) => {
      if (data.type === 1) ask();
      if (data.type === 3) answer(data.data.items);
    });
    worker.postMessage({ type: 0, data: index });
  }
  function fail() {
    loading = worker = undefined; // opening the dialog again tries again
    unanswered = 0;
    count.textContent = dialog.dataset.failed;
  }
  /** The words asked for, without signs: those mean something to the worker. */
  const wanted = () => query.value.split(/[^\p{L}\p{M}\p{N}]+/u).filter(Boolean);
  const shortened = (word) => word.slice(0, Math.max(word.length - cut, Math.min(word.length, 4)));
  /** Each word as it is, for the stemmer (a weight spares it the worker's star), and as the beginning of a folded one. */
  const terms = (word) => `${word}^1 ${fold(word)}`;
  function ask() {
    const words = wanted().map(shortened).map(terms).join(" ");
    if (words && worker) {
      worker.postMessage({ type: 2, data: words });
      unanswered += 1;
    } else list.replaceChildren((count.textContent = ""));
  }
  function askAnew() {
    cut = 0;
    ask();
  }
  /** Shows what was found; if nothing was, asks once more for shorter words. */
  function answer(groups) {
    unanswered -= 1;
    if (unanswered) return; // the reader has typed on
    if (groups.length || cut === CUT_AT_MOST) return show(groups);
    cut += 1;
    ask();
  }
  function show(groups) {
    if (!query.value.trim()) return;
    list.replaceChildren(...groups.slice(0, SHOWN).map(([first]) => result(first.location)));
    list.scrollTop = 0;
    count.textContent = counted(dialog, groups.length);
  }
  function result(address) {
    const page = pages.get(address);
    const parent = pages.get(address.split("#")[0]) ?? page;
    const item = document.createElement("li");
    const link = item.appendChild(document.createElement("a"));
    const text = item.appendChild(document.createElement("p"));
    link.href = dialog.dataset.root + address;
    link.textContent = page === parent ? page.title : `${parent.title} – ${page.title}`;
    link.dir = text.dir = "auto";
    text.append(...excerpt(page.text));
    return item;
  }
  /** The text around the first word that fits, with all words that fit marked. */
  function excerpt(text) {
    const beginnings = wanted().map((word) => fold(word).slice(0, Math.max(word.length - CUT_AT_MOST, 4)));
    const words = text.split(/([^\p{L}\p{M}\p{N}]+)/u);
    const fits = (word) => word && beginnings.some((each) => fold(word).startsWith(each));
    const start = Math.max(0, words.findIndex(fits) - 16);
    const shown = words.slice(start, start + 56).map((word) => (fits(word) ? marked(word) : word));
    return [start ? "… " : "", ...shown, start + 56 < words.length ? " …" : ""];
  }
  function marked(word) {
    const mark = document.createElement("mark");
    mark.textContent = word;
    return mark;
  }
  function open() {
    dialog.showModal();
    query.focus();
    query.select();
    loading ??= load().catch(fail);
  }
  opener.hidden = false;
  opener.addEventListener("click", open);
  query.addEventListener("input", paused(askAnew, 200));
  dialog.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.preventDefault(); // else it would first empty the field
    dialog.close();
  });
  dialog.addEventListener("click", ({ clientX, clientY, target }) => {
    const box = dialog.getBoundingClientRect();
    const within = clientX >= box.left && clientX <= box.right && clientY >= box.top && clientY <= box.bottom;
    if (target === dialog && !within) dialog.close();
  });
}

/** A link to a report opens it; on paper all are open. */
function startReports() {
  const folds = [...document.querySelectorAll("details.report")];
  const openTarget = () => {
    for (const fold of folds) if (location.hash === `#${fold.id}`) fold.open = true;
  };
  let closed = [];
  addEventListener("hashchange", openTarget);
  addEventListener("beforeprint", () => {
    closed = folds.filter((fold) => !fold.open);
    for (const fold of closed) fold.open = true;
  });
  addEventListener("afterprint", () => {
    for (const fold of closed) fold.open = false;
  });
  openTarget();
}

/** The page for addresses that do not exist speaks the language of the address. */
function startNotFound(section) {
  if (!location.pathname.startsWith(section.dataset.notFound)) return;
  for (const other of document.querySelectorAll("[data-not-found]")) other.hidden = other !== section;
  Object.assign(document.documentElement, { lang: section.lang, dir: section.dir });
}

const LANGUAGE = "covenant.language";

/** Remembers the language that a reader chooses by a link to it; nothing leaves the browser. */
function startLanguageChoice(link) {
  link.addEventListener("click", () => {
    try {
      localStorage.setItem(LANGUAGE, link.hreflang);
    } catch {
      // storage is switched off: nothing is remembered
    }
  });
}

/** The entry shows one more link: to the language chosen before, else to the first of the browser's that the site has. */
function startLanguageHint(entry) {
  const hints = [...entry.querySelectorAll("[data-language-hint]")];
  let chosen = [];
  try {
    chosen = [localStorage.getItem(LANGUAGE) ?? ""];
  } catch {
    // storage is switched off
  }
  const wanted = [...chosen, ...navigator.languages].flatMap((tag) => [tag, tag.split("-")[0]]);
  const hint = wanted.map((tag) => hints.find((each) => each.dataset.languageHint === tag)).find(Boolean);
  if (hint) hint.hidden = false;
}

function start(selector, begin) {
  for (const element of document.querySelectorAll(selector)) begin(element);
}

start("[data-toggle-scheme]", startScheme);
start("[data-languages]", (details) => startFold(details));
start("[data-languages] a[hreflang], .root a[hreflang]", startLanguageChoice);
start(".root:has([data-language-hint])", startLanguageHint);
start("[data-menu]", startMenu);
start("[data-filters]", startFilters);
start("[data-search]", (dialog) => start("[data-open-search]", (opener) => startSearch(dialog, opener)));
start("[data-not-found]", startNotFound);
startReports();
