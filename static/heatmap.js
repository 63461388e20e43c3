// Makes each heatmap and wall one stop of the Tab key, with arrow keys between its days, and says below it which day that is.
(function () {
  "use strict";

  function prepare(heat) {
    var cells = Array.prototype.slice.call(heat.querySelectorAll("a, i, s"));
    var links = cells.filter(function (cell) {
      return cell.href && cell.offsetParent !== null;
    });
    if (!links.length) return;
    var says = heat.parentElement.querySelector(".heat-says");
    var silent = says.textContent;
    var columns = Number(heat.dataset.columns); // a wall's days stand in rows, a heatmap's in columns of a week
    var across = (columns ? 1 : 7) * (document.documentElement.dir === "rtl" ? -1 : 1);
    var down = columns || 1;
    var steps = { ArrowUp: -down, ArrowDown: down, ArrowLeft: -across, ArrowRight: across };

    function make(link) {
      links.forEach(function (other) {
        other.tabIndex = other === link ? 0 : -1;
      });
    }

    function empty(place) {
      var date = new Date(Date.parse(heat.dataset.first) + place * 864e5);
      var form = { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" };
      return date.toLocaleDateString(document.documentElement.lang, form) + " · " + heat.dataset.none;
    }

    function tell(event) {
      if (event.target.title) says.textContent = event.target.title;
      else if (heat.dataset.first && event.target.tagName === "I") says.textContent = empty(cells.indexOf(event.target));
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

  Array.prototype.forEach.call(document.querySelectorAll(".heat, .wall"), prepare);
})();
