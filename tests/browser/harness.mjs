// What every check shares: counting expectations, opening a page with everything that goes wrong on it, and its judges.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { FileSystemConfigLoader, HtmlValidate } from "html-validate";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
export const tally = { passed: 0, failed: 0 };

/** Counts one expectation; `problems` is what speaks against it. */
export function expect(what, problems) {
  if (problems.length === 0) {
    tally.passed += 1;
    return;
  }
  tally.failed += 1;
  console.log(`FAILED ${what}`);
  problems.slice(0, 8).forEach((problem) => console.log(`       ${problem}`));
}

/** Expects two values to be the same. */
export function equal(what, seen, wanted) {
  const [one, other] = [seen, wanted].map((it) => (typeof it === "string" ? it : JSON.stringify(it)));
  expect(what, one === other ? [] : [`is:     ${one}`, `wanted: ${other}`]);
}

/** A page, and everything that went wrong or left it. */
export async function opened(browser, file, options) {
  const context = await browser.newContext(options);
  const { page, trouble } = await openedIn(context, file);
  return { page, trouble, context, close: () => context.close() };
}

/** The same as one more page of a browser that keeps what it was told. */
export async function openedIn(context, file) {
  const page = await context.newPage();
  page.setDefaultTimeout(10000);
  const trouble = [];
  page.on("console", (message) => trouble.push(`console: ${message.text()}`));
  page.on("pageerror", (error) => trouble.push(`error: ${error.message}`));
  page.on("request", (request) => /^(file|blob):/.test(request.url()) || trouble.push(`request: ${request.url()}`));
  page.on("dialog", (dialog) => trouble.push(`dialog: ${dialog.message()}`) && dialog.dismiss());
  await page.goto(pathToFileURL(file).href);
  return { page, trouble };
}

export async function valid(name, file) {
  const checker = new HtmlValidate(new FileSystemConfigLoader());
  const { results } = await checker.validateString(readFileSync(file, "utf8"), resolve(import.meta.dirname, "x.html"));
  // HTML lets a cell end where the next one begins: the picture of many teams leaves its end tags out.
  const isLeftOut = ({ ruleId, message }) => ruleId === "no-implicit-close" && message.startsWith("Element <td> ");
  const messages = results.flatMap((result) => result.messages).filter((message) => !isLeftOut(message));
  expect(`${name}: html-validate`, messages.map(({ line, column, ruleId, message }) => `${line}:${column} ${ruleId}: ${message}`));
}

export async function accessible(page) {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => globalThis.axe.run({ resultTypes: ["violations"] }));
  const grave = violations.filter(({ impact }) => ["serious", "critical"].includes(impact));
  return grave.map(({ id, nodes }) => `${id}: ${nodes.length} × ${nodes[0].target} ${nodes[0].failureSummary}`.slice(0, 400));
}
