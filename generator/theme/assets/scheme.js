// Light or dark before the first paint: the reader's choice if there is one, else the system's (by CSS alone).
const chosenScheme = (() => {
  try {
    return localStorage.getItem("covenant.scheme");
  } catch {
    return null; // storage is switched off
  }
})();
if (chosenScheme === "light" || chosenScheme === "dark") {
  document.documentElement.dataset.scheme = chosenScheme;
}
