/* Where each line of a file begins, found piece by piece so that a page with a million lines never stops; the
   lines themselves are read from the file when they are shown. */

const LONGEST = 2000;
const NEW_LINE = 10;
const RETURN = 13;

export default class LineIndex {
  /* `hide(lines)`, where there is one, gives for the bytes of lines their text without who is in them. */
  constructor(file, hide) {
    this.file = file;
    this.hide = hide;
    this.starts = new Float64Array(1024);
    this.count = 0;
    this.size = 0;
  }

  /* Reads the file to its end; `grown` is told now and then, and says whether to go on. */
  async read(grown) {
    let fresh = true;
    const reader = this.file.stream().getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) {
        break;
      }
      fresh = this.scan(value, fresh);
      if (!grown()) {
        await reader.cancel();
        return;
      }
    }
    grown();
  }

  scan(bytes, fresh) {
    if (fresh && bytes.length > 0) {
      this.add(this.size);
    }
    for (let at = bytes.indexOf(NEW_LINE); at !== -1; at = bytes.indexOf(NEW_LINE, at + 1)) {
      if (at + 1 < bytes.length) {
        this.add(this.size + at + 1);
      }
    }
    this.size += bytes.length;
    return bytes.length === 0 ? fresh : bytes[bytes.length - 1] === NEW_LINE;
  }

  add(start) {
    if (this.count === this.starts.length) {
      const more = new Float64Array(2 * this.count);
      more.set(this.starts);
      this.starts = more;
    }
    this.starts[this.count++] = start;
  }

  /* The lines first..last (0-based, last excluded): their bytes without the end, and how many they are. */
  async lines(first, last) {
    const indexes = Array.from({ length: Math.max(last - first, 0) }, (_, offset) => first + offset);
    const lines = await Promise.all(indexes.map((index) => this.bytes(index)));
    const shown = this.hide ? (await this.hide(lines.map((line) => line.bytes))).map(letters) : lines.map((line) => line.bytes);
    return lines.map(({ length }, index) => ({ text: plain(shown[index]), length }));
  }

  async bytes(index) {
    const start = this.starts[index];
    const end = index + 1 < this.count ? this.starts[index + 1] : this.size;
    const bytes = new Uint8Array(await this.file.slice(start, Math.min(end, start + LONGEST)).arrayBuffer());
    const ends = end - start > LONGEST ? 0 : endOf(bytes);
    return { bytes: bytes.subarray(0, bytes.length - ends), length: end - start - ends };
  }
}

function endOf(bytes) {
  const last = bytes.length - 1;
  if (bytes[last] !== NEW_LINE) {
    return 0;
  }
  return bytes[last - 1] === RETURN ? 2 : 1;
}

const letters = (text) => Array.from(text, (letter) => letter.charCodeAt(0));

/* One letter for each byte, so that columns stay columns; what cannot be printed is a dot in the middle. */
function plain(bytes) {
  return Array.from(bytes, (byte) => {
    const isPrintable = (byte >= 32 && byte < 127) || byte >= 161;
    return isPrintable ? String.fromCharCode(byte) : byte === 160 ? "\u00a0" : "\u00b7";
  }).join("");
}
