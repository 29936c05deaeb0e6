/* Upload with progress, cancel and drag and drop (J13). Without it the form is posted as any other. */

const { default: FormErrors } = await import(`./form-errors.js${new URL(import.meta.url).search}`);

export default class UploadProgress {
  constructor(form) {
    this.form = form;
    this.errors = new FormErrors(form);
    this.input = form.querySelector("input[type=file]");
    this.zone = form.querySelector("[data-drop-zone]");
    this.box = form.querySelector("[data-progress]");
    this.bar = this.box.querySelector("progress");
    this.words = this.box.querySelector("[data-progress-words]");
    this.buttons = form.querySelector(".buttons");
    form.querySelector("[data-drop-words]").hidden = false;
    form.addEventListener("submit", (event) => this.onSubmit(event), { capture: true });
    this.box.querySelector("[data-cancel]").addEventListener("click", () => this.request?.abort());
    this.input.addEventListener("change", () => this.errors.clearField(this.input));
    this.listenForDrops();
  }

  listenForDrops() {
    this.zone.addEventListener("dragover", (event) => {
      event.preventDefault();
      this.zone.classList.add("is-over");
    });
    this.zone.addEventListener("dragleave", () => this.zone.classList.remove("is-over"));
    this.zone.addEventListener("drop", (event) => {
      event.preventDefault();
      this.zone.classList.remove("is-over");
      if (event.dataTransfer.files.length > 0) {
        this.input.files = event.dataTransfer.files;
        this.errors.clearField(this.input);
      }
    });
  }

  onSubmit(event) {
    const file = this.input.files[0];
    // No file, or the language switch: the server answers with its page.
    if (file === undefined || event.submitter?.name) {
      return;
    }
    event.preventDefault();
    event.stopImmediatePropagation();
    if (file.size > Number(this.box.dataset.limit)) {
      const label = this.input.labels[0].firstChild.textContent.trim();
      this.errors.show({ problems: [{ field: this.input.id, label, message: this.box.dataset.tooLarge }] });
    } else if (!this.request) {
      this.send(file);
    }
  }

  send(file) {
    const request = new XMLHttpRequest();
    this.request = request;
    this.errors.clear(); // what was said about the try before no longer holds
    this.showProgress(true);
    this.told(0, file);
    request.upload.addEventListener("progress", (event) => this.told((100 * event.loaded) / event.total, file));
    request.upload.addEventListener("load", () => (this.words.textContent = this.box.dataset.checking));
    request.addEventListener("load", () => this.answered(request));
    request.addEventListener("abort", () => this.stopped(this.box.dataset.cancelled));
    request.addEventListener("error", () => this.stopped(this.box.dataset.broken));
    request.responseType = "json";
    request.open("POST", this.form.action);
    request.setRequestHeader("Accept", "application/json");
    request.send(new FormData(this.form));
  }

  told(percent, file) {
    const whole = Math.floor(percent);
    this.bar.value = whole;
    this.words.textContent = this.box.dataset.sent.replace("{percent}", whole).replace("{name}", file.name);
  }

  answered(request) {
    if (request.response?.next) {
      location.assign(request.response.next);
    } else if (request.status === 401) {
      location.reload();
    } else if (request.response?.error?.problems) {
      this.ended();
      this.errors.show(request.response.error);
    } else {
      this.stopped(request.response?.error?.message ?? this.box.dataset.broken);
    }
  }

  stopped(words) {
    this.ended();
    this.errors.tell(this.input, words);
  }

  ended() {
    this.request = undefined;
    this.showProgress(false);
  }

  showProgress(shown) {
    this.box.hidden = !shown;
    this.buttons.hidden = shown;
  }
}
