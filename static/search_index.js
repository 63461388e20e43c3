// Reads the index below search/: journal_site/pages/search.py says which files there are, search_index.py what is in them.
(function () {
  "use strict";
  const DIGITS = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_";
  const kept = new Map();
  let root;

  const place = (path) => new URL(path, root);

  // The slots that may hold a term, and with `wide` what begins with the same letter.
  function slotsOf(term, wide) {
    const [first, second] = Array.from(term, (letter) => letter.codePointAt(0)).concat(0);
    if (/^\p{Nd}/u.test(term)) return [(first * 11 + second * 5) % 64];
    if (first >= 0x3000) return [first % 64];
    const { spans } = journalSearch.index;
    const span = Number(spans[first - 97] || 4);
    const start = spans[first - 97] ? journalSearch.sum(Array.from(spans.slice(0, first - 97), Number)) : first * 7;
    return wide ? Array.from({ length: span }, (_, number) => (start + number) % 64) : [(start + (second % span)) % 64];
  }

  function load(path, read, options) {
    if (!kept.has(path)) {
      kept.set(path, fetch(place(path), options).then((answer) => {
        if (!answer.ok) throw new Error(path);
        return answer.text();
      }).then(read));
    }
    return kept.get(path);
  }

  function readIndex(text) {
    const read = JSON.parse(text);
    const word = `(?:(?![${read.unspaced}])[\\p{L}\\p{N}])+`;
    read.run = new RegExp(`[a-z](?:\\+\\+|#)(?![\\p{L}\\p{N}])|([${read.unspaced}]+)|${word}`, "gu");
    read.parts = read.parts.map(([path, year, version, slots, pages, notebooks, links]) => ({
      year, slots, pages, listed: pages + notebooks, size: pages + notebooks + links,
      load: (name, how) => load(`search/${path}/${name}?${version}`, how),
    }));
    return read;
  }

  function readPostings({ line }, each) {
    let value = 0;
    let scale = 1;
    let number = -1;
    for (let at = line.indexOf(" ") + 1; at < line.length; at++) {
      const digit = DIGITS.indexOf(line[at]);
      value += (digit & 31) * scale;
      scale *= 32;
      if (digit > 31) continue;
      number += Math.floor(value / 8) + 1;
      each(number, value % 8);
      value = 0;
      scale = 1;
    }
  }

  // For each part the lines whose terms are like what is looked for, with how much.
  function collect(parts, slots, like) {
    return Promise.all(parts.map(async (part) => {
      const files = new Set(slots.map((slot) => Math.floor((slot * part.slots) / 64)));
      const texts = await Promise.all(Array.from(files, (file) => part.load(`t${file}.txt`, (text) => text.split("\n"))));
      const hits = [];
      for (const line of texts.flat()) {
        const term = line.slice(0, line.indexOf(" "));
        const factor = line && like(term);
        if (factor) hits.push({ line, term, factor });
      }
      return hits;
    }));
  }

  async function open(address) {
    root = address;
    kept.clear();
    journalSearch.index = await load("search/index.json", readIndex, { cache: "no-cache" });
    return journalSearch.index;
  }

  Object.assign(journalSearch, { open, load, place, slotsOf, collect, readPostings });
})();
