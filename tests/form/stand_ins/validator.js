"use strict";
function problemsOf(record, contract) {
  const { required, else: otherwise } = contract.schema;
  const needed = [...required, ...(record.no_action === true ? [] : (otherwise?.required ?? []))];
  const found = needed
    .filter((key) => !(key in record))
    .map((key) => ({ path: [], code: "missing-key", severity: "error", message: `“${key}” is missing.`, hint: `Add “${key}: …”.` }));
  if (record.website && !record.website.startsWith("https://")) {
    found.push({ path: ["website"], code: "wrong-form", severity: "error", message: "This is not in the form needed here.", hint: "Begin with “https://”." });
  }
  for (const [code, text] of Object.entries(record.name ?? {})) {
    if (text.includes("<")) found.push({ path: ["name", code], code: "markup", severity: "error", message: "No HTML.", hint: "" });
  }
  (record.links ?? []).forEach(({ url }, index) => {
    if (url && !url.startsWith("https://")) found.push({ path: ["links", index, "url"], code: "wrong-form", severity: "error", message: "No link.", hint: "" });
  });
  if (record.members?.signatories > record.members?.total) {
    found.push({ path: ["members", "signatories"], code: "members", severity: "warning", message: "More signatories than members.", hint: "" });
  }
  return found;
}
