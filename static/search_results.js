// A result of the search: whether it holds a phrase, and how it is shown. Pages are fetched only for the excerpts.
(function () {
  "use strict";
  const { load, place, cut } = journalSearch;
  const INLINE = "a, abbr, b, code, del, em, i, ins, kbd, mark, mi, mn, mo, mtext, q, s, samp, small, span, strong, sub, sup, u";

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
  function writeExcerpt(element, link, query, text) {
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
    const last = found.filter(({ start, end }) => start >= first && end < first + 60).pop();
    if (last) link.href += `#:~:text=${encodeURIComponent(text.slice(first, last.end)).replace(/-/g, "%2D")}`;
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
    if (url) element.href = place(url);
    return element;
  }

  // Returns a result as an item of a list; what is known of a link, and of a page, stands in search_docs.py.
  function makeResult(query, doc, [url, title, day, date, names, start, told, page], kinds) {
    const item = document.createElement("li");
    const link = add(item, "a", "", url);
    write(link, title, findWords(query, title));
    const about = add(item, "p");
    if (doc.link) {
      add(about, page ? "a" : "span", kinds[day], page);
      if (told) add(about, "span", told);
      add(about, "span", new URL(url).host.replace(/^www\./, ""));
      add(about, "a", names, date);
      if (start > 1) add(about, "span", `+${start - 1}`);
      return item;
    }
    const facts = [doc.number < doc.part.pages ? "" : kinds.notebook, day, date, ...names].filter(Boolean);
    facts.forEach((text) => add(about, "span", text));
    const excerpt = add(item, "p");
    const text = start && !query.phrases.length ? Promise.resolve(start) : pageText(url);
    text.then((known) => writeExcerpt(excerpt, link, query, known), () => excerpt.remove());
    return item;
  }

  Object.assign(journalSearch, { holds, makeResult });
})();
