/* Five digits of a postcode fill in state and city (J6). The button beside it does the same on the server. */

export default class PostcodePlace {
  constructor(box) {
    this.box = box;
    this.input = box.querySelector("input");
    this.said = box.querySelector("[data-said]");
    this.button = box.querySelector("button");
    this.button.addEventListener("click", (event) => this.onClick(event));
    this.input.addEventListener("input", () => this.onInput());
  }

  onClick(event) {
    event.preventDefault();
    this.ask();
  }

  onInput() {
    this.said.textContent = "";
    if (/^\d{5}$/.test(this.input.value.trim())) {
      this.ask();
    }
  }

  async ask() {
    const asked = this.input.value.trim();
    try {
      const answer = await fetch(this.box.dataset.address + encodeURIComponent(asked), {
        headers: { Accept: "application/json" },
      });
      if (answer.ok && asked === this.input.value.trim()) {
        this.fill(await answer.json());
      }
    } catch {
      // No connection just now: state and city can be chosen by hand.
    }
  }

  fill(place) {
    const { state, city } = this.input.form.elements;
    if (place.state === "") {
      this.said.textContent = this.box.dataset.unknown;
      return;
    }
    choose(state, place.state);
    choose(city, place.city);
    this.said.textContent = this.box.dataset.filled
      .replace("{city}", city.selectedOptions[0].text)
      .replace("{state}", state.selectedOptions[0].text);
  }
}

function choose(select, value) {
  select.value = value;
  select.dispatchEvent(new Event("change", { bubbles: true }));
}
