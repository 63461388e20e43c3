// The palette: days, topics, things and the search from any page, by keyboard. theme.js fetches it when it is asked for.
(function () {
  "use strict";
  const root = new URL("./", document.currentScript.src);
  const known = {};
  const load = (name) => (known[name] ||= fetch(new URL(name, root)).then((answer) => {
    if (!answer.ok) throw new Error(answer.status);
    return answer.json();
  }));
  const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const SHOWN = 8;
  const MOST = 30;

  function make(parent, name, attributes, text) {
    const element = document.createElement(name);
    Object.entries(attributes).forEach(([key, value]) => element.setAttribute(key, value));
    element.append(text || "");
    return parent.appendChild(element);
  }

  const link = make(document.head, "link", { rel: "stylesheet", href: new URL("palette.css", root) });
  const styled = new Promise((done) => link.addEventListener("load", done));
  const dialog = make(document.body, "dialog", { class: "palette" });
  const input = make(dialog, "input", {
    type: "text", role: "combobox", "aria-expanded": "true", "aria-controls": "palette:list", "aria-autocomplete": "list",
    autocomplete: "off", autocapitalize: "none", spellcheck: "false", enterkeyhint: "go",
  });
  const list = make(dialog, "ul", { id: "palette:list", role: "listbox" });
  let told;
  let turn = 0;
  let at = 0;

  function go(url) {
    dialog.close();
    location.href = new URL(url, root);
  }

  async function random() {
    const days = await load("palette-days.json");
    go(days[Math.floor(Math.random() * days.length)][1]);
  }

  // Of many words each must be there; what begins with the first comes first.
  function matching(query) {
    const words = fold(query).split(/\s+/).filter(Boolean);
    const found = told.groups.flatMap(([, options]) => options.filter(([text, about]) => {
      const said = fold(`${text} ${about}`);
      return words.every((word) => said.includes(word));
    }));
    const first = (option) => Number(!fold(option[0]).startsWith(words[0]));
    return found.sort((one, other) => first(one) - first(other));
  }

  async function numbered(query) {
    const number = /^\D*(\d{1,6})\s*$/.exec(query.normalize("NFKC"));
    if (!number) return [];
    const days = await load("palette-days.json");
    return days.filter(([held]) => held.includes(Number(number[1]))).map(([, url, title, about]) => [title, about, url]);
  }

  function select(place) {
    at = place;
    Array.from(list.children, (option, number) => option.setAttribute("aria-selected", String(number === at)));
    const option = list.children[at];
    if (!option) return input.removeAttribute("aria-activedescendant");
    input.setAttribute("aria-activedescendant", option.id);
    option.scrollIntoView({ block: "nearest" });
  }

  async function show() {
    const mine = ++turn;
    const query = input.value.trim();
    const options = query ? await numbered(query) : [];
    if (mine !== turn) return;
    if (query) {
      const seen = new Set(options.map(([, , url]) => url));
      options.push(...matching(query).filter(([, , url]) => !seen.has(url)).slice(0, MOST));
      if (told.search) options.push([`${told.search[0]}: ${query}`, "", `${told.search[1]}?${new URLSearchParams({ q: query })}`]);
    } else {
      options.push(...told.begin, ...(told.random ? [[told.random, "", random]] : []));
      told.groups.forEach(([, group]) => options.push(...group.slice(0, SHOWN)));
    }
    list.replaceChildren();
    options.forEach(([text, about, url], number) => {
      const option = make(list, "li", { id: `palette:${number}`, role: "option" }, text);
      if (about) make(option, "small", {}, about);
      option.addEventListener("click", () => (typeof url === "string" ? go(url) : url()));
    });
    select(0);
  }

  input.addEventListener("input", () => show());
  input.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const count = list.children.length;
    if (event.isComposing || !count) return;
    if (step) select((at + step + count) % count);
    else if (event.key === "Enter") list.children[at].click();
    else return;
    event.preventDefault();
  });
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close();
  });

  window.journalPalette = async function () {
    if (dialog.open) return dialog.close();
    [told] = await Promise.all([load("palette.json"), styled]);
    [dialog, input, list].forEach((element) => element.setAttribute("aria-label", told.label));
    input.placeholder = told.label;
    input.value = "";
    await show();
    if (!document.body.contains(dialog)) document.body.append(dialog); // the preview may have put the page anew
    dialog.showModal();
  };
  window.journalPalette();
})();
