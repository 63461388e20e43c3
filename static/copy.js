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

  // Of a session only what was typed: the lines with a prompt, without it.
  function typed(block) {
    if (!block.querySelector(".gp")) return block.textContent;
    var copy = block.cloneNode(true);
    Array.prototype.forEach.call(copy.querySelectorAll(".gp"), function (prompt) {
      prompt.textContent = "\u0001";
    });
    return copy.textContent.split("\n").filter(function (line) {
      return line.indexOf("\u0001") === 0;
    }).map(function (line) {
      return line.replace(/\u0001 ?/g, "");
    }).join("\n");
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
      return typed(block);
    });
  });
})();
