// Fills in questionnaires as people do, and holds what they save against what the program writes for the same answers.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { count, press, save, shown, status } from "./filling.mjs";
import { accessible, equal, expect, opened, openedIn } from "./harness.mjs";
import { asked, notes, places } from "./noting.mjs";
import { lone, outside } from "./page.mjs";

/** The models of questionnaires that are not about the embedded one. */
const models = { "form-practices": "examples/models/ten-practices", "form-hut": "examples/models/mountain-hut", "form-tiny": "tests/models/tiny" };
/** The answers that a questionnaire came with. */
const answers = {
  "form-answers": "examples/half-finished.toml", "form-hostile": "tests/browser/hostile.toml", "form-tiny": "tests/answers/excepted.toml",
  "form-practices": "examples/models/ten-practices.answers.toml", "form-hut": "examples/models/mountain-hut.answers.toml",
};
const assess = (name, ...words) => {
  const model = models[name] ? ["--model", models[name]] : [];
  return execFileSync(process.env.ASSESS, [...model, "--quiet", "--lang", "en", ...words], { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
};
const score = (name, file) => {
  const { overall, areas } = JSON.parse(assess(name, "score", file, "--format", "json"));
  return { overall, areas };
};

/** Everything that one questionnaire of the folder is held to. */
export async function form(browser, name, file) {
  // The largest are made of the same parts as the others.
  if (!["form-all", "form-answers"].includes(name)) await looks(browser, name, file);
  await withoutScript(browser, name, file);
  if (answers[name]) await goesBack(browser, name, file);
  const own = { "form-delivery": delivery, "form-practices": practices, "form-hut": hut, "form-all": all, "form-alone": alone, "form-anew": asked };
  await own[name]?.(browser, name, file);
}

/** Nothing sticks out and everything is accessible, in what people see most, in every size and scheme. */
async function looks(browser, name, file) {
  const all = [[390, "dark"], [1280, "light"], [390, "light"], [1280, "dark"]];
  for (const [width, colorScheme] of name === "form-delivery" ? all : all.slice(0, 2)) {
    const { page, trouble, close } = await opened(browser, file, { viewport: { width, height: 844 }, colorScheme });
    const hasLevels = await page.locator(".levels").count() > 0;
    const states = {
      cover: [], question: ["u"], clauses: hasLevels ? ["Escape", "p", String(await page.locator(".question input[type=radio]").first().getAttribute("value").catch(() => 1))] : [],
      excuse: ["Escape", "x"], help: ["Escape", "?"], saving: ["Escape"], list: ["Escape", "l"],
    };
    for (const [state, keys] of Object.entries(states)) {
      await press(page, ...keys);
      if (state === "saving") await page.locator("#bar [data-do=save]").click();
      const what = `${name} ${colorScheme} ${width} ${state}`;
      expect(`${what}: nothing sticks out`, await page.evaluate(outside));
      const isLong = state === "list" && name !== "form-tiny";
      if (!isLong) expect(`${what}: axe`, await accessible(page));
    }
    expect(`${name} ${colorScheme} ${width}: quiet`, trouble);
    await close();
  }
}

/** Without its script a questionnaire is read and printed; with it, the same is printed, in the language that is seen. */
async function withoutScript(browser, name, file) {
  const folder = mkdtempSync(join(tmpdir(), "form-"));
  for (const javaScriptEnabled of [false, true]) {
    const { page, close } = await opened(browser, file, { javaScriptEnabled, colorScheme: "dark" });
    if (await page.locator("#language-zh").count()) await page.locator("#language-zh").check();
    const how = javaScriptEnabled ? "with script" : "without script";
    const language = await page.locator("#language-zh").count() ? ":not([lang=en])" : "";
    const questions = await page.locator(`.question legend span${language}`).allTextContents();
    if (!javaScriptEnabled) {
      equal(`${name} ${how}: every question is seen`, await page.locator(".question:visible").count(), await page.locator(".question").count());
      equal(`${name} ${how}: no button that does nothing`, await page.locator("button:visible").count(), 0);
      equal(`${name} ${how}: no choice that would be lost`, await page.locator(".question input").count(), 0);
    }
    const path = join(folder, "form.pdf");
    await page.pdf({ path, preferCSSPageSize: true, printBackground: true });
    const text = execFileSync("pdftotext", ["-layout", path, "-"], { encoding: "utf8" }).replaceAll(/\s/g, "");
    const missing = questions.filter((question) => !text.includes(question.replaceAll(/\s/g, "").slice(0, 8)));
    expect(`${name} ${how}: every question is on paper`, missing);
    const english = await page.locator(".question legend span[lang=en]").allTextContents();
    expect(`${name} ${how}: one language is on paper`, english.filter((question) => text.includes(question.replaceAll(/\s/g, ""))));
    await page.emulateMedia({ media: "print", colorScheme: "dark" });
    equal(`${name} ${how}: paper is white`, await page.evaluate(() => getComputedStyle(document.body).backgroundColor), "rgb(255, 255, 255)");
    await close();
  }
  rmSync(folder, { recursive: true });
}

/** What a questionnaire came with comes out of it as it was. */
async function goesBack(browser, name, file) {
  const { page, trouble, close } = await opened(browser, file, {});
  const { path, text, called } = await save(page, "Ann Lee");
  equal(`${name}: the file is called by the name`, called, "Ann-Lee.answers.toml");
  expect(`${name}: the name is the one assessor`, text.includes('\nassessors = ["Ann Lee"]\n') ? [] : [text.slice(0, 400)]);
  equal(`${name}: the saved answers are those that were filled in`, score(name, path), score(name, answers[name]));
  equal(`${name}: nothing of it is obeyed`, (await page.title()) === "owned", false);
  expect(`${name}: quiet`, trouble);
  await close();
}

const NOTE = "two lines:\n\t\"quoted\", 'single', \\ and \u0001\u007f, 中文 😀";
const EVIDENCE = ["docs/branching.md", "C:\\wiki\\it's", "say \"it's\" '''so'''"];

/** Answers by keyboard and by mouse, over a reload and in two windows, and the same in the terminal. */
async function delivery(browser, name, file) {
  const { page, trouble, context, close } = await opened(browser, file, { viewport: { width: 1280, height: 844 } });
  const id = (end) => `delivery.configuration.version-control.${end}`;
  equal(`${name}: nothing is answered at first`, (await count(page)).startsWith("0 of"), true);
  await press(page, "Enter");
  equal(`${name}: Enter starts with the first question`, await shown(page), id("system"));
  await press(page, "Enter");
  equal(`${name}: a stray Enter answers nothing`, await shown(page), id("system"));
  await press(page, "3");
  equal(`${name}: a digit answers and goes on`, await shown(page), id("branching"));
  equal(`${name}: what was answered is said`, await status(page), "Version control system: level 3 Consistent");
  await press(page, "9");
  equal(`${name}: a level that is not there is said`, await status(page), "there is no level 9");

  await press(page, "p", "2", "3", "1");
  equal(`${name}: a number ticks its clause`, await page.locator(".question.current [data-box='3.1']").isChecked(), true);
  await press(page, "n");
  await page.keyboard.type("x");
  await page.locator(".question.current textarea").fill(NOTE);
  await press(page, "Escape", "v");
  for (const entry of EVIDENCE) {
    await page.keyboard.type(entry);
    await press(page, "Enter", "v");
  }
  await press(page, "Escape", "Enter");
  equal(`${name}: Enter goes on from a part of a level`, await shown(page), id("artifacts"));

  await press(page, "ArrowDown", "j", "ArrowDown", "p", "4", "1", "j", "x");
  await page.keyboard.type("we use no third-party code");
  await press(page, "Enter", "Enter");
  await press(page, "x", "Enter");
  equal(`${name}: an empty reason is refused`, await shown(page), id("single-source"));
  expect(`${name}: and it is said`, (await page.locator(".question.current .na .problem").textContent()).includes("say why") ? [] : ["not said"]);
  await page.keyboard.type("static site: # nothing");
  await press(page, "Enter", "s", "ArrowLeft");
  const next = await shown(page);
  await page.locator(".question.current .levels > li").nth(1).locator("li").first().click();
  await page.locator(".question.current [data-do=part]").click();
  const box = page.locator(".question.current [data-box]").first();
  const ticked = await box.getAttribute("data-box");
  await box.check();
  await page.locator("#steps [data-do=skip]").click();
  equal(`${name}: five questions are answered`, (await count(page)).includes("· 5 answered ·"), true);

  await press(page, "2", "ArrowLeft", "c");
  const cleared = await shown(page);
  equal(`${name}: a cleared answer is gone`, (await count(page)).includes("· 5 answered ·"), true);
  await press(page, "z");
  equal(`${name}: and comes back`, (await count(page)).includes("· 6 answered ·"), true);
  await press(page, "z");

  await page.reload();
  equal(`${name}: what is kept is said`, await page.locator("#kept > span").textContent(), "5 answers given in this browser are shown.");
  equal(`${name}: a reload keeps all`, (await count(page)).startsWith("5 of"), true);
  for (const typed of [{ key: "、" }, { key: "Process", code: "Slash" }]) {
    await page.locator("body").dispatchEvent("keydown", { bubbles: true, cancelable: true, ...typed });
    equal(`${name}: an input method that was left on searches too`, await page.locator("dialog[open]").count(), 1);
    await press(page, "Escape");
  }
  await press(page, "/");
  await page.keyboard.type("branches merged");
  await press(page, "Enter");
  equal(`${name}: a question is found by its words`, await shown(page), id("branching"));
  equal(`${name}: the note is as it was`, await page.locator(".question.current textarea").inputValue(), NOTE);

  const other = await openedIn(context, file);
  await press(other.page, "u", "4");
  await press(page, "u", "u", "1");
  expect(`${name}: two windows lose nothing of each other`, (await count(page)).includes("7 answered") ? [] : [await count(page)]);
  await press(page, "z");
  await press(other.page, "z");
  await other.page.close();

  await page.locator("#bar [data-do=save]").click();
  await press(page, "Enter");
  expect(`${name}: a name is asked for`, (await page.locator("#name-problem").textContent()).includes("your name") ? [] : ["not said"]);
  await press(page, "Escape");
  const { called, path, text } = await save(page, " O'Brien \"Ann\" 李\\ ");
  equal(`${name}: the file is called by the name`, called, "O-Brien-Ann-李.answers.toml");
  await names(page, name);
  await inTheTerminal(name, path, text, { next, ticked, cleared, id });

  await press(page, "Home");
  await page.locator("#language-zh").check();
  expect(`${name}: the words change with the language`, (await count(page)).includes("已答") ? [] : [await count(page)]);
  equal(`${name}: so does the language of the page`, await page.evaluate(() => document.documentElement.lang), "zh-Hans");
  await page.reload();
  expect(`${name}: and is kept over a reload`, (await count(page)).startsWith("已答 5/") ? [] : [await count(page)]);
  await page.locator("#kept [data-do=forget]").click();
  await page.locator("#forgetting [data-do=close]").click();
  equal(`${name}: clearing is asked about`, (await count(page)).startsWith("已答 5/"), true);
  await page.locator("#kept [data-do=forget]").click();
  await page.locator("[data-do=forget-all]").click();
  await page.reload();
  equal(`${name}: what was cleared is gone`, (await count(page)).startsWith("已答 0/"), true);
  expect(`${name}: quiet`, trouble);
  await close();
  await withoutStorage(browser, name, file);
  await withForeignStorage(browser, name, file);
  await inAChineseBrowser(browser, name, file);
  await severalKeys(browser, name, file);
  await notes(browser, name, file);
  await places(browser, name, file);
}

/** A page opens in the language of the browser, and in the one that was chosen from then on. */
async function inAChineseBrowser(browser, name, file) {
  const seen = (page) => page.evaluate(() => document.documentElement.lang);
  for (const [locale, lang] of [["zh-TW", "zh-Hans"], ["zh", "zh-Hans"], ["en-GB", "en"], ["de", "en"]]) {
    const { page, close } = await opened(browser, file, { locale });
    equal(`${name}: the language in a browser of ${locale}`, await seen(page), lang);
    await press(page, "Enter", "3");
    equal(`${name}: what is said in a browser of ${locale}`, (await status(page)).includes("级别"), lang !== "en");
    await page.locator("#language-en").check();
    await page.reload();
    equal(`${name}: the language that was chosen in a browser of ${locale}`, await seen(page), "en");
    await close();
  }
}

/** Keys that go on from the one before: a grade is typed as it is written, and a reason is given to the rest of a part. */
async function severalKeys(browser, name, file) {
  const { page, trouble, close } = await opened(browser, file, {});
  await press(page, "Enter", "2", "-");
  equal(`${name}: a grade that is none is said`, await status(page), "there is no 2- here: level 2 asks fewer than two things; Version control system stays level 2 Repeatable");
  await press(page, "3", "-");
  equal(`${name}: a grade is typed as it is written`, await status(page), "Branching: 3-: level 2 and a part of level 3, not said which");
  await press(page, "z", "Enter");
  equal(`${name}: and taken back to the level`, await page.locator("[id$='version-control.branching'] .said").textContent(), "level 3 Consistent");
  await press(page, "-");
  expect(`${name}: only right after the digit`, (await count(page)).includes("2 answered") ? [] : [await count(page)]);
  await press(page, "x");
  await page.keyboard.type("we ship nothing");
  await press(page, "Enter");
  equal(`${name}: the rest of the part is offered`, await status(page), "Build artifacts: does not apply: we ship nothing; a: the same for the other 1 of this part");
  await press(page, "a");
  expect(`${name}: and takes the reason`, (await count(page)).includes("4 answered") ? [] : [await count(page)]);
  equal(`${name}: then it goes on after the part`, await shown(page), "delivery.configuration.traceability.change-process");
  await press(page, "x");
  await page.keyboard.type("nothing changes");
  await press(page, "Enter", "a");
  expect(`${name}: all of a part`, (await count(page)).includes("7 answered") ? [] : [await count(page)]);
  await press(page, "z");
  equal(`${name}: is undone at once`, await status(page), "undone: 2 answers");
  expect(`${name}: and nothing more`, (await count(page)).includes("5 answered") ? [] : [await count(page)]);
  await press(page, "x");
  await page.keyboard.type("nor here");
  await press(page, "Enter");
  await page.locator(".question.current .levels > li").first().click();
  await press(page, "a", "-", "z", "z");
  expect(`${name}: nor after a click`, (await count(page)).includes("5 answered") ? [] : [await count(page)]);
  await press(page, "s", "s", "a");
  expect(`${name}: a means nothing later`, (await count(page)).includes("5 answered") ? [] : [await count(page)]);
  expect(`${name}: quiet`, trouble);
  await close();
  await byTouch(browser, name, file);
}

/** Where there are no keys, a reason is given to the rest of its part by a button below it. */
async function byTouch(browser, name, file) {
  const { page, trouble, close } = await opened(browser, file, { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  await page.locator("#cover [data-do=start]").first().tap();
  const [na, rest] = ["na", "rest"].map((what) => page.locator(`.question.current [data-do=${what}]`));
  await na.tap();
  equal(`${name}: without a reason there is nothing to give`, await rest.isVisible(), false);
  await page.locator(".question.current .na .reason").fill("we have no code");
  await rest.tap();
  equal(`${name}: a tap gives the reason to the rest`, await status(page), "3 more do not apply");
  equal(`${name}: and goes on after the part`, await shown(page), "delivery.configuration.traceability.change-process");
  await page.locator("#steps [data-do=back]").tap();
  equal(`${name}: then nothing is left to give it to`, await rest.isVisible(), false);
  await page.locator(".question.current [data-do=clear]").tap();
  await page.locator("#undo").tap();
  expect(`${name}: a tap takes back what was cleared`, (await status(page)).startsWith("undone: ") ? [] : [await status(page)]);
  equal(`${name}: after which there is nothing to take back by a tap`, await page.locator("#undo").isVisible(), false);
  expect(`${name}: quiet by touch`, trouble);
  await close();
}

/** The page calls a file as the program does. */
async function names(page, name) {
  const list = JSON.parse(readFileSync("tests/forms/names.json", "utf8"));
  const called = await page.evaluate((all) => all.map((one) => answersFile.fileName(one)), list.map(([one]) => one));
  for (const [at, [one, wanted]] of list.entries()) equal(`${name}: the file of ${JSON.stringify(one)}`, called[at], wanted);
}

/** The same answers by `assess set`: the same lines, and the same score. */
async function inTheTerminal(name, path, text, { next, ticked, cleared, id }) {
  const folder = mkdtempSync(join(tmpdir(), "form-"));
  const own = join(folder, "own.toml");
  assess(name, "init", own, "--scope", "delivery");
  const set = (...words) => assess(name, "set", own, ...words);
  set(id("system"), "3");
  set(id("branching"), "2", "--met", "3.1", "--note", NOTE, ...EVIDENCE.flatMap((entry) => ["--evidence", entry]));
  set(id("artifacts"), "3", "--met", "4.1", "--except", "4.2=we use no third-party code");
  set(id("single-source"), "na:static site: # nothing");
  const [level] = ticked.split(".").map((part) => Number(part) - 1);
  set(next, String(level), "--met", ticked);
  const said = (all) => {
    const lines = all.split("\n").filter((line) => line.trim() && !line.startsWith("#"));
    return lines.filter((line, at) => !line.startsWith("[") || (lines[at + 1] ?? "[").startsWith("[") === false);
  };
  const answersOf = (all) => said(all).slice(said(all).findIndex((line) => line.startsWith("[answers.")));
  equal(`${name}: the file says what the program would have written`, answersOf(text).join("\n"), answersOf(readFileSync(own, "utf8")).join("\n"));
  const today = new Date().toLocaleDateString("sv");
  const head = ["schema = 1", "[assessment]", 'model = "devops"', 'model-version = "1.1"', `date = ${today}`, `assessors = ['''O'Brien "Ann" 李\\''']`, 'scope = ["delivery"]'];
  equal(`${name}: what it is of stands in its head`, said(text).slice(0, head.length).join("\n"), head.join("\n"));
  equal(`${name}: what was cleared is not in it`, text.includes(`\n${cleared.split(".").at(-1)} = 2`), false);
  equal(`${name}: the score is that of the terminal`, score(name, path), score(name, own));
  rmSync(folder, { recursive: true });
}

/** A browser that keeps nothing says so, and saves all the same. */
async function withoutStorage(browser, name, file) {
  const { page, context, close } = await opened(browser, file, {});
  await context.addInitScript(() => Object.defineProperty(globalThis, "localStorage", { get() { throw new DOMException("denied", "SecurityError"); } }));
  await page.reload();
  expect(`${name}: a browser that keeps nothing says so`, (await page.locator("#keeping").textContent()).includes("keeps nothing") ? [] : ["not said"]);
  await press(page, "Enter", "3");
  expect(`${name}: as long as one answers`, (await count(page)).includes("not kept") ? [] : [await count(page)]);
  const { text } = await save(page, "con");
  expect(`${name}: what is answered is saved all the same`, text.includes("\nsystem = 3\n") ? [] : [text]);
  await close();
}

/** Whatever lies in the storage, what is saved can be read. */
async function withForeignStorage(browser, name, file) {
  const { page, context, trouble, close } = await opened(browser, file, {});
  const place = "assess.form/devops/1.1/";
  const branching = "delivery.configuration.version-control.branching";
  const odd = [
    "{", "7", "null", '{"answers":[1]}', '{"name":{},"answers":{"__proto__":{"level":3}}}',
    JSON.stringify({ answers: { [branching]: { level: 2, part: 3, met: ["1.1", "3.1", "9.9"], degrees: { 3.1: "x" }, except: { 3.1: { reason: "<b>" }, 4.1: 5 }, na: { reason: " " }, note: 5, evidence: [{}] } } }),
    JSON.stringify({ answers: { [branching]: { level: 77, met: "3.1", except: { 3.1: { reason: "x" } }, note: "n" } } }),
  ];
  for (const kept of odd) {
    await page.evaluate(([key, value]) => localStorage.setItem(key, value), [place, kept]);
    await page.reload();
    const { path } = await save(page, "Ann");
    expect(`${name}: ${kept.slice(0, 40)} in the storage does no harm`, assess(name, "score", path).length ? [] : ["no score"]);
  }
  await context.clearCookies();
  expect(`${name}: quiet`, trouble);
  await close();
}

/** A model without levels is answered by its clauses. */
async function practices(browser, name, file) {
  const { page, trouble, close } = await opened(browser, file, {});
  await press(page, "Enter", "1", ".", "1");
  equal(`${name}: a number ticks its clause`, await page.locator(".question.current input[type=checkbox]").first().isChecked(), true);
  await press(page, "0");
  equal(`${name}: 0 is none of it`, await page.locator(".question.current .said").textContent(), "none of it");
  await press(page, "a");
  equal(`${name}: a is all of it`, await page.locator(".question.current .said").textContent(), "all of it");
  await press(page, "j", "x");
  await page.keyboard.type("not here");
  await press(page, "Enter");
  await press(page, "/");
  await page.keyboard.type(await page.locator("[id='people.on-boarding'] h3").textContent());
  await press(page, "Enter", "n");
  await page.keyboard.type("kept");
  await page.locator(".question.current .na .reason").fill("");
  equal(`${name}: without its reason a question is not excused`, (await count(page)).includes("9 answered"), true);
  await press(page, "Escape");
  const { text, path } = await save(page, "Ann");
  expect(`${name}: and what else was said of it stays`, text.includes('\non-boarding = { note = "kept" }\n') ? [] : [text]);
  expect(`${name}: and it is saved so`, text.includes('\nretrospective = { met = ["1.1"], except = { "1.2" = "not here" } }\n') ? [] : [text]);
  expect(`${name}: what is saved is read`, score(name, path).overall ? [] : ["no score"]);
  expect(`${name}: quiet`, trouble);
  await close();
}

/** A clause that is met to a degree is answered by a choice of degrees. */
async function hut(browser, name, file) {
  const { page, trouble, close } = await opened(browser, file, {});
  await press(page, "Enter", "b", "Home");
  const choice = page.locator(".question.current select[data-box]").first();
  await press(page, "p", "0");
  if (!(await choice.isVisible())) await press(page, "p");
  await choice.selectOption("partly");
  await choice.focus();
  await press(page, "+");
  equal(`${name}: + is one degree more`, await choice.inputValue(), "largely");
  const { text, path } = await save(page, "Ann");
  expect(`${name}: degrees are saved`, /degrees = \{ "\d\.\d" = "largely"/.test(text) ? [] : [text]);
  expect(`${name}: what is saved is read`, score(name, path).overall ? [] : ["no score"]);
  expect(`${name}: quiet`, trouble);
  await close();
}

/** All five areas fit into a mail, and what they ask twice in the same words is answered once. */
async function all(browser, name, file) {
  const { size } = statSync(file);
  expect(`${name}: below 650 kB`, size < 650_000 ? [] : [`${size} bytes`]);
  const { page, trouble, close } = await opened(browser, file, {});
  const at = (id) => page.evaluate((it) => places.go(state.byId.get(it).at), id);
  const highlighted = () => page.locator(".question.current .highlighted input").evaluateAll((found) => found.map(({ value }) => value).join());
  await at("agile.requirements.test-cases.people");
  equal(`${name}: nothing is highlighted before`, await highlighted(), "");
  await press(page, "5");
  await at("agile.planning.clarification.people");
  equal(`${name}: what was answered in the same words is highlighted`, await highlighted(), "5");
  equal(`${name}: and said`, await page.locator(".question.current .said").textContent(), "answered elsewhere in the same words, in “Requirements and test cases › People”: level 5 Optimizing; Enter takes it");
  await press(page, "n");
  await page.keyboard.type("as there");
  await press(page, "Escape", "Enter");
  equal(`${name}: Enter takes it`, (await count(page)).includes("2 answered"), true);
  await at("agile.requirements.collection.people");
  equal(`${name}: other words are another question`, await highlighted(), "");
  await press(page, "p", "4");
  const met = await page.locator(".question.current .elsewhere").evaluateAll((found) => found.map((it) => `${it.parentElement.dataset.clause} ${it.textContent}`).join("; "));
  equal(`${name}: clauses in the same words say where they are met`, met, [1, 2, 3, 4, 5, 6, 7].map((number) => `5.${number} met at “Requirements and test cases › People”`).join("; "));
  await press(page, "5", "1");
  equal(`${name}: until they are ticked`, await page.locator(".question.current .elsewhere").count(), 6);
  await at("agile.requirements.test-cases.people");
  await press(page, "c");
  await at("agile.planning.clarification.people");
  await press(page, "c");
  await at("agile.requirements.test-cases.people");
  equal(`${name}: what is answered nowhere is not`, await highlighted(), "");
  expect(`${name}: quiet`, trouble);
  await close();
}

/** In one language there is nothing to switch, and no word of the other. */
async function alone(browser, name, file) {
  const { page, close } = await opened(browser, file, { viewport: { width: 390, height: 844 } });
  expect(`${name}: no character is alone on the last line`, await page.evaluate(lone));
  equal(`${name}: no switch`, await page.locator(".switch").count(), 0);
  await press(page, "Enter", "3");
  expect(`${name}: Chinese words`, /级别 3 一致的/.test(await status(page)) ? [] : [await status(page)]);
  await press(page, "l");
  await page.locator(".term").first().click();
  const means = await page.locator("#explained p").first().textContent();
  expect(`${name}: a term and its meaning have a Chinese colon between them`, /^[^:：]+：/.test(means) ? [] : [means]);
  await close();
}
