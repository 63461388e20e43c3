// Copies: the page's address, and the code of each block.
(function () {
  "use strict";
  if (!navigator.clipboard) return;

  function copies(button, text) {
    var name = button.textContent;
    button.hidden = false;
    button.addEventListener("click", function () {
      navigator.clipboard.writeText(text()).then(function () {
        button.textContent = document.body.dataset.copied;
        setTimeout(function () {
          button.textContent = name;
        }, 1600);
      });
    });
  }

  var link = document.querySelector("button.copy-link");
  if (link) {
    copies(link, function () {
      var canonical = document.querySelector('link[rel="canonical"]');
      return canonical ? canonical.href : location.href;
    });
  }

  Array.prototype.forEach.call(document.querySelectorAll(".prose pre"), function (block) {
    var button = document.createElement("button");
    var frame = document.createElement("div");
    button.type = "button";
    button.className = "copy-code";
    button.textContent = document.body.dataset.copy;
    frame.className = "copy-frame";
    block.parentNode.insertBefore(frame, block);
    frame.appendChild(block);
    frame.appendChild(button);
    copies(button, function () {
      return block.textContent;
    });
  });
})();
