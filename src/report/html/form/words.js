"use strict";
// What the page says: words in the chosen language, and answers in words.
const find = (selector, within = document) => within.querySelector(selector);
/** Whether something is typed into an element. */
const isField = (element) => element.matches("input:not([type=radio], [type=checkbox]), textarea");
/** Whether a key goes to an input method that composes a word; some browsers tell it by this code alone. */
const isComposing = (event) => event.isComposing || (event.keyCode === 229 && isField(event.target));
const words = (() => {
  const { data } = state;
  const form = find("#form");
  const language = () => find("input[name=language]:checked")?.value ?? form.lang.slice(0, 2);
  const inLanguage = (pair) => pair?.[language() === "zh" ? 1 : 0] ?? "";
  const say = (key, values = {}) => inLanguage(data.words[key]).replaceAll(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
  const list = (ids) => ids.join(language() === "zh" ? "、" : ", ");
  const textOf = (element) => {
    const own = [...element.querySelectorAll(`:scope > [lang="${language()}"]`)];
    return (own.length ? own : [element]).map((it) => it.textContent.trim()).join(" ");
  };
  const nameOf = (question) => textOf(find("h3", question.element));
  const partOf = (question) => textOf(find("h2", question.element.closest(".part")));
  /** A question with the last name of its part: many questions are called alike. */
  const whereOf = (question) => `${partOf(question).split(" › ").at(-1)} › ${nameOf(question)}`;
  /** Says what was just done, with a way back where it took answers; nothing without a key. */
  const tell = (key, values) => {
    find("#status").textContent = key ? say(key, values) : "";
    find("#undo").hidden = !["excused_rest", "cleared"].includes(key);
  };

  const degreeOf = (id, degree) => `${id} ${inLanguage(data.degrees.find(([it]) => it === degree)[1])}`;
  const claim = (answer, question, named) => {
    if (answer.part !== null) return say("part", { n: answer.part, below: answer.part - 1 });
    if (data.has_levels) {
      const value = `${say("level", { n: answer.level })} ${inLanguage(data.levels[answer.level])}`.trim();
      return named.length ? say("and", { value, ids: list(named) }) : value;
    }
    if (!named.length) return say("none");
    return answer.met?.length === question.clauses.length ? say("all") : list(named);
  };
  /** What an answer says; empty where nothing is said. */
  const inWords = (answer, question) => {
    if (answer.na) return say("not_applicable", { why: answer.na.reason });
    if (!state.isSaid(answer)) return "";
    const degrees = Object.entries(answer.degrees).map(([id, degree]) => degreeOf(id, degree));
    const value = claim(answer, question, [...(answer.met ?? []), ...degrees]);
    const excepted = question.clauses.filter((id) => id in answer.except);
    return excepted.length ? say("excepted", { value, ids: list(excepted) }) : value;
  };

  return { language, inLanguage, say, list, textOf, nameOf, partOf, whereOf, tell, inWords };
})();
