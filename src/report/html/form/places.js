"use strict";
// Where one is on the page, how far, and how long the rest takes.
const places = (() => {
  const { questions } = state;
  const { here, nothing } = screen;
  const root = document.documentElement;
  const current = () => questions[here.at];
  const isList = () => root.classList.contains("list");

  // The pace of the last answers tells how long the rest takes; before there are five, what there is to read.
  const paces = [];
  let since = null;
  const keepPace = () => {
    const now = Date.now();
    if (since !== null) paces.push((now - since) / 1000);
    if (paces.length > 15) paces.shift();
    since = now;
  };
  const timeLeft = (open) => {
    const pace = paces.length < 5 ? null : [...paces].sort((one, other) => one - other)[Math.floor(paces.length / 2)];
    const seconds = open.reduce((sum, question) => sum + (pace ?? words.inLanguage(question.seconds)), 0);
    const minutes = Math.max(1, Math.ceil(seconds / 60));
    const rounded = minutes > 10 ? Math.ceil(minutes / 5) * 5 : minutes;
    if (rounded < 90) return words.say("minutes", { n: rounded });
    return words.say("hours", { n: `${Math.floor(rounded / 60)}${rounded % 60 < 30 ? "" : "½"}` });
  };

  const progress = () => {
    const open = questions.filter(({ id }) => !state.isAnswered(id));
    const [n, all] = [questions.length - open.length, questions.length];
    const place = current() && !isList() ? words.say("place", { n: here.at + 1, all }) : "";
    const answered = words.say(place ? "answered" : "count", { n, all });
    const unkept = state.isKept() ? "" : words.say("unkept");
    const facts = [place, answered, open.length ? timeLeft(open) : "", unkept].filter(Boolean);
    find("#count").replaceChildren(...facts.flatMap((fact, which) => (which < facts.length - 1 ? [whole(`${fact} ·`), " "] : [whole(fact)])));
    find("#progress").value = n;
    find("#left").textContent = open.length ? words.say("open_left", { n: open.length, all }) : words.say("all_answered");
    find("#end [data-do=open]").hidden = !open.length;
    keeping();
  };
  /** Words that stand on one line if there is room. */
  const whole = (textContent) => Object.assign(document.createElement("span"), { textContent });
  const keeping = () => {
    const [n, name] = [state.givenCount(), state.name.get()];
    find("#kept").hidden = !state.isAnythingKept() || !state.isKept();
    find("#kept span").textContent = words.say(n ? (name ? "kept_by" : "kept") : "kept_notes", { n, name });
    find("#keeping").textContent = words.say(state.isKept() ? "keeping" : "not_keeping");
    find("#keeping").classList.toggle("notice", !state.isKept());
  };

  /** Highlights what was answered to a question in the same words. */
  const suggest = (question) => {
    here.twin = state.data.has_levels ? state.twin(question) : undefined;
    if (here.twin) here.highlighted = screen.chosenOf(question, state.get(here.twin.id));
  };
  const enter = (place) => {
    const before = current();
    screen.close(before);
    Object.assign(here, nothing, { at: Math.max(-1, Math.min(place, questions.length)) });
    find(".part.current")?.classList.remove("current");
    if (before) screen.paint(before);
    if (current()) {
      suggest(current());
      screen.paint(current());
      current().element.closest(".part").classList.add("current");
    }
    root.dataset.at = current() ? "question" : here.at < 0 ? "cover" : "end";
    progress();
  };
  const go = (place) => {
    enter(place);
    const shown = current()?.element ?? find(here.at < 0 ? "#cover" : "#end");
    const above = shown.previousElementSibling;
    const heading = find("h1, h2, h3", shown);
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
    // The first question of a part is seen with the heading of the part.
    if (isList() && here.at >= 0) (above?.matches("header") ? above : shown).scrollIntoView({ block: "start" });
    else scrollTo(0, 0);
  };
  /** Moves without an answer: what the last key did is no longer told. */
  const move = (by) => {
    words.tell();
    go(here.at + by);
  };
  const nextOpen = () => {
    words.tell();
    const after = Math.max(here.at + 1, 0);
    const open = [...questions.slice(after), ...questions.slice(0, after)].find(({ id }) => !state.isAnswered(id));
    if (!open) words.tell("all_answered");
    go(open ? open.at : questions.length);
  };
  /** Goes on with the first open question after the last that was answered here. */
  const start = () => {
    here.at = questions.findLast(({ id }) => state.isGiven(id))?.at ?? -1;
    nextOpen();
  };
  const view = () => {
    words.tell();
    root.classList.toggle("one", isList());
    root.classList.toggle("list");
    go(isList() ? Math.max(here.at, 0) : here.at);
  };
  /** In the list, what is touched is what keys are for. */
  const attend = (question) => { if (question && question.at !== here.at) enter(question.at); };
  /** In the list, keys are never for a question that is out of sight. */
  const follow = () => {
    // A keyboard on a screen scrolls the page too, and nobody is taken away from what is being typed.
    if (!isList() || !current() || isField(document.activeElement)) return;
    const isSeen = ({ element }) => {
      const { top, bottom } = element.getBoundingClientRect();
      return bottom > innerHeight / 4 && top < innerHeight * 0.75;
    };
    if (!isSeen(current())) attend(questions.find(isSeen));
  };

  return { current, keepPace, progress, go, move, nextOpen, start, view, attend, follow, forgetPace: () => { paces.length = 0; } };
})();
