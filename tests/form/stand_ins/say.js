"use strict";
let told;
function contractInUse() {
  return (told ??= JSON.parse(document.getElementById("form-contract").textContent));
}
function say(text, values = {}) {
  return (contractInUse().messages[text] ?? text).replace(/%\((\w+)\)[sd]/g, (_, name) => values[name]);
}
function sayNumber(singular, plural, number, values = {}) {
  return say(number === 1 ? singular : plural, { number, ...values });
}
