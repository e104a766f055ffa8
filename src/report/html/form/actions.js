"use strict";
// What is done to an answer, whether by key, by mouse or by touch.
const actions = (() => {
  const { data, base } = state;
  const { here, nothing, statementOf, chosenOf, paint } = screen;
  const { current, go } = places;
  const questionOf = (element) => state.byId.get(element.closest(".question")?.id);
  const clauseOf = (element) => element.closest("[data-clause]");

  const change = (question, make) => {
    const wasAnswered = state.isAnswered(question.id);
    const result = make(question.id);
    Object.assign(here, { typed: null, excused: null });
    if (question === current() && state.isSaid(state.get(question.id))) here.twin = undefined;
    if (!wasAnswered && state.isAnswered(question.id)) places.keepPace();
    paint(question);
    places.progress();
    return result;
  };
  const answered = (question) =>
    words.tell("chosen", { name: words.nameOf(question), value: words.inWords(state.get(question.id), question) });

  const choose = (question, number) => {
    const dropped = change(question, (id) => state.choose(id, number));
    if (dropped.length) words.tell("dropped", { ids: words.list(dropped) });
    else answered(question);
  };
  const chooseByKey = (number) => {
    const first = statementOf(current(), number);
    if (first === null) return words.tell("no_level", { n: number });
    const question = current();
    choose(question, first);
    if (here.choosesBase) return tickAbove();
    go(here.at + 1);
    here.typed = { question, number };
    return undefined;
  };
  /** `-` right after a digit: of that level only a part is met. */
  const partOf = ({ question, number }) => {
    if (change(question, (id) => state.partOf(id, number))) return answered(question);
    const value = words.inWords(state.get(question.id), question);
    return words.tell("no_part", { n: number, name: words.nameOf(question), value });
  };
  /** Enter: takes what is highlighted, or lets the answer stand that is there. */
  const proceed = () => {
    const [question, { twin }] = [current(), here];
    if (twin) {
      change(question, (id) => state.claim(id, state.get(twin.id)));
      answered(question);
      return go(here.at + 1);
    }
    if (here.highlighted !== null) {
      choose(question, here.highlighted);
      return here.choosesBase ? tickAbove() : go(here.at + 1);
    }
    if (state.isAnew(question.id)) change(question, state.confirm);
    if (!state.isAnswered(question.id)) return undefined;
    if (here.ticking !== null) answered(question);
    return go(here.at + 1);
  };

  /** Offers boxes above the level that is highlighted or claimed; asks for the level first where there is none. */
  const tickAbove = () => {
    const question = current();
    if (here.highlighted !== null) choose(question, here.highlighted);
    const answer = state.get(question.id);
    if (answer.na || base(answer) === null) {
      here.choosesBase = true;
      return words.tell("base");
    }
    if (!question.clauses.some((id) => state.level(id) > base(answer))) return words.tell("nothing_above", { n: base(answer) });
    Object.assign(here, nothing, { ticking: "" });
    paint(question);
    words.tell("ticking");
    return boxes()[0]?.focus();
  };
  const stopTicking = () => {
    Object.assign(here, nothing);
    words.tell();
    paint(current());
    find("h3", current().element).focus({ preventScroll: true });
  };
  const boxes = () =>
    [...current().element.querySelectorAll("[data-box], [data-clause] input[type=checkbox]")].filter((it) => it.getClientRects().length);
  const tick = (control) => {
    const [question, last] = [questionOf(control), data.degrees.length - 1];
    const which = control.type === "checkbox" ? null : control.selectedIndex;
    const degree = which === null ? control.checked : which === last || (which > 0 && data.degrees[which][0]);
    change(question, (id) => state.tick(id, clauseOf(control).dataset.clause, degree));
    if (here.ticking === null) answered(question);
  };
  const setDegree = (control, which) => {
    control.selectedIndex = Math.max(0, Math.min(which, control.length - 1));
    tick(control);
  };
  const changeDegree = (by) => {
    const control = document.activeElement;
    if (control.matches("select[data-box]")) setDegree(control, control.selectedIndex + by);
  };
  /** Ticks by number, with or without its dot: as soon as no longer number begins with what is typed, or at the end. */
  const typeNumber = (character) => {
    const plain = (it) => it.replaceAll(".", "");
    here.ticking = (here.ticking ?? "") + (character ?? "");
    const begun = boxes().filter((control) => plain(clauseOf(control).dataset.clause).startsWith(plain(here.ticking)));
    const exact = begun.find((control) => plain(clauseOf(control).dataset.clause) === plain(here.ticking));
    if (character && begun.length > (exact ? 1 : 0)) return;
    if (exact) {
      exact.focus();
      if (exact.type === "checkbox") exact.click();
      else setDegree(exact, exact.selectedIndex === exact.length - 1 ? 0 : exact.length - 1);
    } else {
      words.tell("no_clause", { id: here.ticking });
    }
    here.ticking = data.has_levels ? "" : null;
  };
  const tickAll = (isMet) => {
    change(current(), (id) => state.tickAll(id, isMet));
    answered(current());
  };

  /** Leaves a clause out, for which a reason is asked, or asks it again. */
  const except = (element) => {
    const [question, clause] = [questionOf(element), clauseOf(element)];
    const [part, id] = [find(".exception", clause), clause.dataset.clause];
    const isExcepted = id in state.get(question.id).except;
    const isOpen = part.classList.toggle("open", !isExcepted && !part.classList.contains("open"));
    if (isExcepted) change(question, (it) => state.except(it, id, null));
    paint(question);
    if (!isOpen) return;
    words.tell("except_reason", { id });
    find(".reason", part).focus();
  };
  const open = (part, focus) => {
    const element = find(part, current().tools);
    element.classList.add("open");
    paint(current());
    find(focus, element).focus();
  };
  const addEvidence = () => {
    const entries = state.get(current().id).evidence.filter((entry) => entry.trim());
    change(current(), (id) => state.remark(id, "evidence", [...entries, ""]));
    open(".evidence", "li:last-child input");
  };
  const removeEvidence = (button) => {
    const which = [...button.closest("ul").children].indexOf(button.closest("li"));
    const left = ({ evidence }) => evidence.filter((entry, other) => other !== which);
    change(questionOf(button), (id) => state.remark(id, "evidence", left(state.get(id))));
  };
  const excuse = () => {
    current().before = state.get(current().id);
    open(".na", ".reason");
  };
  /** Offers a reason that was just given to the rest of the part. */
  const offerExcuse = (question) => {
    const n = screen.openBeside(question).length;
    if (!n || !data.has_levels) return;
    here.excused = question;
    words.tell("excused", { name: words.nameOf(question), value: words.inWords(state.get(question.id), question), n });
  };
  const excuseRest = (question) => {
    const rest = screen.openBeside(question);
    state.excuseAll(rest.map(({ id }) => id), state.get(question.id).na);
    [question, ...rest].forEach(paint);
    if (current() && state.isAnswered(current().id)) places.nextOpen();
    else places.progress();
    words.tell("excused_rest", { n: rest.length });
  };
  const clear = () => {
    screen.close(current());
    here.ticking = null;
    change(current(), (id) => state.put(id, null));
    words.tell("cleared", { name: words.nameOf(current()) });
  };
  const undo = () => {
    const all = state.undo();
    if (!all.length) return words.tell("nothing_to_undo");
    all.forEach(paint);
    go(all[0].at);
    return all.length > 1 ? words.tell("undone_all", { n: all.length }) : words.tell("undone", { name: words.nameOf(all[0]) });
  };

  /** Moves to the next level or box, up or down. */
  const move = (by) => {
    const question = current();
    const step = (all, from) => all[Math.max(0, Math.min(from + by, all.length - 1))];
    if (here.ticking !== null || !data.has_levels) return step(boxes(), boxes().indexOf(document.activeElement))?.focus();
    const from = here.highlighted ?? chosenOf(question, state.get(question.id));
    here.twin = undefined;
    const which = question.levels.indexOf(from);
    here.highlighted = which < 0 && by < 0 ? question.levels.at(-1) : step(question.levels, which);
    paint(question);
    return find(".highlighted", question.element).scrollIntoView({ block: "nearest" });
  };

  /** What is typed into a field is taken as it is typed. */
  const type = (field) => {
    const question = questionOf(field);
    const reasonIn = (part) => ({ reason: find(".reason", part).value, until: find(".until", part).value });
    const [exception, na] = [field.closest(".exception"), field.closest(".na")];
    if (exception) {
      const [id, why] = [clauseOf(field).dataset.clause, reasonIn(exception)];
      const isDone = change(question, (it) => state.except(it, id, why.reason.trim() ? why : null));
      words.tell(isDone ? (why.reason.trim() ? "ticking" : "except_reason") : "every_excepted", { id });
    } else if (na) {
      // Without a reason nothing is said: the answer that was there before stands.
      const [why, { before }] = [reasonIn(na), question];
      if (why.reason.trim()) change(question, (id) => state.excuse(id, why));
      else change(question, (id) => (before && !before.na ? state.put(id, before, "na") : state.excuse(id, null)));
    } else if (field.closest(".note")) {
      change(question, (id) => state.remark(id, "note", field.value));
    } else {
      const entries = [...field.closest("ul").querySelectorAll("input")].map((input) => input.value);
      change(question, (id) => state.remark(id, "evidence", entries));
    }
  };
  /** Enter and Esc in a field: back to the question, or on to the next once it is excused. */
  const leave = (field, isDone) => {
    const [question, na, clause] = [questionOf(field), field.closest(".na"), clauseOf(field)];
    if (na && isDone && !state.get(question.id).na) {
      find(".problem", na).textContent = words.say("na_reason");
      return;
    }
    field.closest(".open")?.classList.remove("open");
    const { evidence } = state.get(question.id);
    if (evidence.some((entry) => !entry.trim())) change(question, (id) => state.remark(id, "evidence", evidence.filter((entry) => entry.trim())));
    field.blur();
    paint(question);
    if (na && isDone) {
      answered(question);
      go(here.at + 1);
      offerExcuse(question);
    } else {
      const box = clause && find("[data-box], input[type=checkbox]", clause);
      (box?.getClientRects().length ? box : find("h3", question.element)).focus({ preventScroll: true });
    }
  };

  return {
    questionOf, clauseOf, change, choose, chooseByKey, partOf, proceed, tickAbove, stopTicking, tick, changeDegree, typeNumber, tickAll, except, open,
    addEvidence, removeEvidence, excuse, excuseRest, clear, undo, move, type, leave,
  };
})();
