// Opens every report of a folder in Chromium and checks what a reader relies on.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { form } from "./form.mjs";
import { accessible, expect, opened, tally, valid } from "./harness.mjs";
import { labelProblems, outside, squeezed } from "./page.mjs";

const widths = [390, 1024, 1440];
/** Reports that are looked at in every size, scheme and language. */
const thorough = ["half-finished", "hostile", "trend"];

/** The languages that a report can be read in. */
async function languages(page) {
  const choices = await page.locator("input[name=language]").evaluateAll((all) => all.map((one) => one.value));
  return choices.length ? choices : [await page.locator("article").getAttribute("id")];
}

async function choose(page, language) {
  const choice = page.locator(`#language-${language}`);
  if (await choice.count()) await choice.check();
}

async function looks(browser, name, file) {
  for (const width of widths) {
    const isThorough = thorough.includes(name);
    const schemes = isThorough ? ["light", "dark"] : [width === 390 ? "dark" : "light"];
    for (const colorScheme of schemes) {
      const viewport = { width, height: 900 };
      const { page, trouble, close } = await opened(browser, file, { viewport, colorScheme });
      for (const language of await languages(page)) {
        const what = `${name} ${language} ${colorScheme} ${width}`;
        await choose(page, language);
        await page.locator(`#${language} details`).evaluateAll((all) => all.forEach((one) => (one.open = true)));
        expect(`${what}: nothing sticks out`, await page.evaluate(outside));
        expect(`${what}: labels keep apart`, await page.evaluate(labelProblems));
        const isSample = (language === "zh") === (width === 390);
        if (width !== 1024 && (isThorough || isSample)) expect(`${what}: axe`, await accessible(page));
      }
      expect(`${name} ${colorScheme} ${width}: quiet`, trouble);
      await close();
    }
  }
}

/** Switching and folding with the keyboard alone, with and without scripts. */
async function keyboard(browser, name, file) {
  for (const javaScriptEnabled of [true, false]) {
    const { page, close } = await opened(browser, file, { javaScriptEnabled });
    const how = javaScriptEnabled ? "with script" : "without script";
    const shown = () => page.locator("article:visible").evaluateAll((all) => all.map((one) => one.id).join());
    if (await page.locator("#language-zh").count()) {
      const [first] = (await shown()).split(",");
      await page.keyboard.press("Tab");
      await page.keyboard.press(first === "en" ? "ArrowRight" : "ArrowLeft");
      const then = await shown();
      expect(`${name} ${how}: the arrow keys switch the language`, then !== first && !then.includes(",") ? [] : [then]);
    }
    const fold = page.locator("article:visible details.sheet").first();
    await fold.locator("summary").focus();
    await page.keyboard.press("Enter");
    const isOpen = await fold.evaluate((one) => one.open);
    expect(`${name} ${how}: Enter unfolds`, isOpen ? [] : ["it stays folded"]);
    await close();
  }
}

