// Filters and sorts lists that read well without it: the form stays hidden until this script shows it.
// A row gives its text; data-date, data-count and data-site are what it can be sorted by.
(function () {
  "use strict";

  var ORDERS = {
    newest: function (a, b) {
      return compare(b.dataset.date || "", a.dataset.date || "");
    },
    often: function (a, b) {
      return (b.dataset.count || 0) - (a.dataset.count || 0);
    },
    text: function (a, b) {
      return a.label.localeCompare(b.label);
    },
    site: function (a, b) {
      return compare(a.dataset.site || "", b.dataset.site || "");
    },
  };

  function compare(a, b) {
    return a < b ? -1 : a > b ? 1 : 0;
  }

  function fold(text) {
    return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  }

  function rowsOf(list) {
    return Array.from(list.children, function (element, place) {
      var link = element.querySelector("a");
      return {
        element: element,
        dataset: element.dataset,
        place: place,
        label: link ? link.textContent : "",
        text: fold(element.textContent + " " + (link ? link.href : "")),
      };
    });
  }

  function begin(form) {
    var lists = Array.from(document.querySelectorAll("[data-rows]"), function (element) {
      return { element: element, group: element.closest("[data-group]"), rows: rowsOf(element), order: "newest" };
    });
    var shown = form.querySelector("output");

    function sort(list, order) {
      if (list.order === order) return;
      list.order = order;
      list.rows.sort(function (a, b) {
        return (order === "newest" ? 0 : ORDERS[order](a, b)) || a.place - b.place;
      });
      list.rows.forEach(function (row) {
        list.element.append(row.element);
      });
    }

    function apply() {
      var words = fold(form.elements.text.value).split(/\s+/).filter(Boolean);
      var kind = form.elements.kind ? form.elements.kind.value : "";
      var order = form.elements.sort ? form.elements.sort.value : "newest";
      var count = 0;
      var all = 0;
      lists.forEach(function (list) {
        var right = !kind || !list.group || list.group.dataset.group === kind;
        var visible = 0;
        sort(list, order);
        list.rows.forEach(function (row) {
          var fits =
            right &&
            words.every(function (word) {
              return row.text.includes(word);
            });
          row.element.hidden = !fits;
          visible += fits;
        });
        if (list.group) list.group.hidden = visible === 0;
        count += visible;
        all += list.rows.length;
      });
      shown.value = words.length || kind ? shown.dataset.shown.replace("{n}", count).replace("{m}", all) : "";
    }

    form.hidden = false;
    form.addEventListener("input", apply);
    form.addEventListener("submit", function (event) {
      event.preventDefault();
    });
    apply(); // a browser may have kept what was typed before a reload
  }

  document.querySelectorAll("form[data-filters]").forEach(begin);
})();
