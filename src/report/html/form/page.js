"use strict";
// Keys, mouse and touch: what each of them does. And how the page begins.
(() => {
  const { data, questions } = state;
  const { here } = screen;
  const { current, go } = places;

  const buttons = {
    start: places.start, view: places.view, open: places.nextOpen,
    back: () => places.move(-1), skip: () => places.move(1),
    save: dialogs.openSaving, find: dialogs.openFinding, help: dialogs.openHelp,
    forget: dialogs.openForgetting, "forget-all": dialogs.forget, close: (button) => button.closest("dialog").close(),
    part: actions.tickAbove, na: actions.excuse, note: () => actions.open(".note", "textarea"), evidence: actions.addEvidence,
    all: () => actions.tickAll(true), none: () => actions.tickAll(false), clear: actions.clear, undo: actions.undo, except: actions.except,
    "add-entry": actions.addEvidence, "remove-entry": actions.removeEvidence, rest: (button) => actions.excuseRest(actions.questionOf(button)),
  };
  const anywhere = { l: places.view, u: places.nextOpen, z: actions.undo, "/": dialogs.openFinding, g: dialogs.openFinding, "?": dialogs.openHelp };
  const back = { b: buttons.back, ArrowLeft: buttons.back, Backspace: buttons.back };
  const onCover = { ...anywhere, Enter: places.start, s: places.start, ArrowRight: places.start, u: places.start };
  const onEnd = { ...anywhere, ...back, Enter: dialogs.openSaving };
  const onQuestion = {
    ...anywhere, ...back, s: buttons.skip, ArrowRight: buttons.skip, Enter: actions.proceed,
    j: () => actions.move(1), k: () => actions.move(-1), ArrowDown: () => actions.move(1), ArrowUp: () => actions.move(-1),
    x: () => (isAtBox() ? actions.except(document.activeElement) : actions.excuse()),
    n: buttons.note, v: actions.addEvidence, c: actions.clear,
    "+": () => actions.changeDegree(1), "=": () => actions.changeDegree(1), "-": () => actions.changeDegree(-1),
    ...(data.has_levels ? { p: actions.tickAbove } : { a: buttons.all, 0: buttons.none }),
  };
  const isAtBox = () => (here.ticking !== null || !data.has_levels) && Boolean(find(".exception", actions.clauseOf(document.activeElement) ?? document.createElement("p")));

  /** The key that was meant: also under an input method, typed in full width or as a capital. */
  const meant = ({ key, code, shiftKey }) => {
    const signs = { Slash: shiftKey ? "?" : "/", Minus: "-", Equal: shiftKey ? "+" : "=", Period: "." };
    const typed = key === "Process" ? (signs[code] ?? code.replace(/^(Key|Digit)/, "")) : ({ "、": "/", "。": "." }[key] ?? key);
    return [...typed].length === 1 ? typed.normalize("NFKC").toLowerCase() : typed;
  };
  /** Keys that a control has a use for itself. */
  const isItsOwn = ({ target }, key) => {
    if (target.name === "language") return key === " " || key.startsWith("Arrow");
    if (target.matches("select") || target.type === "radio") return [" ", "ArrowUp", "ArrowDown"].includes(key);
    return target.matches("button, a") ? [" ", "Enter"].includes(key) : key === " ";
  };
  const typed = (event) => {
    const { target, key } = event;
    if (!actions.questionOf(target) || !["Enter", "Escape"].includes(key)) return;
    // A note is a line, as in the terminal, but may be given more of them.
    if (event.shiftKey && target.matches("textarea")) return;
    event.preventDefault();
    actions.leave(target, key === "Enter");
  };
  /** What a key does on a question while clauses are ticked, or a level is chosen; `null` where it does what it always does. */
  const special = (key) => {
    const isBusy = here.ticking !== null || here.choosesBase || here.highlighted !== null;
    if (key === "Escape") return isBusy ? actions.stopTicking : null;
    const isNumber = /^[\d.]$/.test(key);
    if (here.ticking && [" ", "Enter"].includes(key)) return () => actions.typeNumber();
    if (here.ticking !== null && isNumber) return () => actions.typeNumber(key);
    if (!data.has_levels) return isNumber && (key !== "0" || here.ticking) ? startNumber(key) : null;
    if (!/^\d$/.test(key)) return null;
    return key === "0" && !Object.hasOwn(data.levels, "0") ? onQuestion.x : () => actions.chooseByKey(Number(key));
  };
  /** What a key does because of the one before it; `null` where it does what it does anywhere. */
  const following = (key) => {
    const { typed, excused } = here;
    if (key === "-" && typed) return () => actions.partOf(typed);
    return key === "a" && excused ? () => actions.excuseRest(excused) : null;
  };
  const startNumber = (key) => () => {
    here.ticking = "";
    screen.paint(current());
    actions.typeNumber(key);
  };
  document.addEventListener("keydown", (event) => {
    if (isComposing(event) || find("dialog[open]")) return;
    if (isField(event.target)) {
      typed(event);
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const key = meant(event);
    const act = following(key) ?? (current() && special(key));
    if (!act && isItsOwn(event, key)) return;
    const action = act ?? (current() ? onQuestion : here.at < 0 ? onCover : onEnd)[key];
    if (!action) return;
    Object.assign(here, { typed: null, excused: null });
    event.preventDefault();
    action();
  });

  document.addEventListener("focusin", (event) => places.attend(actions.questionOf(event.target)));
  document.addEventListener("click", (event) => {
    const { target } = event;
    const question = actions.questionOf(target);
    places.attend(question);
    const button = target.closest("[data-do]");
    if (button) buttons[button.dataset.do](button);
    else if (target.closest(".term")) {
      event.preventDefault();
      dialogs.openHelp();
    } else if (question && target.type === "radio" && state.isAnew(question.id)) {
      actions.change(question, state.confirm);
    } else if (!target.closest("a, button, input, select, textarea, label, dialog") && !String(getSelection())) {
      clickStatement(target);
    }
  });
  /** Anywhere on a statement chooses it, and anywhere on a clause with a box ticks that. */
  const clickStatement = (target) => {
    const box = [...(actions.clauseOf(target)?.querySelectorAll("input[type=checkbox]") ?? [])].find((it) => it.getClientRects().length);
    const statement = target.closest(".levels > li");
    if (box) box.click();
    else if (statement) find("input[type=radio]", statement).click();
  };
  document.addEventListener("change", ({ target }) => {
    if (target.name === "language") {
      state.language.set(target.value);
      speak();
    } else if (target.type === "radio") {
      actions.choose(actions.questionOf(target), Number(target.value));
      if (here.choosesBase) actions.tickAbove();
    } else if (target.type === "checkbox" || target.matches("[data-box]")) actions.tick(target);
  });
  document.addEventListener("input", ({ target }) => {
    if (actions.questionOf(target) && isField(target)) actions.type(target);
  });
  addEventListener("scroll", places.follow, { passive: true });

  // Another window may answer too.
  addEventListener("storage", (event) => {
    if (event.key !== state.place && event.key !== null) return;
    state.read();
    questions.forEach(screen.paint);
    places.progress();
  });
  // Where nothing is kept, the browser asks before it closes the page.
  addEventListener("beforeunload", (event) => { if (!state.isKept() && state.isAnythingKept()) event.preventDefault(); });

  const speak = () => {
    document.documentElement.lang = words.language() === "zh" ? "zh-Hans" : "en";
    find("#form").lang = document.documentElement.lang;
    document.querySelectorAll("select[data-box]").forEach(screen.wordDegrees);
    words.tell();
    questions.filter((question) => question.tools).forEach(screen.paint);
    places.progress();
  };

  /** The name of a level stands beside its number; of several none. */
  const nameLevel = (statement) => {
    const [radio, label] = [find("input", statement), find("label", statement)];
    const names = find("b", label).textContent === radio.value ? data.levels[radio.value] : null;
    const inBoth = names && names[0] !== names[1] && document.querySelectorAll("input[name=language]").length;
    const shown = inBoth ? names.map((textContent, which) => ({ textContent, lang: ["en", "zh"][which] })) : [{ textContent: words.inLanguage(names) }];
    label.append(...shown.map((fields) => Object.assign(document.createElement("span"), { className: "called", ...fields })));
  };
  document.querySelectorAll(".levels > li").forEach(nameLevel);
  document.querySelectorAll(".scripted, #bar, #steps, #end").forEach((part) => { part.hidden = false; });
  document.documentElement.classList.add("scripted", "one");
  // The language that was chosen here, else that of the browser where the page has it, else the one it was made in.
  const isChinese = /^zh(-|$)/i.test(navigator.language);
  const wanted = [state.language.get(), isChinese ? "zh" : ""].map((it) => [...document.querySelectorAll("input[name=language]")].find(({ value }) => value === it));
  const choice = wanted.find(Boolean);
  if (choice) choice.checked = true;
  questions.forEach(screen.paint);
  speak();
  go(-1);
})();
