// How a questionnaire is filled in, and what it says while it is.
import { readFileSync } from "node:fs";

export const press = async (page, ...keys) => { for (const key of keys) await page.keyboard.press(key); };
export const count = (page) => page.locator("#count").textContent();
export const status = (page) => page.locator("#status").textContent();
export const shown = (page) => page.locator(".question.current").getAttribute("id");

/** Saves under a name; returns what the file is called and what it says. */
export async function save(page, name) {
  await page.locator("#bar [data-do=save]").click();
  await page.locator("#name").fill(name);
  const [download] = await Promise.all([page.waitForEvent("download"), press(page, "Enter")]);
  return { called: download.suggestedFilename(), path: await download.path(), text: readFileSync(await download.path(), "utf8") };
}
