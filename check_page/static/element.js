/* Elements and words: everything that a file says goes in as text, never as markup. */

export function element(tag, name = "", text = "") {
  const made = document.createElement(tag);
  if (name) {
    made.className = name;
  }
  made.textContent = text;
  return made;
}

export function badge(kind, words) {
  return element("span", `check-badge is-${kind}`, words);
}

/* A text with its {facts} put in; numbers get their thousands. */
export function filled(text, facts) {
  return text.replace(/\{(\w+)\}/g, (whole, key) => {
    const fact = facts[key];
    return fact === undefined ? whole : typeof fact === "number" ? fact.toLocaleString("en") : fact;
  });
}

export function ringgit(sen) {
  const whole = Math.trunc(sen / 100).toLocaleString("en");
  return `RM ${whole}.${String(Math.abs(sen % 100)).padStart(2, "0")}`;
}

/* Where a place is, as every report says it. */
export function whereIs(place, field, words) {
  if (place.line === 0) {
    return words.whole_file;
  }
  if (!place.column || (!field && place.column !== place.end_column)) {
    return filled(words.at_line, place);
  }
  return filled(place.column === place.end_column ? words.at_column : words.at_columns, {
    line: place.line,
    column: String(place.column),
    end: String(place.end_column),
  });
}