/** On paper: a summary of two pages, or everything unfolded, light, in one language, no row cut in two. */
async function paper(browser, name, file) {
  const { page, close } = await opened(browser, file, { colorScheme: "dark" });
  const folder = mkdtempSync(join(tmpdir(), "paper-"));
  for (const language of await languages(page)) {
    await page.emulateMedia({ media: "screen" });
    await choose(page, language);
    await page.emulateMedia({ media: "print", colorScheme: "dark" });
    const ground = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    expect(`${name} ${language}: paper is white`, ground === "rgb(255, 255, 255)" ? [] : [ground]);
    await page.setViewportSize({ width: 680, height: 900 });
    expect(`${name} ${language}: no title is squeezed on paper`, await page.evaluate(squeezed));
    const path = join(folder, `${language}.pdf`);
    const print = async () => {
      await page.pdf({ path, preferCSSPageSize: true, printBackground: true });
      return execFileSync("pdftotext", ["-layout", path, "-"], { encoding: "utf8" }).split("\f").filter((text) => text.trim());
    };
    const summary = await print();
    expect(`${name} ${language}: the summary is two pages`, summary.length <= 2 || name === "hostile" ? [] : [`${summary.length} pages`]);
    await page.emulateMedia({ media: "screen" });
    await page.locator(`#${language}-print-everything`).check();
    await page.emulateMedia({ media: "print", colorScheme: "dark" });
    await print();
    const pages = execFileSync("pdftotext", ["-layout", path, "-"], { encoding: "utf8" }).split("\f");
    const all = pages.join("").replaceAll(/\s/g, "");
    const questions = await page.locator(`#${language} .question`).allTextContents();
    const folded = questions.filter((question) => !all.includes(question.replaceAll(/\s/g, "").slice(0, 8)));
    expect(`${name} ${language}: what is folded is printed`, folded);
    expect(`${name} ${language}: no row is cut`, await cutRows(page, language, pages));
  }
  rmSync(folder, { recursive: true });
  await close();
}

/** Pages on which the table of levels goes on with something else than the name of a row. */
async function cutRows(page, language, pages) {
  const table = page.locator(`#${language} .ledger`);
  const heading = (await table.locator("thead th").first().textContent()).replaceAll(/\s/g, "");
  const names = (await table.locator("tbody th").allTextContents()).map((name) => name.replaceAll(/\s/g, ""));
  const lines = (text) => text.split("\n").map((line) => line.trim()).filter(Boolean);
  const problems = pages.map((text) => {
    const all = lines(text);
    const at = all.findIndex((line) => line.replaceAll(/\s/g, "").startsWith(heading));
    const next = at < 0 ? "" : (all[at + 1] ?? "").replaceAll(/\s/g, "");
    // A name may go on in the next line, but begins in the first.
    return next === "" || names.some((name) => next.startsWith(name.slice(0, 4))) ? null : `cut: ${next}`;
  });
  return problems.filter(Boolean);
}

/** The picture of all teams: sorted and searched with the keyboard alone, readable without a script, whole on paper. */
async function teams(browser, name, file) {
  const { page, close } = await opened(browser, file, { viewport: { width: 1440, height: 900 } });
  const rows = () => page.locator("article:visible .matrix tbody:not(.medians) tr:visible:not(.peers)");
  const first = async () => (await rows().first().locator("th").textContent()).trim();
  const all = await rows().count();
  const sort = page.locator("article:visible [data-tool=sort]");
  await sort.focus();
  await sort.selectOption("0");
  const names = (await rows().locator("th").allTextContents()).map((text) => text.trim());
  const sorted = [...names].sort((one, other) => one.localeCompare(other, "en"));
  expect(`${name}: sorted by name`, names.join() === sorted.join() ? [] : [names.join()]);
  await page.locator("article:visible .matrix thead tr:first-child th").first().click();
  expect(`${name}: a click on a head sorts too`, (await sort.inputValue()) === "0" ? [] : [await sort.inputValue()]);
  await page.locator("article:visible [data-tool=find]").focus();
  await page.keyboard.type(names[0].slice(0, 6));
  expect(`${name}: a team is found by its name`, (await first()) === names[0] && (await rows().count()) <= all ? [] : [await first()]);
  await close();
  const bare = await opened(browser, file, { javaScriptEnabled: false, viewport: { width: 1440, height: 900 } });
  const left = await bare.page.locator("article:visible .matrix tbody:not(.medians) tr:visible:not(.peers)").count();
  const tools = await bare.page.locator(".tools:visible").count();
  expect(`${name}: without a script all teams are there, and no tools`, left === all && tools === 0 ? [] : [`${left} of ${all}, ${tools}`]);
  const folder = mkdtempSync(join(tmpdir(), "paper-"));
  const path = join(folder, "teams.pdf");
  await bare.page.emulateMedia({ media: "print", colorScheme: "dark" });
  const ground = await bare.page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  expect(`${name}: paper is white`, ground === "rgb(255, 255, 255)" ? [] : [ground]);
  await bare.page.pdf({ path, preferCSSPageSize: true, printBackground: true });
  const text = execFileSync("pdftotext", ["-layout", path, "-"], { encoding: "utf8" }).replaceAll(/\s/g, "");
  const missing = names.filter((team) => !text.includes(team.replaceAll(/\s/g, "").slice(0, 8)));
  expect(`${name}: every team is on paper`, name === "teams-hostile" ? [] : missing);
  rmSync(folder, { recursive: true });
  await bare.close();
}

