/* The kind of business drives the name of its number, whether it has one, and the documents that it needs (J6).
   Without it the number is named as SSM does, and the documents of all kinds are listed. */

export default class EntityChoice {
  constructor(form) {
    this.select = form.elements.entity;
    this.entities = new Map(JSON.parse(this.select.dataset.entities).map((entity) => [entity.key, entity]));
    this.number = form.querySelector("[data-number]");
    this.label = this.number.querySelector("label");
    this.name = this.label.textContent;
    this.documents = form.querySelector("[data-documents]");
    this.select.addEventListener("change", () => this.show());
    this.show();
  }

  show() {
    const entity = this.entities.get(this.select.value);
    this.label.textContent = entity?.number_label || this.name;
    this.number.querySelector("input").required = Boolean(entity?.number_label);
    this.number.hidden = entity !== undefined && entity.number_label === "";
    this.documents.hidden = entity === undefined;
    for (const list of this.documents.querySelectorAll("[data-entity]")) {
      list.hidden = list.dataset.entity !== entity?.key;
    }
  }
}
