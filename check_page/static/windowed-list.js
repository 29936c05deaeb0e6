/* A list of any length of which only the rows in sight exist. Rows have one height; where they would be taller
   together than browsers allow, scrolling moves by more than a row. */

const TALLEST = 8_000_000;

export default class WindowedList {
  /* `draw(first, last)` gives the elements of these rows, or a promise of them. */
  constructor(scroller, rowHeight, draw) {
    this.scroller = scroller;
    this.rowHeight = rowHeight;
    this.draw = draw;
    this.length = 0;
    this.turn = 0;
    this.sizer = part("window-sizer");
    this.layer = part("window-rows");
    this.sizer.append(this.layer);
    scroller.append(this.sizer);
    scroller.addEventListener("scroll", () => this.ask());
    this.watcher = new ResizeObserver(() => this.ask());
    this.watcher.observe(scroller);
  }

  resize(length) {
    this.length = length;
    this.sizer.style.height = `${Math.min(length * this.rowHeight, TALLEST)}px`;
    this.ask();
  }

  get above() {
    return this.sizer.offsetTop;
  }

  get view() {
    return Math.max(this.scroller.clientHeight - this.above, this.rowHeight);
  }

  /* How many pixels of rows stand for one of the scroll bar. */
  get scale() {
    const whole = this.length * this.rowHeight;
    return whole <= TALLEST ? 1 : (whole - this.view) / (TALLEST - this.view);
  }

  ask() {
    if (!this.asked) {
      this.asked = requestAnimationFrame(() => {
        this.asked = undefined;
        this.show();
      });
    }
  }

  async show() {
    const turn = ++this.turn;
    const position = this.scroller.scrollTop * this.scale;
    const first = Math.min(Math.floor(position / this.rowHeight), Math.max(this.length - 1, 0));
    const last = Math.min(first + Math.ceil(this.view / this.rowHeight) + 1, this.length);
    const rows = await this.draw(first, last);
    if (turn !== this.turn) {
      return;
    }
    this.layer.style.top = `${this.scroller.scrollTop - (position - first * this.rowHeight)}px`;
    this.layer.replaceChildren(...rows);
    this.drawn?.();
  }

  /* Brings a row into sight, a third down where it was not; the answer comes when it is drawn. */
  reveal(index) {
    const top = index * this.rowHeight;
    const position = this.scroller.scrollTop * this.scale;
    if (top < position || top + this.rowHeight > position + this.view) {
      this.scroller.scrollTop = Math.max(top - this.view / 3, 0) / this.scale;
    }
    return this.show();
  }
}

function part(name) {
  const made = document.createElement("div");
  made.className = name;
  return made;
}
