/* A line as cells under the ruler of field names: the exact content of each field, a long name cut to what is
   shown, and a mark on the columns of a finding. A line of another width is shown as it is. */

import { element, filled } from "./element.js";

const GAP = 2; // behind each cell, in letters
const NUMBER = 7; // letters of the line's number
const NUMBER_SPACE = NUMBER + 3; // with what is around it

/* The row of field names. */
export function ruler(layout, words) {
  const row = element("div", "ruler-row");
  row.setAttribute("role", "row");
  row.append(cellOf("columnheader", words.line, NUMBER, "line-number"));
  for (const field of layout?.fields ?? []) {
    const cell = heldCell("columnheader", field.short, field, layout);
    cell.title = `${field.title}, ${field.start}-${field.start + field.length - 1}`;
    row.append(cell);
  }
  return row;
}

/* A line; `place` is what a finding points at, if it is on this line. */
export function lineRow(line, number, layout, place, words) {
  const row = element("div", "line-row");
  row.setAttribute("role", "row");
  row.setAttribute("aria-rowindex", String(number + 1));
  row.append(cellOf("rowheader", number.toLocaleString("en"), NUMBER, "line-number"));
  if (place !== undefined) {
    row.classList.add("is-chosen");
  }
  const fits = layout && (line.length === layout.width || layout.trimmed.includes(line.length));
  if (fits) {
    const whole = line.text.padEnd(layout.width);
    row.append(...layout.fields.map((field) => fieldCell(field, layout, whole, place)));
  } else {
    row.append(oddCell(line, place, words));
  }
  return row;
}

function fieldCell(field, layout, whole, place) {
  const content = whole.slice(field.start - 1, field.start - 1 + field.length);
  const rest = content.slice(field.shown);
  const shown = rest.trim() ? `${content.slice(0, field.shown - 1)}\u2026` : content.slice(0, field.shown);
  const cell = heldCell("cell", "", field, layout);
  const from = (place?.column || 0) - field.start;
  const to = (place?.end_column || 0) - field.start + 1;
  if (place?.column && from < field.length && to > 0) {
    const start = Math.min(Math.max(from, 0), shown.length - 1);
    cell.append(...marked(shown, start, Math.max(Math.min(to, shown.length), start + 1)));
  } else {
    cell.textContent = shown;
  }
  return cell;
}

function oddCell(line, place, words) {
  const cell = element("span", "odd-line");
  cell.setAttribute("role", "cell");
  const cut = line.length > line.text.length ? "\u2026" : "";
  if (place?.column) {
    cell.append(...marked(line.text + cut, place.column - 1, place.end_column));
  } else {
    cell.textContent = line.text + cut;
  }
  cell.append(element("span", "line-length", filled(words.longer, { count: line.length })));
  return cell;
}

function marked(text, from, to) {
  const mark = element("mark", "", text.slice(from, to) || " ");
  return [text.slice(0, from), mark, text.slice(to)];
}

/* A cell of a field; whose line it is stays in sight, beside the line's number. */
function heldCell(role, text, field, layout) {
  const cell = cellOf(role, text, field.shown, `${field.isAmount ? "is-amount" : ""} ${field.isWho ? "is-who" : ""}`);
  if (field.isWho) {
    const before = layout.fields.filter((other) => other.isWho && other.start < field.start);
    cell.style.left = `${before.reduce((sum, other) => sum + other.shown + GAP, NUMBER_SPACE)}ch`;
  }
  return cell;
}

function cellOf(role, text, width, name = "") {
  const cell = element("span", `line-cell ${name}`.trim(), text);
  cell.setAttribute("role", role);
  cell.style.width = `${width}ch`;
  return cell;
}
