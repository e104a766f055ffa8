"use strict";
// What opens over the page: finding a question, the keys, saving, and clearing what is kept.
const dialogs = (() => {
  const { questions } = state;
  const make = (tag, fields) => Object.assign(document.createElement(tag), fields);

  const openFinding = () => {
    find("#words").value = "";
    find("#find").showModal();
    search();
  };
  const search = () => {
    const wanted = find("#words").value.toLowerCase().split(/\s+/).filter(Boolean);
    const texts = (question) => [words.nameOf(question), words.textOf(find("legend", question.element)), words.partOf(question)];
    const fits = (question) => wanted.every((word) => texts(question).join(" ").toLowerCase().includes(word));
    const hits = questions.filter(fits).slice(0, 50).map((question) => {
      const item = make("li", { id: `found-${question.at}`, className: state.isAnswered(question.id) ? "answered" : "" });
      item.setAttribute("role", "option");
      item.dataset.at = question.at;
      item.append(...texts(question).map((textContent, which) => make(["b", "span", "small"][which], { textContent })));
      return item;
    });
    find("#found").replaceChildren(...hits);
    find("#found-none").textContent = hits.length ? "" : words.say("found_none");
    point(0);
  };
  const point = (which) => {
    const items = [...find("#found").children];
    const pointed = items[Math.max(0, Math.min(which, items.length - 1))];
    items.forEach((item) => item.setAttribute("aria-selected", String(item === pointed)));
    find("#words").setAttribute("aria-activedescendant", pointed?.id ?? "");
    pointed?.scrollIntoView({ block: "nearest" });
  };
  const take = (item) => {
    if (!item) return;
    find("#find").close();
    words.tell();
    places.go(Number(item.dataset.at));
  };
  find("#words").addEventListener("input", search);
  find("#words").addEventListener("keydown", (event) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (isComposing(event) || (!by && event.key !== "Enter")) return;
    event.preventDefault();
    const pointed = find("#found [aria-selected=true]");
    if (by) point([...find("#found").children].indexOf(pointed) + by);
    else take(pointed);
  });
  find("#found").addEventListener("click", (event) => take(event.target.closest("[role=option]")));

  /** The keys, after what the terms of the question mean. */
  const openHelp = () => {
    const links = places.current()?.element.querySelectorAll(".term") ?? [];
    const terms = [...new Set([...links].map((link) => link.hash.slice(1)))].map((id) => document.getElementById(id));
    const means = (term) => make("p", { textContent: words.say("chosen", { name: words.textOf(term), value: words.textOf(term.nextElementSibling) }) });
    find("#explained div").replaceChildren(...terms.map(means));
    find("#explained").hidden = !terms.length;
    // Read from its beginning: the button that closes it would be focused, which may be far below.
    find("#help").tabIndex = -1;
    find("#help").showModal();
    find("#help").focus();
    find("#help").scrollTop = 0;
  };

  const openSaving = () => {
    const open = questions.filter(({ id }) => !state.isAnswered(id)).length;
    find("#summary").textContent = open ? words.say("open_left", { n: open, all: questions.length }) : words.say("all_answered");
    find("#name").value = state.name.get();
    find("#name-problem").textContent = "";
    find("#saving").showModal();
    find("#name").focus();
  };
  const today = () => {
    const now = new Date();
    return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
  };
  const save = (event) => {
    event.preventDefault();
    const name = find("#name").value.trim();
    const file = new Blob([state.file(name, today())], { type: "application/toml" });
    const problem = name ? (file.size > 1 << 20 ? "too_large" : null) : "no_name";
    if (problem) {
      find("#name-problem").textContent = words.say(problem);
      find("#name").focus();
      return;
    }
    state.name.set(name);
    const link = make("a", { href: URL.createObjectURL(file), download: answersFile.fileName(name) });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
    find("#saving").close();
    places.progress();
    words.tell("saved", { file: link.download });
  };
  find("#saving form").addEventListener("submit", save);

  const openForgetting = () => find("#forgetting").showModal();
  const forget = () => {
    state.forget();
    places.forgetPace();
    find("#forgetting").close();
    questions.forEach((question) => {
      screen.close(question);
      screen.paint(question);
    });
    places.go(-1);
  };

  return { openFinding, openHelp, openSaving, openForgetting, forget };
})();
