// Makes each heatmap one stop of the Tab key, with arrow keys between its days, and says below it which day that is.
(function () {
  "use strict";

  function prepare(heat) {
    var cells = Array.prototype.slice.call(heat.querySelectorAll("div > *"));
    var links = cells.filter(function (cell) {
      return cell.href && cell.offsetParent !== null;
    });
    if (!links.length) return;
    var says = heat.parentElement.querySelector(".heat-says");
    var silent = says.textContent;
    var steps = { ArrowUp: -1, ArrowDown: 1, ArrowLeft: -7, ArrowRight: 7 };
    if (document.dir === "rtl" || document.documentElement.dir === "rtl") {
      steps.ArrowLeft = 7;
      steps.ArrowRight = -7;
    }

    function make(link) {
      links.forEach(function (other) {
        other.tabIndex = other === link ? 0 : -1;
      });
    }

    function tell(event) {
      if (event.target.title) says.textContent = event.target.title;
    }

    // The next day with an entry in a direction; sideways, where the row has none left, the nearest one beyond.
    function next(from, step) {
      var at = cells.indexOf(from);
      for (var to = at + step; to >= 0 && to < cells.length; to += step) {
        if (links.indexOf(cells[to]) >= 0) return cells[to];
      }
      var place = links.indexOf(from) + (step > 0 ? 1 : -1);
      return links[place] || from;
    }

    make(links[links.length - 1]);
    heat.addEventListener("mouseover", tell);
    heat.addEventListener("focusin", tell);
    heat.addEventListener("mouseleave", function () {
      says.textContent = silent;
    });
    heat.addEventListener("keydown", function (event) {
      var to = null;
      if (steps[event.key]) to = next(event.target, steps[event.key]);
      else if (event.key === "Home") to = links[0];
      else if (event.key === "End") to = links[links.length - 1];
      if (!to || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      make(to);
      to.focus();
    });
  }

  Array.prototype.forEach.call(document.querySelectorAll(".heat"), prepare);
})();
