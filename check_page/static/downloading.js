/* A mended file as a download: the form is posted once more with this file alone, and the answer is kept by the
   browser as any other download. */

export function download(intake, address, file) {
  const form = document.createElement("form");
  form.method = "post";
  form.action = address;
  form.enctype = "multipart/form-data";
  form.hidden = true;
  for (const { name, value } of intake.querySelectorAll("input[name]:not([type=file])")) {
    form.append(field("hidden", name, value));
  }
  const chosen = field("file", "file", "");
  const transfer = new DataTransfer();
  transfer.items.add(file);
  chosen.files = transfer.files;
  form.append(chosen);
  document.body.append(form);
  form.submit();
  form.remove();
}

function field(type, name, value) {
  const made = document.createElement("input");
  made.type = type;
  made.name = name;
  made.value = value;
  return made;
}
