// A streak is written as of the day of building; on the reader's day it may be over. It is not shown then.
(function () {
  "use strict";
  var DAY = 864e5;
  var figure = document.querySelector(".figure.streak");
  if (!figure || !figure.dataset.end) return;

  var rest = (figure.dataset.rest || "").split(",");
  var parts = figure.dataset.end.split("-").map(Number);
  var now = new Date();
  var day = Date.UTC(parts[0], parts[1] - 1, parts[2]) + DAY;
  var today = Date.UTC(now.getFullYear(), now.getMonth(), now.getDate());
  // The day that is not over breaks nothing, nor do days of rest (Monday is 0 there, Sunday is 0 here).
  for (; day < today; day += DAY) {
    if (rest.indexOf(String((new Date(day).getUTCDay() + 6) % 7)) < 0) {
      figure.hidden = true;
      return;
    }
  }
})();
