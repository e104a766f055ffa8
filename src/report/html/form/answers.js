"use strict";
// What is answered: what the questionnaire came with, and over it what is said in this browser, which keeps that.
const state = (() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const questions = [...document.querySelectorAll(".question")].map((element, at) => ({
    id: element.id,
    at,
    element,
    clauses: [...element.querySelectorAll("[data-clause]")].map((it) => it.dataset.clause),
    levels: [...element.querySelectorAll("input[type=radio]")].map((it) => Number(it.value)),
    seconds: data.seconds[at],
  }));
  const byId = new Map(questions.map((question) => [question.id, question]));
  /** The level that is claimed in full; `null` where none is. */
  const base = (answer) => {
    if (!data.has_levels) return -1;
    return answer.part === null ? answer.level : answer.part - 1;
  };
  const place = `assess.form/${data.model}/${data.version}/${data.team ?? ""}`;
  const level = (id) => Number(id.split(".")[0]);
  // `noted`: here only a note or evidence was written, beside the answer that was there, if any.
  const empty = () => ({ level: null, part: null, met: data.has_levels ? [] : null, degrees: {}, except: {}, na: null, note: "", evidence: [], noted: false });

  const isSaid = (answer) => {
    if (answer.na) return true;
    return data.has_levels ? answer.level !== null || answer.part !== null : answer.met !== null || Object.keys(answer.degrees).length > 0;
  };

  // What lies in the storage of a browser may have been written by anything: only what an answer can be is taken.
  const text = (it) => (typeof it === "string" ? it.slice(0, 10000) : "");
  const excuse = (it) => ({ reason: text(it?.reason), until: /^\d{4}-\d\d-\d\d$/.test(it?.until) ? it.until : "" });
  const entries = (it, question) => question.clauses.filter((id) => Object.hasOwn(Object(it), id)).map((id) => [id, it[id]]);
  const sound = (it, question) => {
    const answer = empty();
    const isLevel = (number) => data.has_levels && Object.hasOwn(data.levels, String(number));
    if (isLevel(it.level)) answer.level = Number(it.level);
    if (isLevel(it.part)) answer.part = Number(it.part);
    if (Array.isArray(it.met)) answer.met = question.clauses.filter((id) => it.met.includes(id));
    answer.degrees = Object.fromEntries(entries(it.degrees, question).filter(([, degree]) => data.degrees.some(([id]) => id === degree)));
    answer.except = Object.fromEntries(entries(it.except, question).map(([id, why]) => [id, excuse(why)]).filter(([, why]) => why.reason.trim()));
    if (it.na && text(it.na.reason).trim()) answer.na = excuse(it.na);
    answer.note = text(it.note);
    answer.evidence = Array.isArray(it.evidence) ? it.evidence.map(text) : [];
    answer.noted = it.noted === true;
    return consistent(answer, question);
  };
  // What no file could say goes.
  const consistent = (answer, question) => {
    const { note, evidence, na, noted } = answer;
    if (na || !isSaid(answer)) return { ...empty(), note, evidence, na, noted };
    const asked = question.clauses.filter((id) => !(id in answer.except));
    if (!asked.length) answer.except = {};
    if (answer.part !== null && asked.filter((id) => level(id) === answer.part).length < 2) answer.part = null;
    if (answer.part !== null) answer.level = null;
    const isAbove = (id) => !data.has_levels || (answer.level !== null && level(id) > answer.level);
    const isNamed = (id) => isAbove(id) && !(id in answer.except);
    answer.met &&= answer.met.filter(isNamed);
    answer.degrees = Object.fromEntries(Object.entries(answer.degrees).filter(([id]) => isNamed(id) && !answer.met?.includes(id)));
    return answer;
  };

  const came = Object.fromEntries(Object.entries(data.answers).map(([id, it]) => [id, sound(it, byId.get(id))]));
  let kept = { name: "", language: "", answers: {} };
  let isKept = true;
  const read = () => {
    let found = null;
    try {
      found = localStorage.getItem(place);
    } catch {
      isKept = false;
      return;
    }
    try {
      found = JSON.parse(found ?? "{}");
    } catch {
      found = {};
    }
    kept = { name: text(found?.name).slice(0, 200), language: text(found?.language), answers: Object(found?.answers) };
  };
  const write = () => {
    try {
      localStorage.setItem(place, JSON.stringify(kept));
      isKept = true;
    } catch {
      isKept = false;
    }
  };
  // Some browsers let nothing be written. What is there is not written again: another window may be about to change it.
  const probe = () => {
    try {
      localStorage.setItem("assess.form", "");
    } catch {
      isKept = false;
    }
  };
  read();
  probe();

  /** What is said here of a question: an answer, `null` where it was cleared, `undefined` where nothing is. */
  const own = (id) => {
    if (!Object.hasOwn(kept.answers, id)) return undefined;
    return kept.answers[id] ? sound(kept.answers[id], byId.get(id)) : null;
  };
  const get = (id) => {
    const said = own(id);
    return said === undefined ? came[id] ?? empty() : said ?? empty();
  };
  /** Whether an answer was given in this browser: a note alone is none, nor is what was cleared. */
  const isGiven = (id) => Boolean(own(id)) && isSaid(own(id)) && !own(id).noted;
  const isAnew = (id) => data.ask_again.includes(id) && (own(id) === undefined || Boolean(own(id)?.noted && isSaid(own(id))));
  const isAnswered = (id) => isSaid(get(id)) && !isAnew(id);

  const past = [];
  /** Takes an answer, or none for `null`. Changes of the same kind that follow one another are undone as one. */
  const put = (id, answer, kind = null) => keep(id, answer && { ...answer, noted: false }, kind);
  const keep = (id, answer, kind) => {
    const last = past.at(-1);
    if (!kind || last?.kind !== kind || last.all[0].id !== id) past.push({ kind, all: [{ id, before: own(id) }] });
    set(id, answer);
  };
  /** Has several questions not apply, for one reason; undone as one. */
  const excuseAll = (ids, na) => {
    past.push({ kind: null, all: ids.map((id) => ({ id, before: own(id) })) });
    ids.forEach((id) => set(id, excused(id, na)));
  };
  // Another window may have kept something meanwhile: only this one answer is replaced.
  const set = (id, answer) => {
    if (isKept) read();
    if (answer === undefined) delete kept.answers[id];
    else kept.answers[id] = answer;
    write();
  };
  /** The questions of which the last change is undone. */
  const undo = () => {
    const all = past.pop()?.all ?? [];
    all.forEach(({ id, before }) => set(id, before));
    return all.map(({ id }) => byId.get(id));
  };

  /** What another question claims. */
  const claim = (id, { level: number, part, met }) => put(id, { ...get(id), level: number, part, met: [...met], degrees: {}, na: null });
  /** A part of a level, of which is not said what; `false` where there is no such grade. */
  const partOf = (id, number) => {
    const answer = get(id);
    const asked = byId.get(id).clauses.filter((clause) => level(clause) === number && !(clause in answer.except));
    if (asked.length < 2 || !Object.hasOwn(data.levels, String(number - 1))) return false;
    put(id, { ...answer, level: null, part: number, met: [], degrees: {}, na: null });
    return true;
  };

  /**
   * A level that holds in full. Clauses ticked above it stay, but for those of levels that are ticked whole: they would
   * make the answer count as more than what was chosen.
   */
  const choose = (id, number) => {
    const [answer, question] = [get(id), byId.get(id)];
    const isTicked = (clause) => answer.met.includes(clause) || clause in answer.degrees;
    const isWhole = (one) => question.clauses.filter((it) => level(it) === one).every((it) => isTicked(it) || it in answer.except);
    const stays = (clause) => level(clause) > number && !isWhole(level(clause));
    const dropped = answer.met.filter((clause) => level(clause) > number && !stays(clause));
    const degrees = Object.fromEntries(Object.entries(answer.degrees).filter(([clause]) => stays(clause)));
    put(id, { ...answer, level: number, part: null, na: null, met: answer.met.filter(stays), degrees });
    return dropped;
  };
  /** How far a clause is met: the last degree, or `true`, is fully; the first, or `false`, not at all. */
  const tick = (id, clause, degree) => {
    const [answer, question] = [get(id), byId.get(id)];
    const [without, degrees, except] = [(answer.met ?? []).filter((it) => it !== clause), { ...answer.degrees }, { ...answer.except }];
    delete degrees[clause];
    if (degree !== false) delete except[clause];
    if (typeof degree === "string") degrees[clause] = degree;
    const met = degree === true ? question.clauses.filter((it) => it === clause || without.includes(it)) : without;
    put(id, { ...fixed(answer), na: null, met, degrees, except });
  };
  /** All clauses that are asked are met, or none is. */
  const tickAll = (id, isMet) => {
    const answer = get(id);
    const met = isMet ? byId.get(id).clauses.filter((clause) => !(clause in answer.except)) : [];
    put(id, { ...answer, na: null, met, degrees: {} });
  };
  /** Leaves a clause out for a reason; `null` asks it again. `false` if nothing would be asked any more. */
  const except = (id, clause, why) => {
    const [answer, question] = [get(id), byId.get(id)];
    const rest = { ...answer.except };
    delete rest[clause];
    if (why && Object.keys(rest).length + 1 === question.clauses.length) return false;
    const degrees = { ...answer.degrees };
    if (why) delete degrees[clause];
    const met = why ? (answer.met ?? []).filter((it) => it !== clause) : answer.met;
    const next = { ...answer, met, degrees, except: why ? { ...rest, [clause]: why } : rest };
    const isLeft = question.clauses.filter((it) => level(it) === next.part && !(it in next.except)).length >= 2;
    put(id, next.part === null || isLeft ? next : fixed(next), `except ${clause}`);
    return true;
  };
  /** A grade without names, such as 3-, as the level below it. */
  const fixed = (answer) => (answer.part === null ? answer : { ...answer, level: answer.part - 1, part: null });
  const excused = (id, na) => {
    const { note, evidence } = get(id);
    return { ...empty(), note, evidence, na };
  };
  const excuseOne = (id, na) => put(id, excused(id, na), "na");
  const remark = (id, field, said) => keep(id, { ...get(id), [field]: said, noted: !isGiven(id) }, field);
  const confirm = (id) => put(id, get(id));

  /** The first question in the same words that has a level; none where this one has an answer. */
  const twin = (question) => {
    if (isSaid(get(question.id))) return undefined;
    const group = data.same.questions.find((all) => all.includes(question.at)) ?? [];
    return group.map((at) => questions[at]).find(({ id }) => base(get(id)) !== null && !get(id).na);
  };
  const meets = (answer, id) => !answer.na && (answer.met?.includes(id) || (base(answer) ?? -1) >= level(id));
  /** The first other question on which a clause is met in the same words. */
  const metElsewhere = (question, clause) => {
    const isIt = ([at, id]) => at === question.at && id === clause;
    const group = data.same.clauses.find((all) => all.some(isIt)) ?? [];
    const found = group.find(([at, id]) => at !== question.at && meets(get(questions[at].id), id));
    return found && questions[found[0]];
  };

  const remembered = (field) => ({ get: () => kept[field], set: (said) => { if (isKept) read(); kept[field] = said; write(); } });
  const givenCount = () => questions.filter(({ id }) => isGiven(id)).length;
  const isAnythingKept = () => questions.some(({ id }) => own(id) !== undefined);
  const forget = () => {
    questions.forEach((question) => delete kept.answers[question.id]);
    if (!Object.keys(kept.answers).length) kept.name = "";
    past.length = 0;
    write();
  };
  const file = (name, day) => {
    const given = Object.fromEntries(questions.map(({ id }) => [id, get(id)]));
    return answersFile.write(data, questions, given, data.ask_again.filter(isAnew), name, day);
  };

  return {
    data, questions, byId, place, level, base, get, isSaid, isGiven, isAnew, isAnswered, put, undo, choose, claim, partOf, tick, tickAll, except,
    excuse: excuseOne, excuseAll, remark, confirm, twin, metElsewhere, name: remembered("name"), language: remembered("language"),
    givenCount, isAnythingKept, forget, file, read, isKept: () => isKept,
  };
})();
