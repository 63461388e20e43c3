// Cuts texts into terms, by the rules of journal_site/terms.py, and what is typed into words and phrases.
// The first of the search's scripts: each adds to `journalSearch` what the next ones use.
const journalSearch = { sum: (numbers) => numbers.reduce((one, other) => one + other, 0) };

(function () {
  "use strict";
  const folds = new Map();

  function fold(character) {
    if (!folds.has(character)) {
      const bare = character.normalize("NFKD").toLowerCase().replace(/(?![\u3099\u309a])\p{M}/gu, "");
      folds.set(character, Array.from(bare, (one) => journalSearch.index.spelt[one] ?? one).join("").normalize("NFC"));
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
    for (const { 0: run, 1: paired, index: begin } of plain.matchAll(journalSearch.index.run)) {
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

  Object.assign(journalSearch, { cut, readQuery });
})();
