"use strict";
// A question as it is seen: drawn from its answer, whatever was pressed.
const screen = (() => {
  const { data, base } = state;
  // The question that keys are for (-1 is the cover, one past the last the end), the level that Enter chooses, what is
  // typed of a clause's number while clauses are ticked, and whether the next level is the one above which they are; the
  // question in the same words whose answer Enter takes; what was just answered by a digit, and what was just excused.
  const nothing = { highlighted: null, ticking: null, choosesBase: false, twin: undefined, typed: null, excused: null };
  const here = { at: -1, ...nothing };
  const clone = (id) => find(id).content.cloneNode(true);
  /** The statement that stands for a level: the lowest of its levels. */
  const statementOf = (question, number) =>
    Object.hasOwn(data.levels, String(number)) ? question.levels.filter((it) => it <= number).at(-1) ?? null : null;
  /** The statement that an answer chooses; `null` where it chooses none. */
  const chosenOf = (question, answer) => (answer.na || base(answer) === null ? null : statementOf(question, base(answer)));
  // What is being typed stays as it is.
  const setValue = (field, value) => {
    if (field !== document.activeElement) field.value = value;
    field.parentElement.classList.toggle("empty", !field.value);
  };

  const paint = (question) => {
    const [answer, isCurrent] = [state.get(question.id), question.at === here.at];
    const { classList } = question.element;
    classList.toggle("current", isCurrent);
    classList.toggle("answered", state.isAnswered(question.id));
    classList.toggle("anew", state.isAnew(question.id));
    paintLevels(question, answer, isCurrent);
    paintClauses(question, answer, isCurrent && (here.ticking !== null || !data.has_levels));
    if (isCurrent || state.isSaid(answer) || answer.note || answer.evidence.length) equip(question);
    if (question.tools) paintTools(question, answer);
  };

  const paintLevels = (question, answer, isCurrent) => {
    const chosen = chosenOf(question, answer);
    question.element.querySelectorAll("input[type=radio]").forEach((radio) => {
      const [number, { classList }] = [Number(radio.value), radio.closest("li")];
      radio.checked = number === chosen;
      classList.toggle("chosen", number === chosen);
      classList.toggle("highlighted", isCurrent && number === here.highlighted);
    });
  };

  const paintClauses = (question, answer, isTicking) => {
    const isNamed = isTicking || answer.part === null && [answer.except, answer.degrees, answer.met ?? []].some((it) => Object.keys(it).length);
    question.element.classList.toggle("ticking", isTicking);
    question.element.querySelectorAll("[data-clause]").forEach((clause) => {
      const id = clause.dataset.clause;
      const isAbove = !answer.na && base(answer) !== null && state.level(id) > base(answer);
      if (data.has_levels ? isAbove && isNamed : data.degrees.length) addBox(clause);
      const control = find("[data-box], input[type=checkbox]", clause);
      if (control) {
        control.closest("label").hidden = data.has_levels && !(isAbove && isNamed);
        if (control.type === "checkbox") control.checked = Boolean(answer.met?.includes(id));
        else control.value = answer.met?.includes(id) ? data.degrees.at(-1)[0] : answer.degrees[id] ?? data.degrees[0][0];
      }
      paintException(clause, answer.except[id], isTicking && !answer.na && state.isSaid(answer));
      const isOpen = isTicking && (isAbove || !data.has_levels) && !answer.met?.includes(id) && !answer.degrees[id] && !answer.except[id];
      paintElsewhere(clause, isOpen ? state.metElsewhere(question, id) : undefined);
    });
  };

  /** Puts a box beside a clause, or the choice of degrees, where there is none yet. */
  const addBox = (clause) => {
    if (find("[data-box]", clause)) return;
    find("label", clause)?.remove();
    const label = Object.assign(document.createElement("label"), { className: "box-of" });
    const control = document.createElement(data.degrees.length ? "select" : "input");
    control.append(...data.degrees.map(([value]) => Object.assign(document.createElement("option"), { value })));
    if (!data.degrees.length) control.type = "checkbox";
    control.dataset.box = clause.dataset.clause;
    control.setAttribute("aria-labelledby", clause.id);
    label.append(control, Object.assign(document.createElement("b"), { textContent: clause.dataset.clause }));
    clause.prepend(label);
    wordDegrees(control);
  };
  const wordDegrees = (control) =>
    [...(control.options ?? [])].forEach((option, which) => { option.textContent = words.inLanguage(data.degrees[which][1]); });

  /** Says beside a clause where it is met in the same words. */
  const paintElsewhere = (clause, other) => {
    find(".elsewhere", clause)?.remove();
    if (!other) return;
    const textContent = words.say("met_elsewhere", { name: words.whereOf(other) });
    clause.append(Object.assign(document.createElement("small"), { className: "elsewhere", textContent }));
  };

  const paintException = (clause, exception, isOffered) => {
    if (!find(".exception", clause)) {
      if (!exception && !isOffered) return;
      clause.append(clone("#exception"));
    }
    const part = find(".exception", clause);
    const isOpen = Boolean(exception) || part.classList.contains("open");
    part.hidden = !isOffered && !exception;
    find("button", part).hidden = !isOffered;
    find("button", part).setAttribute("aria-pressed", String(isOpen));
    part.querySelectorAll("label").forEach((label) => { label.hidden = !isOpen; });
    setValue(find(".reason", part), exception?.reason ?? "");
    setValue(find(".until", part), exception?.until ?? "");
    clause.classList.toggle("excepted", Boolean(exception));
  };

  /** Puts below a question what can be said beside its answer, once it is needed. */
  const equip = (question) => {
    if (question.tools) return;
    question.tools = Object.assign(document.createElement("div"), { className: "tools" });
    question.tools.append(clone("#tools"));
    find("fieldset", question.element).after(question.tools);
  };
  const said = (question, answer) => {
    if (state.isAnew(question.id)) return words.say("anew");
    if (question.at !== here.at || !here.twin) return words.inWords(answer, question);
    return words.say("same_words", { name: words.whereOf(here.twin), value: words.inWords(state.get(here.twin.id), here.twin) });
  };
  const paintTools = (question, answer) => {
    const { tools } = question;
    find(".said", tools).textContent = said(question, answer);
    const [na, note, evidence] = [".na", ".note", ".evidence"].map((part) => find(part, tools));
    const show = (part, isThere) => { part.hidden = !isThere && !part.classList.contains("open"); };
    show(na, answer.na);
    show(note, answer.note);
    show(evidence, answer.evidence.length);
    setValue(find(".reason", na), answer.na?.reason ?? "");
    setValue(find(".until", na), answer.na?.until ?? "");
    if (answer.na) find(".problem", na).textContent = "";
    const rest = find("[data-do=rest]", na);
    if (rest) rest.hidden = !answer.na || !openBeside(question).length;
    setValue(find("textarea", note), answer.note);
    const entries = find("ul", evidence);
    while (entries.children.length < answer.evidence.length) entries.append(clone("#entry"));
    while (entries.children.length > answer.evidence.length) entries.lastElementChild.remove();
    answer.evidence.forEach((entry, which) => setValue(find("input", entries.children[which]), entry));
  };
  /** What has no answer in the part of a question. */
  const openBeside = ({ element }) =>
    state.questions.filter((other) => other.element.closest(".part") === element.closest(".part") && !state.isAnswered(other.id));
  /** Closes what was opened beside a question and stayed empty. */
  const close = (question) => question?.element.querySelectorAll(".open").forEach((part) => part.classList.remove("open"));

  return { here, nothing, statementOf, chosenOf, openBeside, paint, wordDegrees, close };
})();
