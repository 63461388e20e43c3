// The search page: finds as one types, by filters and keys; search_terms.js begins it.
(function () {
  "use strict";
  const form = document.querySelector("form.search");
  if (!form) return;
  const { readQuery, rank, holds, makeResult, sum } = journalSearch;
  const root = new URL(form.dataset.root, location.href);
  const kinds = JSON.parse(form.dataset.kinds);
  const { q: input, topic: topics, year: years } = form.elements;
  const says = form.querySelector(".search-says");
  const begin = document.querySelector(".search-begin");
  const more = form.querySelector("button");
  const lists = Array.from(form.querySelectorAll("ol"));
  const SHOWN = 10;
  let index;

  let turn = 0;

  function counted(number, open) {
    const forms = form.dataset.found.split("|");
    const rules = new Intl.PluralRules(document.documentElement.lang);
    const held = ["zero", "one", "two", "few", "many", "other"].filter((name) => rules.resolvedOptions().pluralCategories.includes(name));
    const which = held.indexOf(rules.select(number));
    return forms[Math.min(which, forms.length - 1)].replace("{n}", number + (open ? "+" : ""));
  }

  // Shows the next results of each list; those of a phrase only once they are seen to hold it.
  async function showMore(query, queues, mine) {
    let left = false;
    await Promise.all(queues.map(async (queue, place) => {
      for (let shown = 0; shown < SHOWN && queue.length;) {
        const docs = queue.splice(0, SHOWN - shown);
        const records = await Promise.all(docs.map(({ part, number }) => (
          part.load(`d${Math.floor(number / index.block)}.json`, JSON.parse).then((block) => block[number % index.block]))));
        const fits = await Promise.all(docs.map((doc, number) => holds(query, doc, records[number])));
        if (mine !== turn) return;
        docs.forEach((doc, number) => {
          if (!fits[number] || query.seen.has(records[number][0])) return;
          query.seen.add(records[number][0]);
          lists[Number(doc.link)].append(makeResult(query, doc, records[number], kinds));
          shown += 1;
        });
      }
      left = left || queue.length > 0;
    }));
    if (mine !== turn) return;
    more.hidden = !left;
    const count = query.phrases.length ? query.seen.size : query.seen.size + sum(queues.map(({ length }) => length));
    says.textContent = count ? counted(count, query.partly || (left && query.phrases.length)) : form.dataset.none;
  }

  async function search() {
    const mine = ++turn;
    const query = readQuery(input.value);
    const asked = [input, topics, years].map(({ name, value }) => [name, value.trim()]).filter(([, value]) => value);
    const wanted = query.words.length || topics.value || years.value;
    history.replaceState(null, "", asked.length ? `?${new URLSearchParams(asked)}` : location.pathname);
    const parts = index.parts.filter(({ year }) => !years.value || (year || "-") === years.value);
    const docs = wanted ? await rank(query, parts, topics.value) : [];
    if (mine !== turn) return;
    lists.forEach((list) => list.replaceChildren());
    begin.hidden = asked.length > 0;
    query.seen = new Set();
    const queues = [docs.filter(({ link }) => !link), docs.filter(({ link }) => link)];
    more.onclick = () => showMore(query, queues, mine);
    if (asked.length) await showMore(query, queues, mine);
    else [more.hidden, says.textContent] = [true, ""];
  }

  async function start() {
    index = await journalSearch.open(root);
    const asked = new URLSearchParams(location.search);
    [input, topics, years].forEach((field) => {
      field.value = field.value || asked.get(field.name) || "";
    });
    await search();
  }

  function refuse() {
    says.textContent = form.dataset.offline;
    input.disabled = true;
  }

  function move(event) {
    const stops = [input, ...form.querySelectorAll("li > a, button:not([hidden])")];
    const place = stops.indexOf(event.target);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey && !event.target.closest("input, select, textarea")) {
      input.select();
    } else if (step && stops[place + step] && place >= 0) {
      stops[place + step].focus();
    } else if (event.key === "Escape" && form.contains(event.target)) {
      if (event.target === input) [input.value] = ["", search()];
      input.focus();
    } else return;
    event.preventDefault();
  }

  if (location.protocol === "file:") return refuse();
  let typing;
  form.addEventListener("input", () => {
    clearTimeout(typing);
    typing = setTimeout(() => index && search().catch(refuse), 60);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    form.querySelector("li > a")?.focus();
  });
  document.addEventListener("keydown", move);
  document.addEventListener("journal:refreshed", start); // the preview has put the page anew
  input.focus();
  start().catch(refuse);
})();
