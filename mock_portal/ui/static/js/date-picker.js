/* A calendar beside a date that is typed as day/month/year (J8): the browser's own, within the limits. */

export default class DatePicker {
  constructor(box) {
    this.input = box.querySelector("input");
    this.calendar = document.createElement("input");
    this.calendar.type = "date";
    this.calendar.min = box.dataset.min;
    this.calendar.max = box.dataset.max;
    if (!("showPicker" in this.calendar)) {
      return; // typing is enough
    }
    this.calendar.className = "calendar";
    this.calendar.tabIndex = -1;
    this.calendar.setAttribute("aria-hidden", "true");
    this.button = document.createElement("button");
    this.button.type = "button";
    this.button.className = "btn btn-outline-primary";
    this.button.textContent = box.dataset.choose;
    const row = document.createElement("div");
    row.className = "with-button";
    this.input.before(row);
    row.append(this.input, this.button, this.calendar);
    this.button.addEventListener("click", () => this.open());
    this.calendar.addEventListener("change", () => this.take());
  }

  open() {
    const [, day, month, year] = this.input.value.match(/^(\d{1,2})\/(\d{1,2})\/(\d{4})$/) ?? [];
    this.calendar.value = year ? `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}` : "";
    if (!this.input.readOnly) {
      this.calendar.showPicker();
    }
  }

  take() {
    const [year, month, day] = this.calendar.value.split("-");
    if (day !== undefined) {
      this.input.value = `${day}/${month}/${year}`;
      this.input.dispatchEvent(new Event("input", { bubbles: true }));
      this.input.focus();
    }
  }
}
