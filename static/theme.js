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

  // The keys lead on from every page: to the palette, where it can be had, else to the search, and from day to day.
  var own = document.currentScript;
  var palette = own.hasAttribute("data-palette") && location.protocol !== "file:";

  function openPalette() {
    if (window.journalPalette) return window.journalPalette();
    var script = document.createElement("script");
    script.src = new URL("palette.js", own.src);
    document.head.append(script);
    openPalette = function () {
      if (window.journalPalette) window.journalPalette();
    };
  }

  function follow(link, hash) {
    if (link) location.href = link.href + (hash || "");
    return Boolean(link);
  }

  function isTyped(target) {
    return target.closest("input, select, textarea, dialog, audio, video, pre, [contenteditable]");
  }

  function press(event) {
    var modified = event.ctrlKey || event.metaKey;
    if (event.defaultPrevented || event.altKey || event.shiftKey) return false;
    if (palette && modified && event.key === "k") return openPalette(), true;
    if (modified || isTyped(event.target)) return false;
    var rtl = root.dir === "rtl";
    if (event.key === "ArrowLeft") return follow(document.querySelector(rtl ? "a[rel=next]" : "a[rel=prev]"));
    if (event.key === "ArrowRight") return follow(document.querySelector(rtl ? "a[rel=prev]" : "a[rel=next]"));
    if (event.key !== "/" || document.querySelector("form.search")) return false;
    if (palette) return openPalette(), true;
    return follow(document.querySelector("a[aria-keyshortcuts='/']"), "#page:query");
  }

  document.addEventListener("keydown", function (event) {
    if (press(event)) event.preventDefault();
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
