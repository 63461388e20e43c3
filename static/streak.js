// A streak is written as of the day of building; on the reader's day it may be over. It is not shown then.
(function () {
  "use strict";
  var figure = document.querySelector(".figure.streak");
  if (!figure || !figure.dataset.until) return;

  function two(number) {
    return (number < 10 ? "0" : "") + number;
  }
  function dayOf(time) {
    return time.getFullYear() + "-" + two(time.getMonth() + 1) + "-" + two(time.getDate());
  }
  var now = new Date();
  var today = dayOf(now);
  // After midnight it can still be the day before: until the site's hour, the first time that clocks show it.
  var ends = figure.dataset.dayEnds.split(":").map(Number);
  if (now < new Date(now.getFullYear(), now.getMonth(), now.getDate(), ends[0], ends[1])) {
    today = dayOf(new Date(now.getFullYear(), now.getMonth(), now.getDate() - 1, 12));
  }
  figure.hidden = today > figure.dataset.until;
})();
