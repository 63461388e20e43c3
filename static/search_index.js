// What the search finds: cuts what is typed into terms, asks the index below search/ for them, and ranks what has them.
// journal_site/pages/search.py says which files there are, search_index.py what is in them. `search.js` shows it.
const journalSearch = (function () {
  "use strict";

  // --- terms: the rules of journal_site/terms.py --------------------------------------------------------------------

  const folds = new Map();

  function fold(character) {
    if (!folds.has(character)) {
      const bare = character.normalize("NFKD").toLowerCase().replace(/(?![\u3099\u309a])\p{M}/gu, "");
      folds.set(character, Array.from(bare, (one) => index.spelt[one] ?? one).join("").normalize("NFC"));
    }
    return folds.get(character);
  }

  // The terms of a text in form NFC, with their places in it.
  function cut(text) {
    const places = [];
    let plain = "";
    let place = 0;
    for (const character of text) {
      plain += fold(character);
      while (places.length < plain.length) places.push(place);
      place += character.length;
    }
    places.push(place);
    const terms = [];
    for (const { 0: run, 1: paired, index: begin } of plain.matchAll(index.run)) {
      const letters = Array.from(run);
      let at = begin;
      const add = (term, alone) => terms.push(
        { term, start: places[at], end: places[at + (paired ? term : run).length], paired: Boolean(paired), alone });
      if (!paired) add(letters.slice(0, 32).join(""));
      else letters.forEach((letter, number) => {
        add(letter + (letters[number + 1] || ""), number > 0 && number === letters.length - 1);
        at += letter.length;
      });
    }
    return terms;
  }

  // --- the index ----------------------------------------------------------------------------------------------------

  const DIGITS = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_";
  const kept = new Map();
  let root;
  let index;

  // The slots that may hold a term, and with `wide` what begins with the same letter.
  function slotsOf(term, wide) {
    const [first, second] = Array.from(term, (letter) => letter.codePointAt(0)).concat(0);
    if (/^\p{Nd}/u.test(term)) return [(first * 11 + second * 5) % 64];
    if (first >= 0x3000) return [first % 64];
    const span = Number(index.spans[first - 97] || 4);
    const start = index.spans[first - 97] ? sum(Array.from(index.spans.slice(0, first - 97), Number)) : first * 7;
    return wide ? Array.from({ length: span }, (_, number) => (start + number) % 64) : [(start + (second % span)) % 64];
  }

  const sum = (numbers) => numbers.reduce((one, other) => one + other, 0);

  function load(path, read, options) {
    if (!kept.has(path)) {
      kept.set(path, fetch(new URL(path, root), options).then((answer) => {
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
    for (let place = line.indexOf(" ") + 1; place < line.length; place++) {
      const digit = DIGITS.indexOf(line[place]);
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

  // --- a query ------------------------------------------------------------------------------------------------------

  // Words and phrases; the last word, while it is being typed, is open: it stands for all that begin with it.
  function readQuery(text) {
    const words = new Map();
    const phrases = [];
    const pieces = text.normalize("NFC").split(/["“”„«»「」『』]/);
    pieces.forEach((piece, number) => {
      const quoted = number % 2 > 0;
      const terms = cut(piece).filter((one) => !one.alone);
      terms.forEach((one, place) => {
        one.open = one.paired ? one.term.length < 2
          : place === terms.length - 1 && number === pieces.length - 1 && !/\s$/.test(piece);
        words.set(one.term, { ...one, exact: quoted && !one.open });
      });
      if (quoted && terms.length) phrases.push(terms);
    });
    return { words: Array.from(words.values()).slice(0, 20), phrases };
  }

  // How much a term counts for a word: words that begin alike are mostly forms of one.
  function likeness({ term: word, open, exact, paired }, term) {
    if (term === word) return 1;
    const longer = term.length - word.length;
    if (exact || (!open && (paired || /\d/.test(word)))) return 0;
    if (longer > 0 && (open || (word.length > 3 && longer < 4)) && term.startsWith(word)) {
      return 0.5 + (0.4 * word.length) / term.length;
    }
    return longer < 0 && !/\d/.test(word) && longer > -3 && term.length > (longer < -1 ? 4 : 2) && word.startsWith(term) ? 0.6 : 0;
  }

  // In how many letters a word differs from a term, or from how it begins; two that are swapped count once.
  function distance({ term: word, open }, term) {
    let before;
    let last = Array.from({ length: term.length + 1 }, (_, number) => number);
    for (let i = 1; i <= word.length; i++) {
      const row = [i];
      for (let j = 1; j <= term.length; j++) {
        row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + Number(word[i - 1] !== term[j - 1]));
        if (i > 1 && word[i - 1] === term[j - 2] && word[i - 2] === term[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
      }
      before = last;
      last = row;
    }
    return Math.min(...(open ? last : last.slice(-3)));
  }

  async function look(word, parts) {
    const letters = word.term.length;
    const found = await collect(parts, slotsOf(word.term, word.open && letters < 2), (term) => likeness(word, term));
    if (found.some((hits) => hits.length) || word.exact || letters < 4 || /\d/.test(word.term)) return found;
    let least = letters < 8 ? 1 : 2; // nothing is spelt so: the nearest is taken
    const near = await collect(parts, slotsOf(word.term, true), (term) => {
      if (term[0] !== word.term[0] || term.length < letters - 2) return 0;
      const far = distance(word, term);
      least = Math.min(least, far);
      return far <= least && 1 / (1 + far + Math.max(0, term.length - letters) / 8);
    });
    return near.map((hits) => hits.filter(({ term }) => distance(word, term) === least));
  }

  // The documents that have all words, or else most of what they weigh; best first, newest first among equals.
  async function rank({ words, phrases }, parts, slug) {
    const found = await Promise.all(words.map((word) => look(word, parts)));
    const named = slug && await collect(parts, slotsOf(`#${slug}`), (term) => Number(term === `#${slug}`));
    const total = sum(parts.map(({ size }) => size));
    words.forEach((word, number) => {
      let count = 0;
      const hits = found[number].flat();
      hits.forEach((hit) => readPostings(hit, () => { count += hit.factor; }));
      word.terms = new Set(hits.map(({ term }) => term));
      word.weight = Math.log(1 + total / (count + 0.5));
    });
    const whole = sum(words.map(({ weight }) => weight));
    const docs = [];
    parts.forEach((part, place) => {
      const scores = new Float64Array(part.size);
      const covers = new Float64Array(part.size).fill(whole ? 0 : 1, 0, part.listed);
      const admitted = new Uint8Array(part.size).fill(named ? 0 : 1);
      if (named) named[place].forEach((hit) => readPostings(hit, (doc) => { admitted[doc] = 1; }));
      words.forEach(({ weight }, number) => {
        const best = new Map();
        found[number][place].forEach((hit) => readPostings(hit, (doc, level) => {
          best.set(doc, Math.max(best.get(doc) || 0, hit.factor * (level + 0.5)));
        }));
        best.forEach((score, doc) => {
          scores[doc] += weight * score;
          covers[doc] += weight / whole;
        });
      });
      for (let number = part.size - 1; number >= 0; number--) {
        const cover = admitted[number] && covers[number];
        if (cover) docs.push({ part, number, link: number >= part.listed, cover, score: scores[number] * cover ** 3 });
      }
    });
    const least = phrases.length ? 0.999 : 0.8 * docs.reduce((most, { cover }) => Math.max(most, cover), 0);
    return docs.filter(({ cover }) => cover >= least).sort((a, b) => b.score - a.score);
  }

  return {
    load, cut, readQuery, rank, sum,
    open: async (place) => {
      root = place;
      kept.clear();
      index = await load("search/index.json", readIndex, { cache: "no-cache" });
      return index;
    },
  };
})();
