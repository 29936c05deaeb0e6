/* The checker's page. Its scripts are those of `assist check --serve`, at an address that the page names. */

export default class CheckFile {
  constructor(element) {
    this.ready = this.start(element);
  }

  async start(element) {
    const { default: CheckPage } = await import(element.dataset.script);
    this.page = new CheckPage(element);
  }
}
