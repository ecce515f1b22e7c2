"use strict";
const writeYaml = (record) => `${JSON.stringify(record, null, 2)}\n`;
function parseYaml(text) {
  try {
    return { record: JSON.parse(text) };
  } catch (error) {
    return { error: { line: 1, column: 1, message: error.message } };
  }
}
