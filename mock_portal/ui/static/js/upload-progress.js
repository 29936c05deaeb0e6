/* Upload with progress, cancel and drag and drop (J13). Without it the form is posted as any other. */

export default class UploadProgress {
  constructor(form) {
    this.form = form;
    this.input = form.querySelector("input[type=file]");
    this.zone = form.querySelector("[data-drop-zone]");
    this.box = form.querySelector("[data-progress]");
    this.bar = this.box.querySelector("progress");
    this.words = this.box.querySelector("[data-progress-words]");
    this.buttons = form.querySelector(".buttons");
    form.querySelector("[data-drop-words]").hidden = false;
    form.addEventListener("submit", (event) => this.onSubmit(event), { capture: true });
    this.box.querySelector("[data-cancel]").addEventListener("click", () => this.request?.abort());
    this.input.addEventListener("change", () => this.refuse(""));
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
        this.refuse("");
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
      this.refuse(this.box.dataset.tooLarge);
    } else if (!this.request) {
      this.send(file);
    }
  }

  send(file) {
    const request = new XMLHttpRequest();
    this.request = request;
    this.refuse(""); // what was said about the try before no longer holds
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
    } else {
      this.stopped(request.response?.error?.message ?? this.box.dataset.broken);
    }
  }

  stopped(words) {
    this.request = undefined;
    this.showProgress(false);
    this.refuse(words);
  }

  showProgress(shown) {
    this.box.hidden = !shown;
    this.buttons.hidden = shown;
  }

  refuse(words) {
    const id = `${this.input.id}-error`;
    const field = this.input.closest(".field");
    const error = document.getElementById(id) ?? this.newError(id, field);
    error.textContent = words;
    field.classList.toggle("field-wrong", words !== "");
    this.input.toggleAttribute("aria-invalid", words !== "");
    if (words !== "") {
      this.input.focus();
    }
  }

  newError(id, field) {
    const error = document.createElement("p");
    error.className = "field-error";
    error.id = id;
    error.setAttribute("role", "alert");
    field.insertBefore(error, this.input);
    const described = this.input.getAttribute("aria-describedby") ?? "";
    this.input.setAttribute("aria-describedby", `${described} ${id}`.trim());
    return error;
  }
}