/** One team over time: what a point says is there in words too, and on paper all points are. */
async function trend(browser, name, file) {
  const { page, close } = await opened(browser, file, { colorScheme: "dark" });
  const folder = mkdtempSync(join(tmpdir(), "paper-"));
  for (const language of await languages(page)) {
    await page.emulateMedia({ media: "screen" });
    await choose(page, language);
    const figures = await page.locator(`#${language} figure:has(svg.steps)`).evaluateAll((all) => all.map((one) => ({
      said: [...one.querySelectorAll("circle title")].map((title) => title.textContent),
      listed: [...one.querySelectorAll(".data li")].map((item) => item.textContent),
    })));
    expect(`${name} ${language}: there are pictures`, figures.length > 0 ? [] : ["there are none"]);
    const untold = figures.filter(({ said, listed }) => said.length === 0 || said.join() !== listed.join());
    expect(`${name} ${language}: every picture says its points in words`, untold.map(({ said }) => said.join()));
    const words = page.locator(`#${language} figure:has(svg.steps) .data`).first();
    await words.locator("summary").focus();
    await page.keyboard.press("Enter");
    const isOpen = await words.evaluate((one) => one.open);
    expect(`${name} ${language}: Enter unfolds the words`, isOpen ? [] : ["they stay folded"]);
    const everything = page.locator(`#${language}-print-everything`);
    if (await everything.count()) await everything.check();
    await page.emulateMedia({ media: "print", colorScheme: "dark" });
    const ground = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    expect(`${name} ${language}: paper is white`, ground === "rgb(255, 255, 255)" ? [] : [ground]);
    await page.setViewportSize({ width: 680, height: 900 });
    expect(`${name} ${language}: nothing sticks out of the paper`, await page.evaluate(outside));
    const path = join(folder, `${language}.pdf`);
    await page.pdf({ path, preferCSSPageSize: true, printBackground: true });
    const text = execFileSync("pdftotext", ["-layout", path, "-"], { encoding: "utf8" });
    const days = await page.locator(`#${language} .every-point tbody th`).allTextContents();
    const missing = days.filter((day) => !text.includes(day));
    expect(`${name} ${language}: every point is on paper`, days.length > 1 ? missing : ["there are no points"]);
  }
  rmSync(folder, { recursive: true });
  await close();
}

/** Of a folder all pages are looked at; with names behind it those alone. */
const [folder, ...only] = process.argv.slice(2);
const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox", "--disable-dev-shm-usage"] });
for (const entry of readdirSync(folder).filter((entry) => entry.endsWith(".html")).sort()) {
  const [name, file] = [entry.replace(".html", ""), join(folder, entry)];
  if (only.length > 0 && !only.includes(name)) continue;
  await valid(name, file);
  if (name.startsWith("form")) {
    await form(browser, name, file);
    continue;
  }
  await looks(browser, name, file);
  if (name.startsWith("teams")) {
    await teams(browser, name, file);
    continue;
  }
  if (name.includes("trend")) await trend(browser, name, file);
  if (name.startsWith("trend")) continue;
  await keyboard(browser, name, file);
  await paper(browser, name, file);
}
await browser.close();
console.log(`${tally.passed} passed, ${tally.failed} failed`);
process.exitCode = tally.failed ? 1 : 0;
