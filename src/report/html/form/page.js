"use strict";
// The questionnaire on the screen: one question at a time or all as a list, by keyboard, mouse or touch.
(() => {
  const { data, questions } = state;
  const find = (selector, within = document) => within.querySelector(selector);
  const [root, form, status] = [document.documentElement, find("#form"), find("#status")];
  let at = -1; // The question that keys are for; -1 is the cover, one past the last is the end.
  let highlighted = null; // The level that Enter chooses.
  let ticking = null; // What is typed of a clause's number while clauses are ticked; null otherwise.
  let choosesBase = false; // Whether the next level is the one above which clauses are ticked.

  // ---- Words ----
  const language = () => find("input[name=language]:checked")?.value ?? form.lang.slice(0, 2);
  const inLanguage = (pair) => pair?.[language() === "zh" ? 1 : 0] ?? "";
  const say = (key, values = {}) => inLanguage(data.words[key]).replaceAll(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
  const list = (ids) => ids.join(language() === "zh" ? "、" : ", ");
  const textOf = (element) => {
    const own = [...element.querySelectorAll(`:scope > [lang="${language()}"]`)];
    return (own.length ? own : [element]).map((it) => it.textContent.trim()).join(" ");
  };
  const nameOf = (question) => textOf(find("h3", question.element));
  const tell = (key, values) => { status.textContent = key ? say(key, values) : ""; };

  /** What an answer says, in words; empty where nothing is said. */
  const inWords = (answer, question) => {
    if (answer.na) return `${say("na")}: ${answer.na.reason}`;
    if (!state.isSaid(answer)) return "";
    let value = "";
    const degrees = Object.entries(answer.degrees).map(([id, degree]) => `${id} ${inLanguage(data.degrees.find(([it]) => it === degree)[1])}`);
    const named = [...(answer.met ?? []), ...degrees];
    if (answer.part !== null) value = say("part", { n: answer.part, below: answer.part - 1 });
    else if (data.has_levels) value = `${say("level", { n: answer.level })} ${inLanguage(data.levels[answer.level])}`.trim();
    else if (!named.length) value = say("none");
    else if (answer.met?.length === question.clauses.length) value = say("all");
    else value = list(named);
    if (data.has_levels && named.length) value = say("and", { value, ids: list(named) });
    const excepted = question.clauses.filter((id) => id in answer.except);
    return excepted.length ? say("excepted", { value, ids: list(excepted) }) : value;
  };

  // ---- One question on the screen ----
  const current = () => questions[at];
  const base = (answer) => (data.has_levels ? answer.level ?? (answer.part === null ? null : answer.part - 1) : -1);
  const clone = (id) => find(id).content.cloneNode(true);
  const statementOf = (question, number) => {
    const below = question.levels.filter((it) => it <= number).at(-1);
    return Object.hasOwn(data.levels, String(number)) ? below ?? null : null;
  };

  /** Puts below a question what is said beside its answer, once it is needed. */
  const equip = (question) => {
    if (question.tools) return;
    question.tools = document.createElement("div");
    question.tools.className = "tools";
    question.tools.append(clone("#tools"));
    find("fieldset", question.element).after(question.tools);
  };
  const setValue = (field, value) => { if (field !== document.activeElement) field.value = value; };

  const paint = (question) => {
    const [answer, isCurrent] = [state.get(question.id), question.at === at];
    const { element } = question;
    element.classList.toggle("current", isCurrent);
    element.classList.toggle("answered", state.isAnswered(question.id));
    element.classList.toggle("anew", state.isAnew(question.id));
    const from = base(answer);
    const chosen = answer.na || from === null ? null : statementOf(question, from);
    for (const radio of element.querySelectorAll("input[type=radio]")) {
      const number = Number(radio.value);
      radio.checked = number === chosen;
      radio.closest("li").classList.toggle("chosen", number === chosen);
      radio.closest("li").classList.toggle("highlighted", isCurrent && number === highlighted);
    }
    paintClauses(question, answer, isCurrent && ticking !== null);
    if (isCurrent || state.isSaid(answer) || answer.note || answer.evidence.length) equip(question);
    if (question.tools) paintTools(question, answer);
  };

  const paintClauses = (question, answer, isTicking) => {
    const isNamed = isTicking || Object.keys(answer.except).length || Object.keys(answer.degrees).length || (data.has_levels && answer.met.length);
    question.element.classList.toggle("ticking", isTicking);
    for (const clause of question.element.querySelectorAll("[data-clause]")) {
      const id = clause.dataset.clause;
      const isAbove = !answer.na && base(answer) !== null && state.level(id) > base(answer);
      if (data.has_levels ? isAbove && isNamed : data.degrees.length) box(question, clause);
      const control = find("[data-box]", clause);
      if (control) {
        const isShown = !data.has_levels || Boolean(isAbove && isNamed);
        control.closest(".box-of").hidden = !isShown;
        if (control.type === "checkbox") control.checked = Boolean(answer.met?.includes(id));
        else control.value = answer.met?.includes(id) ? data.degrees.at(-1)[0] : answer.degrees[id] ?? data.degrees[0][0];
      }
      const simple = find("input[type=checkbox]:not([data-box])", clause);
      if (simple) simple.checked = Boolean(answer.met?.includes(id));
      paintException(clause, answer.except[id], isTicking && !answer.na && state.isSaid(answer));
    }
  };

  /** The box beside a clause, or the choice of degrees. */
  const box = (question, clause) => {
    if (find("[data-box]", clause)) return;
    find("label", clause)?.remove();
    const label = document.createElement("label");
    label.className = "box-of";
    const control = document.createElement(data.degrees.length ? "select" : "input");
    if (data.degrees.length) control.append(...data.degrees.map(([id]) => Object.assign(document.createElement("option"), { value: id })));
    else control.type = "checkbox";
    control.dataset.box = clause.dataset.clause;
    const number = document.createElement("b");
    number.textContent = clause.dataset.clause;
    label.append(control, number);
    clause.prepend(label);
    control.setAttribute("aria-labelledby", clause.id);
    wordDegrees(control);
  };
  const wordDegrees = (control) => [...(control.options ?? [])].forEach((option, which) => { option.textContent = inLanguage(data.degrees[which][1]); });

  const paintException = (clause, exception, isOffered) => {
    let part = find(".exception", clause);
    if (!part && !exception && !isOffered) return;
    if (!part) {
      clause.append(clone("#exception"));
      part = find(".exception", clause);
    }
    const isOpen = Boolean(exception) || part.classList.contains("open");
    part.hidden = !isOffered && !exception;
    find("button", part).hidden = !isOffered;
    find("button", part).setAttribute("aria-pressed", String(isOpen));
    part.querySelectorAll("label").forEach((label) => { label.hidden = !isOpen; });
    setValue(find(".reason", part), exception?.reason ?? "");
    setValue(find(".until", part), exception?.until ?? "");
    clause.classList.toggle("excepted", Boolean(exception));
  };

  const paintTools = (question, answer) => {
    const { tools } = question;
    const isAnew = state.isAnew(question.id);
    find(".said", tools).textContent = isAnew ? say("anew") : inWords(answer, question);
    const show = (part, isThere) => { part.hidden = !isThere && !part.classList.contains("open"); };
    const [na, note, evidence] = [find(".na", tools), find(".note", tools), find(".evidence", tools)];
    show(na, answer.na);
    setValue(find(".reason", na), answer.na?.reason ?? "");
    setValue(find(".until", na), answer.na?.until ?? "");
    if (answer.na) find(".problem", na).textContent = "";
    show(note, answer.note);
    setValue(find("textarea", note), answer.note);
    show(evidence, answer.evidence.length);
    const entries = find("ul", evidence);
    while (entries.children.length < answer.evidence.length) entries.append(clone("#entry"));
    while (entries.children.length > answer.evidence.length) entries.lastElementChild.remove();
    answer.evidence.forEach((entry, which) => setValue(find("input", entries.children[which]), entry));
  };

  // ---- Where one is, and how far ----
  const paces = [];
  let since = null;
  /** Told of every first answer: the pace of the last ones tells how long the rest takes. */
  const keepPace = () => {
    const now = Date.now();
    if (since !== null) paces.push((now - since) / 1000);
    if (paces.length > 15) paces.shift();
    since = now;
  };
  const secondsLeft = (open) => {
    const pace = paces.length < 5 ? null : [...paces].sort((one, other) => one - other)[Math.floor(paces.length / 2)];
    return open.reduce((sum, question) => sum + (pace ?? question.seconds[language() === "zh" ? 1 : 0]), 0);
  };
  const timeLeft = (open) => {
    const minutes = Math.max(1, Math.ceil(secondsLeft(open) / 60));
    const rounded = minutes > 10 ? Math.ceil(minutes / 5) * 5 : minutes;
    if (rounded < 90) return say("minutes", { n: rounded });
    return say("hours", { n: `${Math.floor(rounded / 60)}${rounded % 60 < 30 ? "" : "½"}` });
  };
  const progress = () => {
    const open = questions.filter(({ id }) => !state.isAnswered(id));
    const [n, all] = [questions.length - open.length, questions.length];
    const parts = [at >= 0 && at < all && root.classList.contains("one") ? say("place", { n: at + 1, all }) : "", say("count", { n, all }), open.length ? timeLeft(open) : ""];
    find("#count").textContent = parts.filter(Boolean).join(" · ");
    find("#progress").value = n;
    find("#left").textContent = open.length ? say("open_left", { n: open.length, all }) : say("all_answered");
    find("#end [data-do=open]").hidden = !open.length;
    const count = state.keptCount();
    find("#kept").hidden = !count;
    find("#kept span").textContent = say(state.name.get() ? "kept_by" : "kept", { n: count, name: state.name.get() });
    find("#keeping").textContent = say(state.isKept() ? "keeping" : "not_keeping");
    find("#keeping").classList.toggle("notice", !state.isKept());
  };

  const go = (place) => {
    const before = current();
    [at, highlighted, ticking, choosesBase] = [Math.max(-1, Math.min(place, questions.length)), null, null, false];
    root.dataset.at = at < 0 ? "cover" : at < questions.length ? "question" : "end";
    find(".part.current")?.classList.remove("current");
    if (before) paint(before);
    const question = current();
    if (question) {
      paint(question);
      question.element.closest(".part").classList.add("current");
      find("#crumb").textContent = textOf(find("h2", question.element.closest(".part")));
    }
    progress();
    const shown = question ? question.element : find(at < 0 ? "#cover" : "#end");
    const heading = find("h1, h2, h3", shown);
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
    if (root.classList.contains("list") && at >= 0) shown.scrollIntoView({ block: "start" });
    else scrollTo(0, 0);
  };
  const nextOpen = () => {
    const order = [...questions.slice(at + 1), ...questions.slice(0, Math.max(at + 1, 0))];
    const open = order.find(({ id }) => !state.isAnswered(id));
    if (!open) tell("all_answered");
    go(open ? open.at : questions.length);
  };
  const start = () => {
    const last = questions.findLast(({ id }) => state.own(id) !== undefined);
    at = last ? last.at : -1;
    nextOpen();
  };
  const view = () => {
    const isList = root.classList.toggle("list");
    root.classList.toggle("one", !isList);
    if (isList && at < 0) at = 0;
    go(at);
  };

  // ---- What is done to an answer ----
  const changed = (question, wasAnswered) => {
    if (!wasAnswered && state.isAnswered(question.id)) keepPace();
    paint(question);
    progress();
  };
  const change = (question, make) => {
    const wasAnswered = state.isAnswered(question.id);
    const result = make(question.id);
    changed(question, wasAnswered);
    return result;
  };
  const answered = (question) => tell("chosen", { name: nameOf(question), value: inWords(state.get(question.id), question) });
  const choose = (question, number) => {
    const dropped = change(question, (id) => state.choose(id, number));
    if (dropped.length) tell("dropped", { ids: list(dropped) });
    else answered(question);
  };
  const chooseByKey = (number) => {
    const question = current();
    const first = statementOf(question, number);
    if (first === null) return tell("no_level", { n: number });
    choose(question, first);
    if (choosesBase) return tickAbove();
    return go(at + 1);
  };
  const tickAbove = () => {
    const question = current();
    if (data.has_levels && highlighted !== null) choose(question, highlighted);
    const answer = state.get(question.id);
    if (answer.na || base(answer) === null) {
      choosesBase = true;
      return tell("base");
    }
    const boxes = question.clauses.filter((id) => state.level(id) > base(answer));
    if (!boxes.length) return tell("nothing_above", { n: base(answer) });
    [ticking, choosesBase, highlighted] = ["", false, null];
    paint(question);
    tell("ticking");
    return boxesOf(question)[0]?.focus();
  };
  const boxesOf = (question) => [...question.element.querySelectorAll("li[data-clause] input[type=checkbox], [data-box]")].filter((it) => it.getClientRects().length);
  const tick = (question, control) => {
    const [id, last] = [control.closest("[data-clause]").dataset.clause, data.degrees.length - 1];
    const which = control.type === "checkbox" ? null : control.selectedIndex;
    const degree = which === null ? control.checked : which === last ? true : which === 0 ? false : data.degrees[which][0];
    change(question, (it) => state.tick(it, id, degree));
    if (ticking === null) answered(question);
  };
  /** Ticks by number: as soon as no longer number begins with what is typed, or when that is ended. */
  const typeNumber = (character, isEnd = false) => {
    const plain = (it) => it.replaceAll(".", "");
    ticking = (ticking ?? "") + character;
    const boxes = boxesOf(current());
    const idOf = (control) => plain(control.closest("[data-clause]").dataset.clause);
    const exact = boxes.find((control) => idOf(control) === plain(ticking));
    const longer = boxes.filter((control) => idOf(control).startsWith(plain(ticking))).length;
    if (longer > 1 && !isEnd) return;
    if (longer === 1 && !exact && !isEnd) return;
    if (exact) {
      exact.focus();
      if (exact.type === "checkbox") exact.click();
    } else {
      tell("no_clause", { id: ticking });
    }
    ticking = "";
  };
  const except = (control) => {
    const part = find(".exception", control.closest("[data-clause]"));
    const [question, id] = [questionOf(control), control.closest("[data-clause]").dataset.clause];
    const isExcepted = id in state.get(question.id).except;
    const isOpen = part.classList.toggle("open", !isExcepted && !part.classList.contains("open"));
    if (isExcepted) change(question, (it) => state.except(it, id, null));
    paint(question);
    if (!isOpen) return;
    tell("except_reason", { id });
    find(".reason", part).focus();
  };
  const open = (part, focus) => {
    const question = current();
    const element = find(part, question.tools);
    element.classList.add("open");
    paint(question);
    find(focus, element).focus();
    return element;
  };
  const addEvidence = () => {
    const question = current();
    change(question, (id) => state.remark(id, "evidence", [...state.get(id).evidence.filter((entry) => entry.trim()), ""]));
    open(".evidence", "li:last-child input");
  };
  const clear = () => {
    const question = current();
    question.tools?.querySelectorAll(".open").forEach((part) => part.classList.remove("open"));
    question.element.querySelectorAll(".exception.open").forEach((part) => part.classList.remove("open"));
    ticking = null;
    change(question, (id) => state.put(id, null));
    tell("cleared", { name: nameOf(question) });
  };
  const undo = () => {
    const id = state.undo();
    if (!id) return tell("nothing_to_undo");
    const question = state.byId.get(id);
    go(question.at);
    return tell("undone", { name: nameOf(question) });
  };
  const proceed = () => {
    const question = current();
    if (highlighted !== null) {
      choose(question, highlighted);
      return choosesBase ? tickAbove() : go(at + 1);
    }
    if (state.isAnew(question.id)) change(question, (id) => state.confirm(id));
    return state.isAnswered(question.id) && go(at + 1);
  };
  const move = (by) => {
    const question = current();
    if (ticking !== null || !data.has_levels) {
      const boxes = boxesOf(question);
      const which = boxes.indexOf(document.activeElement);
      return boxes.at(Math.max(0, Math.min(which + by, boxes.length - 1)))?.focus();
    }
    const answer = state.get(question.id);
    const from = highlighted ?? (answer.na || base(answer) === null ? null : statementOf(question, base(answer)));
    const which = question.levels.indexOf(from);
    const next = which < 0 ? (by > 0 ? 0 : question.levels.length - 1) : which + by;
    highlighted = question.levels[Math.max(0, Math.min(next, question.levels.length - 1))];
    paint(question);
    return find(".highlighted", question.element).scrollIntoView({ block: "nearest" });
  };

  // ---- Saving and forgetting ----
  const openSaving = () => {
    const open = questions.filter(({ id }) => !state.isAnswered(id)).length;
    find("#summary").textContent = open ? say("open_left", { n: open, all: questions.length }) : say("all_answered");
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
    if (!name) {
      find("#name-problem").textContent = say("no_name");
      return find("#name").focus();
    }
    state.name.set(name);
    const file = new Blob([state.file(name, today())], { type: "application/toml" });
    if (file.size > 1 << 20) {
      find("#name-problem").textContent = say("too_large");
      return undefined;
    }
    const link = Object.assign(document.createElement("a"), { href: URL.createObjectURL(file), download: answersFile.fileName(name) });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
    find("#saving").close();
    progress();
    return tell("saved", { file: link.download });
  };
  const forget = () => {
    state.forget();
    paces.length = 0;
    find("#forgetting").close();
    questions.forEach((question) => {
      question.element.querySelectorAll(".open").forEach((part) => part.classList.remove("open"));
      paint(question);
    });
    go(-1);
  };

  // ---- Finding a question ----
  const search = () => {
    const words = find("#words").value.toLowerCase().split(/\s+/).filter(Boolean);
    const texts = (question) => [textOf(find("h2", question.element.closest(".part"))), nameOf(question), textOf(find("legend", question.element))];
    const hits = questions.filter((question) => words.every((word) => texts(question).join(" ").toLowerCase().includes(word))).slice(0, 50);
    const found = find("#found");
    found.replaceChildren(...hits.map((question, which) => {
      const [part, name, asked] = texts(question);
      const item = Object.assign(document.createElement("li"), { id: `found-${which}` });
      item.setAttribute("role", "option");
      item.dataset.at = question.at;
      item.append(...[["b", name], ["span", asked], ["small", part]].map(([tag, words]) => Object.assign(document.createElement(tag), { textContent: words })));
      item.classList.toggle("answered", state.isAnswered(question.id));
      return item;
    }));
    if (!hits.length) found.replaceChildren(Object.assign(document.createElement("li"), { textContent: say("found_none") }));
    point(0);
  };
  const point = (which) => {
    const items = [...document.querySelectorAll("#found [role=option]")];
    const pointed = items[Math.max(0, Math.min(which, items.length - 1))];
    items.forEach((item) => item.setAttribute("aria-selected", String(item === pointed)));
    if (!pointed) return find("#words").removeAttribute("aria-activedescendant");
    find("#words").setAttribute("aria-activedescendant", pointed.id);
    return pointed.scrollIntoView({ block: "nearest" });
  };
  const pointed = () => find("#found [aria-selected=true]");
  const openFinding = () => {
    find("#words").value = "";
    find("#find").showModal();
    search();
  };
  const take = (item) => {
    if (!item) return;
    find("#find").close();
    go(Number(item.dataset.at));
  };
  find("#words").addEventListener("input", search);
  find("#find").addEventListener("keydown", (event) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.isComposing || (!by && event.key !== "Enter")) return;
    event.preventDefault();
    if (by) point([...find("#found").children].indexOf(pointed()) + by);
    else take(pointed());
  });
  find("#found").addEventListener("click", (event) => take(event.target.closest("[role=option]")));

  const openHelp = () => {
    const terms = new Set([...(current()?.element.querySelectorAll(".term") ?? [])].map((link) => link.hash.slice(1)));
    find("#explained").replaceChildren(...[...terms].map((id) => {
      const [term, means] = [document.getElementById(id), document.getElementById(id).nextElementSibling];
      return Object.assign(document.createElement("p"), { textContent: `${textOf(term)}: ${textOf(means)}` });
    }));
    find("#help").showModal();
  };

  // ---- Buttons, boxes and fields ----
  const questionOf = (element) => state.byId.get(element.closest(".question")?.id);
  const actions = {
    start, view, open: nextOpen, save: openSaving, find: openFinding, help: openHelp,
    back: () => go(at - 1),
    skip: () => go(at + 1),
    part: tickAbove,
    na: () => open(".na", ".reason"),
    note: () => open(".note", "textarea"),
    evidence: addEvidence,
    "add-entry": addEvidence,
    all: () => { change(current(), (id) => state.tickAll(id, true)); answered(current()); },
    none: () => { change(current(), (id) => state.tickAll(id, false)); answered(current()); },
    clear,
    forget: () => find("#forgetting").showModal(),
    "forget-all": forget,
    close: (button) => button.closest("dialog").close(),
    except,
    "remove-entry": (button) => {
      const [question, which] = [questionOf(button), [...button.closest("ul").children].indexOf(button.closest("li"))];
      change(question, (id) => state.remark(id, "evidence", state.get(id).evidence.filter((entry, other) => other !== which)));
    },
  };
  /** In the list, what is touched is what keys are for. */
  const attend = (element) => {
    const question = questionOf(element);
    if (!question || question.at === at) return;
    const before = current();
    [at, highlighted, ticking, choosesBase] = [question.at, null, null, false];
    if (before) paint(before);
    paint(question);
    progress();
  };
  document.addEventListener("focusin", (event) => attend(event.target));
  document.addEventListener("click", (event) => {
    attend(event.target);
    const button = event.target.closest("[data-do]");
    if (button) return actions[button.dataset.do](button);
    if (event.target.closest(".term")) {
      event.preventDefault();
      return openHelp();
    }
    // Anywhere on a statement, but for what has a meaning of its own, and for words that are being marked.
    if (event.target.closest("a, button, input, select, textarea, label, dialog") || String(getSelection())) return undefined;
    const box = find("[data-box][type=checkbox], input[type=checkbox]", event.target.closest("[data-clause]") ?? document.createElement("p"));
    if (box?.getClientRects().length) return box.click();
    return find("input[type=radio]", event.target.closest(".levels > li") ?? document.createElement("p"))?.click();
  });
  document.addEventListener("change", (event) => {
    const { target } = event;
    if (target.name === "language") return speak();
    const question = questionOf(target);
    if (!question) return undefined;
    if (target.type === "radio") {
      choose(question, Number(target.value));
      return choosesBase ? tickAbove() : undefined;
    }
    return target.closest(".box-of") || target.type === "checkbox" ? tick(question, target) : undefined;
  });
  document.addEventListener("click", (event) => {
    const question = event.target.type === "radio" && questionOf(event.target);
    if (question && state.isAnew(question.id)) change(question, (id) => state.confirm(id));
  });
  document.addEventListener("input", (event) => {
    const { target } = event;
    const question = questionOf(target);
    if (!question || ["radio", "checkbox"].includes(target.type) || target.matches("select")) return;
    const excuse = (part) => ({ reason: find(".reason", part).value, until: find(".until", part).value });
    if (target.closest(".exception")) {
      const [part, id] = [target.closest(".exception"), target.closest("[data-clause]").dataset.clause];
      const why = excuse(part);
      const isDone = change(question, (it) => state.except(it, id, why.reason.trim() ? why : null));
      if (!isDone) tell("every_excepted");
      else tell(why.reason.trim() ? "ticking" : "except_reason", { id });
    } else if (target.closest(".na")) {
      const why = excuse(target.closest(".na"));
      question.before ??= { answer: state.get(question.id) };
      if (why.reason.trim()) change(question, (id) => state.excuse(id, why));
      else change(question, (id) => state.put(id, question.before.answer.na ? null : question.before.answer, "na"));
    } else if (target.closest(".note")) {
      change(question, (id) => state.remark(id, "note", target.value));
    } else if (target.closest(".evidence")) {
      const entries = [...target.closest("ul").querySelectorAll("input")].map((input) => input.value);
      change(question, (id) => state.remark(id, "evidence", entries));
    }
  });
  find("#saving form").addEventListener("submit", save);

  // ---- Keys ----
  const keys = {
    x: () => {
      const clause = document.activeElement?.closest("[data-clause]");
      if (clause && find(".exception", clause) && (ticking !== null || !data.has_levels)) return except(clause);
      return actions.na();
    },
    p: () => data.has_levels && tickAbove(),
    a: () => !data.has_levels && actions.all(),
    n: actions.note, v: addEvidence, c: clear, z: undo, u: nextOpen, b: actions.back, s: actions.skip,
    j: () => move(1), k: () => move(-1), l: view, "/": openFinding, g: openFinding, "?": openHelp,
    ArrowDown: () => move(1), ArrowUp: () => move(-1), ArrowLeft: actions.back, ArrowRight: actions.skip, Backspace: actions.back,
    Enter: proceed,
  };
  const onCover = { Enter: start, s: start, ArrowRight: start, u: start, l: view, "/": openFinding, g: openFinding, "?": openHelp, z: undo };
  const onEnd = { b: actions.back, ArrowLeft: actions.back, Backspace: actions.back, u: nextOpen, z: undo, l: view, "/": openFinding, g: openFinding, "?": openHelp, Enter: openSaving };

  /** The key that was meant: also under an input method, and typed in full width or as a capital. */
  const meant = (event) => {
    const typed = event.key === "Process" ? event.code.replace(/^(Key|Digit)/, "") : event.key;
    return [...typed].length === 1 ? typed.normalize("NFKC").toLowerCase() : typed;
  };
  const leaveField = (event) => {
    const { target, key } = event;
    const isLong = target.matches("textarea");
    if (key !== "Escape" && (key !== "Enter" || (isLong && !event.ctrlKey && !event.metaKey))) return;
    event.preventDefault();
    const question = questionOf(target);
    if (target.closest(".na") && key === "Enter" && !target.closest(".na").querySelector(".reason").value.trim()) {
      find(".problem", target.closest(".na")).textContent = say("na_reason");
      return;
    }
    const isExcuse = target.closest(".na");
    const clause = target.closest("[data-clause]");
    target.closest(".open")?.classList.remove("open");
    if (target.closest(".evidence")) change(question, (id) => state.remark(id, "evidence", state.get(id).evidence.filter((entry) => entry.trim())));
    target.blur();
    paint(question);
    if (clause) return void (find("[data-box], input[type=checkbox]", clause) ?? find("h3", question.element)).focus();
    if (isExcuse && key === "Enter") {
      answered(question);
      return void go(at + 1);
    }
    find("h3", question.element).focus({ preventScroll: true });
  };
  document.addEventListener("keydown", (event) => {
    if (event.isComposing || find("dialog[open]")) return undefined;
    if (event.target.matches("input:not([type=radio], [type=checkbox]), textarea")) return questionOf(event.target) && leaveField(event);
    if (event.ctrlKey || event.metaKey || event.altKey) return undefined;
    const key = meant(event);
    const isNative = event.target.matches("button, a, select") ? ["Enter", " "] : event.target.type === "radio" || event.target.matches("select") ? ["ArrowUp", "ArrowDown", " "] : [" "];
    if (event.target.name === "language" || (isNative.includes(key) && !(key === " " && ticking))) return undefined;
    const question = current();
    if (key === "Escape" && (ticking !== null || choosesBase || highlighted !== null)) {
      [ticking, choosesBase, highlighted] = [null, false, null];
      tell("");
      return paint(question);
    }
    if (question && (ticking !== null || !data.has_levels) && (/^[\d.]$/.test(key) || (ticking && [" ", "Enter"].includes(key)))) {
      event.preventDefault();
      if (!data.has_levels && key === "0" && !ticking) return actions.none();
      return /^[\d.]$/.test(key) ? typeNumber(key) : typeNumber("", true);
    }
    if (question && data.has_levels && /^\d$/.test(key)) {
      event.preventDefault();
      return key === "0" && !Object.hasOwn(data.levels, "0") ? keys.x() : chooseByKey(Number(key));
    }
    const action = (question ? keys : at < 0 ? onCover : onEnd)[key];
    if (!action) return undefined;
    event.preventDefault();
    return action();
  });

  // ---- Beginning ----
  const speak = () => {
    root.lang = language() === "zh" ? "zh-Hans" : "en";
    form.lang = root.lang;
    document.querySelectorAll("select[data-box]").forEach(wordDegrees);
    tell("");
    questions.filter((question) => question.tools).forEach(paint);
    if (current()) find("#crumb").textContent = textOf(find("h2", current().element.closest(".part")));
    progress();
  };
  addEventListener("storage", (event) => {
    if (event.key !== state.place && event.key !== null) return;
    state.read();
    questions.forEach(paint);
    progress();
  });
  // A browser that keeps nothing asks before it closes the page.
  addEventListener("beforeunload", (event) => { if (!state.isKept() && state.keptCount()) event.preventDefault(); });

  document.querySelectorAll(".levels > li").forEach((statement) => {
    const radio = find("input", statement);
    const names = inLevels(statement, radio);
    find("label", statement).append(...names);
    statement.id = `${radio.name}-${radio.value}`;
    radio.setAttribute("aria-labelledby", statement.id);
  });
  /** The name of a level beside its number; of several none. */
  function inLevels(statement, radio) {
    const pair = find("b", statement).textContent === radio.value ? data.levels[radio.value] : null;
    return (pair ?? []).map((name, which) => Object.assign(document.createElement("span"), { className: "called", lang: ["en", "zh"][which], textContent: name }));
  }
  document.querySelectorAll("[data-clause]").forEach((clause) => {
    const question = questionOf(clause);
    clause.id = `q${question.at + 1}-${clause.dataset.clause}`;
    const simple = find("input[type=checkbox]", clause);
    if (simple) simple.setAttribute("aria-labelledby", clause.id);
  });
  document.querySelectorAll(".scripted, #bar, #steps, #end").forEach((part) => { part.hidden = false; });
  root.classList.add("scripted", "one");
  questions.forEach(paint);
  speak();
  go(-1);
})();
