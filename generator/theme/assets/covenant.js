// What JavaScript adds to pages that are complete without it: scheme, menus, the directory's filters, search.
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

/** A count in the page's language: `#` in the chosen pattern stands for the number. */
function counted(element, number) {
  const { none, one, other } = element.dataset;
  if (number === 0) return none;
  return (number === 1 ? one : other).replace("#", number.toLocaleString(document.documentElement.lang));
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

/** Folds that close with Escape and when one looks elsewhere. */
function startFold(details) {
  details.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !details.open) return;
    details.open = false;
    details.querySelector("summary").focus();
  });
  document.addEventListener("click", (event) => {
    if (!details.contains(event.target)) details.open = false;
  });
}

/** The main menu is folded on narrow screens and open on wide ones. */
function startMenu(details) {
  const wide = matchMedia("(min-width: 60em)");
  const arrange = () => (details.open = wide.matches);
  wide.addEventListener("change", arrange);
  arrange();
}

function startDirectory(form) {
  const rows = [...document.querySelectorAll("[data-directory] > li")];
  const count = document.querySelector("[data-directory-count]");
  const fields = [...form.elements].filter((field) => field.name);

  function fits(row, name, value) {
    if (name === "q") return fold(value).split(/\s+/).every((word) => row.dataset.words.includes(word));
    return row.dataset[name].split(" ").includes(value);
  }
  function show() {
    const wanted = fields.filter((field) => field.value.trim());
    for (const row of rows) row.hidden = !wanted.every((field) => fits(row, field.name, field.value.trim()));
    count.textContent = counted(count, rows.filter((row) => !row.hidden).length);
    const query = new URLSearchParams(wanted.map((field) => [field.name, field.value.trim()]));
    history.replaceState(null, "", query.size ? `?${query}` : location.pathname);
  }
  function restore() {
    const query = new URLSearchParams(location.search);
    for (const field of fields) field.value = query.get(field.name) ?? "";
    for (const field of fields) if (field.selectedIndex === -1) field.value = "";
  }
  form.addEventListener("input", show);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(show));
  form.hidden = false;
  restore();
  if (location.search) show();
}

/** Search talks to the theme's search worker: 0 set up, 1 ready, 2 query, 3 result. */
function startSearch(dialog, opener) {
  const query = dialog.querySelector("[data-search-query]");
  const count = dialog.querySelector("[data-search-count]");
  const list = dialog.querySelector("[data-search-results]");
  let worker;

  async function load() {
    const response = await fetch(dialog.dataset.index);
    const index = await response.json();
    const pages = new Map(index.docs.map((page) => [page.location, page]));
    worker = new Worker(dialog.dataset.worker);
    worker.addEventListener("message", ({ data }) => {
      if (data.type === 1) ask();
      if (data.type === 3) show(data.data.items, pages);
    });
    worker.postMessage({ type: 0, data: index });
  }
  function ask() {
    const words = query.value.trim();
    if (words) worker?.postMessage({ type: 2, data: words });
    else list.replaceChildren((count.textContent = ""));
  }
  function show(groups, pages) {
    if (!query.value.trim()) return;
    list.replaceChildren(...groups.slice(0, 30).map((group) => result(group[0], pages)));
    dialog.dataset.number = groups.length;
    count.textContent = groups.length ? counted(dialog, groups.length) : dialog.dataset.none;
  }
  function result({ location: address }, pages) {
    const page = pages.get(address);
    const parent = pages.get(address.split("#")[0]);
    const item = document.createElement("li");
    const link = item.appendChild(document.createElement("a"));
    link.href = dialog.dataset.root + address;
    link.textContent = page === parent ? page.title : `${parent.title} – ${page.title}`;
    item.appendChild(document.createElement("p")).textContent = excerpt(page.text);
    return item;
  }
  function excerpt(text) {
    const word = fold(query.value.trim()).split(/\s+/)[0];
    const start = Math.max(0, fold(text).indexOf(word) - 60);
    return (start ? "… " : "") + text.slice(start, start + 160) + (text.length > start + 160 ? " …" : "");
  }
  function open() {
    dialog.showModal();
    query.focus();
    if (!worker) load().catch(() => (count.textContent = dialog.dataset.failed));
  }
  opener.hidden = false;
  opener.addEventListener("click", open);
  query.addEventListener("input", ask);
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest?.("input, select, textarea");
    if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !dialog.open) {
      event.preventDefault();
      open();
    }
  });
}

/** A link to a report opens it. */
function openTarget() {
  const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (target instanceof HTMLDetailsElement) target.open = true;
}

/** The page for addresses that do not exist speaks the language of the address. */
function startNotFound(section) {
  const others = [...document.querySelectorAll("[data-not-found]")].filter((other) => other !== section);
  if (location.pathname.startsWith(section.dataset.notFound)) for (const other of others) other.hidden = true;
}

function start(selector, begin) {
  for (const element of document.querySelectorAll(selector)) begin(element);
}

start("[data-toggle-scheme]", startScheme);
start("[data-languages]", startFold);
start("[data-menu]", startMenu);
start("[data-directory-filters]", startDirectory);
start("[data-search]", (dialog) => start("[data-open-search]", (opener) => startSearch(dialog, opener)));
start("[data-not-found]", startNotFound);
addEventListener("hashchange", openTarget);
openTarget();
