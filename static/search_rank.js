// What the search finds: asks the index for the words of a query, and ranks what has them.
(function () {
  "use strict";
  const { slotsOf, collect, readPostings, sum } = journalSearch;

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

  // A lone letter is mostly the first of a word: it is looked for in the newest parts, not in a tenth of the whole index.
  function within({ words, phrases: [phrase] }, parts) {
    let size = 0;
    const lone = words.length === 1 && words[0].open && !words[0].paired && words[0].term.length < 2 && !phrase;
    return lone && parts.filter((part) => (size += part.size) - part.size < 1500);
  }

  // The documents that have all words, or else most of what they weigh; best first, newest first among equals.
  async function rank(query, all, slug, some = within(query, all)) {
    const { words, phrases } = query;
    const parts = some || all;
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
    query.partly = parts.length < all.length;
    if (query.partly && !docs.length) return rank(query, all, slug, all);
    const least = phrases.length ? 0.999 : 0.8 * docs.reduce((most, { cover }) => Math.max(most, cover), 0);
    return docs.filter(({ cover }) => cover >= least).sort((a, b) => b.score - a.score);
  }

  Object.assign(journalSearch, { rank });
})();
