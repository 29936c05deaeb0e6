/* The number of a new IC tells birth date and sex (J7): typed, it fills them in. The button beside it does the
   same on the server. */

const YOUNGEST = 15;
const OLDEST = 100;

export default class MykadFacts {
  constructor(form) {
    this.fields = form.elements;
    this.box = form.querySelector("[data-mykad]");
    this.said = this.box.querySelector("[data-said-place]");
    this.today = new Date(`${this.box.dataset.today}T00:00:00`);
    this.fields.id_number.addEventListener("input", () => this.fill());
    this.fields.id_type.addEventListener("change", () => this.fill());
    this.box.querySelector("button").addEventListener("click", (event) => this.onClick(event));
    this.fill();
  }

  onClick(event) {
    if (this.fill()) {
      event.preventDefault(); // otherwise the server says what is missing
    }
  }

  fill() {
    const number = this.fields.id_number.value.replace(/[\s-]/g, "");
    const born = this.fields.id_type.value === "new_ic" && /^\d{12}$/.test(number) ? this.born(number) : null;
    this.fields.birth_date.readOnly = born !== null;
    this.said.textContent = "";
    if (born === null) {
      this.takeBack();
      return false;
    }
    this.fields.birth_date.value = written(born);
    this.fields.sex.value = Number(number.at(-1)) % 2 === 1 ? "male" : "female";
    this.isFilled = true;
    this.said.textContent = this.box.dataset.said
      .replace("{born}", written(born))
      .replace("{age}", String(this.age(born)));
    return true;
  }

  /* What an earlier number told is not true of another one. */
  takeBack() {
    if (this.isFilled) {
      this.fields.birth_date.value = "";
      this.fields.sex.value = "";
      this.isFilled = false;
    }
  }

  /* The century is not written: the one that makes somebody of 15 to 100 years, the younger first. */
  born(number) {
    const [year, month, day] = [0, 2, 4].map((at) => Number(number.slice(at, at + 2)));
    const days = [2000, 1900].map((century) => new Date(century + year, month - 1, day));
    const real = days.filter((date) => date.getMonth() === month - 1 && date.getDate() === day);
    return real.find((date) => this.age(date) >= YOUNGEST && this.age(date) <= OLDEST) ?? null;
  }

  age(born) {
    const years = this.today.getFullYear() - born.getFullYear();
    const had = [this.today.getMonth() - born.getMonth(), this.today.getDate() - born.getDate()];
    return years - (had[0] < 0 || (had[0] === 0 && had[1] < 0) ? 1 : 0);
  }
}

function written(date) {
  const two = (number) => String(number).padStart(2, "0");
  return `${two(date.getDate())}/${two(date.getMonth() + 1)}/${date.getFullYear()}`;
}
