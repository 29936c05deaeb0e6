/* Shows the bar for old browsers to one that lacks what the portal's scripts are written in, whatever it calls
   itself. It has to run where modules do not, so it is written as browsers of 2012 understood it. */

(function () {
  var bar = document.getElementById("old-browser");
  var lacks =
    !("noModule" in document.createElement("script")) ||
    typeof window.HTMLDialogElement !== "function" ||
    !("popover" in document.documentElement) ||
    typeof window.fetch !== "function";
  if (bar && lacks) {
    bar.removeAttribute("hidden");
  }
})();
