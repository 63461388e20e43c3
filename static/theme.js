// Light or dark: the reader's choice comes before the page is painted, so that nothing flashes.
// Stands in the head, without defer, for that reason.
(function () {
  "use strict";
  var root = document.documentElement;
  var dark = window.matchMedia("(prefers-color-scheme: dark)");

  function stored() {
    try {
      return localStorage.getItem("theme");
    } catch (error) {
      return null; // storage may be forbidden
    }
  }

  function current() {
    return root.dataset.theme || (dark.matches ? "dark" : "light");
  }

  function show(button) {
    button.setAttribute("aria-pressed", String(current() === "dark"));
  }

  // The key leads to the search from every page; there it is the search's own.
  document.addEventListener("keydown", function (event) {
    var link = document.querySelector("a[aria-keyshortcuts='/']");
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || !link) return;
    if (event.target.closest("input, select, textarea") || document.querySelector("form.search")) return;
    event.preventDefault();
    location.href = link.href + "#page:query";
  });

  root.dataset.scripts = ""; // the button's room is kept from the first paint on
  var chosen = stored();
  if (chosen === "light" || chosen === "dark") root.dataset.theme = chosen;

  document.addEventListener("DOMContentLoaded", function () {
    var button = document.querySelector("button.theme");
    if (!button) return;
    button.hidden = false;
    show(button);
    dark.addEventListener("change", function () {
      show(button);
    });
    button.addEventListener("click", function () {
      root.dataset.theme = current() === "dark" ? "light" : "dark";
      try {
        localStorage.setItem("theme", root.dataset.theme);
      } catch (error) {
        // the choice then lasts for this page
      }
      show(button);
    });
  });
})();
