/* A list that depends on another one (J6): only the group named like what is chosen there can be seen. Without
   it the list shows all its groups. data-parent is the name of the other list. */

export default class DependentSelect {
  constructor(box) {
    this.select = box.querySelector("select");
    this.parent = this.select.form.elements[box.dataset.parent];
    this.groups = [...this.select.querySelectorAll("optgroup")].filter((group) => group.label !== "");
    this.parent.addEventListener("change", () => this.show());
    this.show();
  }

  show() {
    const wanted = this.parent.value === "" ? "" : this.parent.selectedOptions[0].text;
    const chosen = this.select.value;
    for (const group of this.groups) {
      group.remove(); // hiding a group is not enough in every browser
    }
    const group = this.groups.find((each) => each.label === wanted);
    if (group !== undefined) {
      this.select.append(group);
    }
    const still = [...this.select.options].some((option) => option.value === chosen);
    this.select.value = still ? chosen : "";
    if (this.select.value !== chosen) {
      this.select.dispatchEvent(new Event("change", { bubbles: true }));
    }
  }
}
