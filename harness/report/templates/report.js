// One click from the matrix to the film strip, pictures in full size, everything open on paper.
const open_named = () => {
  const named = location.hash && document.getElementById(location.hash.slice(1));
  if (named instanceof HTMLDetailsElement) {
    named.open = true;
    named.scrollIntoView();
  }
};
addEventListener("hashchange", open_named);
open_named();
addEventListener("beforeprint", () => {
  for (const details of document.querySelectorAll("details")) details.open = true;
});
const large = document.getElementById("large");
for (const button of document.querySelectorAll(".picture")) {
  button.addEventListener("click", () => {
    const picture = large.querySelector("img");
    picture.src = button.querySelector("img").src;
    picture.alt = button.querySelector("img").alt;
    large.querySelector("p").textContent = button.dataset.caption;
    large.showModal();
  });
}
