// Shows what search_index.js finds, as one types. Pages are fetched only for the excerpts of what is shown.
(function () {
  "use strict";
  const form = document.querySelector("form.search");
  if (!form) return;
  const { load, cut, readQuery, rank, sum } = journalSearch;
  const root = new URL(form.dataset.root, location.href);
  const kinds = JSON.parse(form.dataset.kinds);
  const { q: input, topic: topics, year: years } = form.elements;
  const says = form.querySelector(".search-says");
  const more = form.querySelector("button");
  const lists = Array.from(form.querySelectorAll("ol"));
  const SHOWN = 10;
  const INLINE = "a, abbr, b, code, del, em, i, ins, kbd, mark, mi, mn, mo, mtext, q, s, samp, small, span, strong, sub, sup, u";
  let index;

  // --- a result -----------------------------------------------------------------------------------------------------

  // A page's text comes from the page itself, which is then at hand when the reader goes there.
  function pageText(url) {
    return load(url, (html) => {
      const page = new DOMParser().parseFromString(html, "text/html");
      page.querySelectorAll("script, style").forEach((element) => element.remove());
      page.querySelectorAll(`.prose :not(${INLINE})`).forEach((element) => {
        element.before(" ");
        element.after(" ");
      });
      const bodies = page.querySelectorAll(page.querySelector(".prose") ? ".prose" : "main");
      return Array.from(bodies, (body) => body.textContent).join(" ").replace(/\s+/g, " ").trim().normalize("NFC");
    });
  }

  async function holds({ phrases }, doc, [url, title, , , names]) {
    if (!phrases.length) return true;
    const texts = (doc.link ? [title, url] : [title, names.join(" "), await pageText(url)]).map(cut);
    return phrases.every((phrase) => texts.some((terms) => terms.some((_, start) => phrase.every((one, number) => {
      const { term } = terms[start + number] || { term: "" };
      return term === one.term || (one.open && term.startsWith(one.term));
    }))));
  }

  function findWords({ words }, text) {
    const found = cut(text).map((one) => ({ ...one, word: words.findIndex(({ terms }) => terms.has(one.term)) }));
    return found.filter(({ word }) => word >= 0);
  }

  function write(element, text, found, from = 0, to = text.length) {
    let done = from;
    for (const { start, end } of found) {
      if (end <= done || start < from || end > to) continue;
      const mark = document.createElement("mark");
      element.append(text.slice(done, Math.max(start, done)), mark);
      mark.append(text.slice(Math.max(start, done), end));
      done = end;
    }
    element.append(text.slice(done, to));
  }

  // Shows the stretch of a text that says most of what was asked for: many words, close together.
  function writeExcerpt(element, query, text) {
    const found = findWords(query, text);
    let best = 0;
    let first = 0;
    let from = 0;
    found.forEach(({ start }, number) => {
      const seen = new Set();
      let score = 0;
      for (let place = number; place < found.length && found[place].end < start + 170; place++) {
        const { word, start: at } = found[place];
        const next = place > number && word === found[place - 1].word + 1 && at < found[place - 1].end + 3;
        score += query.words[word].weight * (Number(!seen.has(word)) + Number(next));
        seen.add(word);
      }
      if (score > best * 1.001) [best, first, from] = [score, start, start];
      else if (score > best * 0.999 && seen.size > 1 && start < first + 170) from = start; // the same, and tighter
    });
    from = from < 50 ? 0 : text.lastIndexOf(" ", from - 30) + 1 || from;
    let to = Math.min(text.length, from + 210);
    if (to < text.length) to = Math.max(text.lastIndexOf(" ", to), to - 20);
    element.append(from ? "… " : "");
    write(element, text, found, from, to);
    element.append(to < text.length ? " …" : "");
  }

  function add(parent, name, text, url) {
    const element = parent.appendChild(document.createElement(name));
    element.append(text || "");
    if (url) element.href = new URL(url, root);
    return element;
  }

  function show(query, doc, record) {
    const [url, title, day, date, names, start] = record;
    const item = add(lists[Number(doc.link)], "li");
    write(add(item, "a", "", url), title, findWords(query, title));
    const about = add(item, "p");
    if (doc.link) {
      add(about, "span", kinds[day]);
      add(about, "span", new URL(url).host.replace(/^www\./, ""));
      add(about, "a", names, date);
      if (start > 1) add(about, "span", `+${start - 1}`);
      return;
    }
    const facts = [doc.number < doc.part.pages ? "" : kinds.notebook, day, date, ...names].filter(Boolean);
    facts.forEach((text) => add(about, "span", text));
    const excerpt = add(item, "p");
    const text = start && !query.phrases.length ? Promise.resolve(start) : pageText(url);
    text.then((known) => writeExcerpt(excerpt, query, known), () => excerpt.remove());
  }

  // --- the page -----------------------------------------------------------------------------------------------------

  let turn = 0;

  function counted(number, open) {
    const forms = form.dataset.found.split("|");
    const which = { one: 0, few: 1 }[new Intl.PluralRules(document.documentElement.lang).select(number)] ?? 2;
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
          show(query, doc, records[number]);
          shown += 1;
        });
      }
      left = left || queue.length > 0;
    }));
    if (mine !== turn) return;
    more.hidden = !left;
    const count = query.phrases.length ? query.seen.size : query.seen.size + sum(queues.map(({ length }) => length));
    says.textContent = count ? counted(count, left && query.phrases.length) : form.dataset.none;
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
  if (location.hash) input.focus();
  start().catch(refuse);
})();
