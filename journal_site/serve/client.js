// Keeps an open page of the preview up to date: fetches it anew when the server says that something changed, and changes
// only what differs, so that scroll, focus and open <details> stay.
(function () {
  "use strict";
  let boot = null;
  let running = false;
  let again = false;
  // Many editors empty a file before they write it: a page is gone only once it stays away.
  const GONE_MS = 500;
  let missingSince = null;

  function keepOpen(before, after) {
    if (before.localName === "details" && before.open) after.setAttribute("open", "");
    return true;
  }

  // What the page's scripts have set stays: that they run, and the buttons that work by them.
  function mayChange(name, element, change) {
    if (element === document.documentElement) return name !== "data-scripts" && name !== "data-theme";
    if (name === "hidden") return change !== "update";
    return name !== "aria-pressed" || change !== "remove";
  }

  async function refresh() {
    if (running) { again = true; return; }
    running = true;
    try {
      const answer = await fetch(location.href, { cache: "no-store" });
      const text = await answer.text();
      if (answer.redirected) { location.replace(answer.url); return; }
      if (answer.status !== 404) missingSince = null;
      else {
        missingSince ??= performance.now();
        const left = missingSince + GONE_MS - performance.now();
        if (left > 0) { setTimeout(refresh, left); return; }
      }
      const fresh = new DOMParser().parseFromString(text, "text/html");
      // A page that cannot be made leaves the last good one in its place.
      if (standsIn(fresh)) { show(toldBy(fresh).problems); return; }
      const overlay = document.getElementById("journal-problems");
      if (overlay) overlay.remove();
      Idiomorph.morph(document.documentElement, fresh.documentElement, {
        head: { style: "merge" },
        callbacks: {
          beforeNodeMorphed: (a, b) => (a.nodeType === 1 ? keepOpen(a, b) : true),
          beforeAttributeUpdated: mayChange,
        },
      });
      if (overlay) document.body.append(overlay);
      document.dispatchEvent(new CustomEvent("journal:refreshed"));
    } catch {
      // The server is away; the stream of events says when it is back.
    } finally {
      running = false;
      if (again) { again = false; refresh(); }
    }
  }

  // Tells a page of the site from one that says why it cannot be shown.
  function standsIn(page) {
    return page.getElementById("journal-told") !== null;
  }

  function toldBy(page) {
    return standsIn(page) ? JSON.parse(page.getElementById("journal-told").textContent) : { problems: [] };
  }

  function swapStyles() {
    for (const link of document.querySelectorAll('link[rel="stylesheet"]')) {
      const fresh = link.cloneNode();
      const url = new URL(link.href);
      url.searchParams.set("v", Date.now());
      fresh.href = url.href;
      fresh.addEventListener("load", () => link.remove());
      link.after(fresh);
    }
  }

  function element(name, text, style) {
    const made = document.createElement(name);
    made.textContent = text;
    if (style) made.style.cssText = style;
    return made;
  }

  function show(problems) {
    const old = document.getElementById("journal-problems");
    if (old) old.remove();
    if (!problems.length) return;
    const host = document.createElement("div");
    host.id = "journal-problems";
    host.setAttribute("role", "alert");
    const root = host.attachShadow({ mode: "open" });
    const panel = element("div", "", "position:fixed;inset:auto 0 0 0;max-height:70vh;overflow:auto;z-index:2147483647;" +
      "background:#1c1917;color:#fafaf9;font:14px/1.5 ui-monospace,monospace;padding:16px 20px;border-top:4px solid #ef4444");
    panel.append(element("strong", problems.length === 1 ? "1 problem" : problems.length + " problems"));
    for (const one of problems) {
      const place = [one.path, one.line || null, one.line ? one.column || 1 : null].filter(Boolean).join(":");
      panel.append(element("div", place + ": " + one.message + " [" + one.code + "]", "margin-top:12px;color:#fca5a5;white-space:pre-wrap"));
      if (one.excerpt) {
        const caret = one.column ? "\n" + " ".repeat(one.column - 1) + "^" : "";
        panel.append(element("pre", one.excerpt + caret, "margin:4px 0 4px 16px;overflow:auto"));
      }
      if (one.hint) panel.append(element("div", "hint: " + one.hint, "color:#93c5fd"));
    }
    root.append(panel);
    document.body.append(host);
  }

  const events = new EventSource("/_journal/events");
  events.onmessage = (event) => {
    const told = JSON.parse(event.data);
    const stood = toldBy(document);
    show(told.problems.length ? told.problems : stood.problems);
    if (standsIn(document)) {
      if (told.reloads !== stood.reloads) location.reload();
    } else if (told.kind === "hello") {
      if (boot !== null && boot !== told.boot) refresh();
      boot = told.boot;
    } else if (told.kind === "styles") swapStyles();
    else if (told.kind === "touched" || told.kind === "reloaded") refresh();
  };
  addEventListener("pagehide", () => events.close());
})();
