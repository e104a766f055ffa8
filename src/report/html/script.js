"use strict";
// Comfort only: everything can be read without it.
(() => {
  const choices = document.querySelectorAll("input[name=language]");
  const follow = () => {
    const chosen = document.querySelector("input[name=language]:checked");
    const article = document.getElementById(chosen ? chosen.value : "") || document.querySelector("article");
    document.documentElement.lang = article.lang;
    document.title = article.dataset.title;
  };
  choices.forEach((choice) => choice.addEventListener("change", follow));

  // A link into the other language, or to something folded, shows what it leads to.
  const reveal = () => {
    const target = document.getElementById(location.hash.slice(1));
    if (!target) return;
    const article = target.closest("article");
    const choice = article && document.getElementById("language-" + article.id);
    if (choice) choice.checked = true;
    if (target.matches("details")) target.open = true;
    follow();
    target.scrollIntoView();
  };
  addEventListener("hashchange", reveal);
  reveal();
  follow();

  document.querySelectorAll(".controls").forEach((controls) => {
    controls.hidden = false;
    controls.addEventListener("click", (event) => {
      const open = event.target.dataset.open === "true";
      if (!event.target.matches("button")) return;
      controls.parentElement.querySelectorAll("details").forEach((fold) => (fold.open = open));
    });
  });

  // For browsers whose style sheets cannot open what is folded when printing.
  let folded = [];
  addEventListener("beforeprint", () => {
    folded = [...document.querySelectorAll("details:not([open])")];
    folded.forEach((fold) => (fold.open = true));
  });
  addEventListener("afterprint", () => folded.forEach((fold) => (fold.open = false)));
})();
