// What is written beside an answer, and what is seen of the questions meanwhile.
import { count, press, save, shown, status } from "./filling.mjs";
import { equal, expect, opened } from "./harness.mjs";

const isTyping = (page) => page.evaluate(() => document.activeElement.matches("input[type=text], textarea"));

/** A note is a line beside an answer, and never an answer itself. */
export async function notes(browser, name, file) {
  const { page, trouble, close } = await opened(browser, file, {});
  await press(page, "Enter", "n");
  await page.keyboard.type("who knows");
  await press(page, "Enter");
  equal(`${name}: Enter ends a note`, await isTyping(page), false);
  const first = await shown(page);
  await page.reload();
  equal(`${name}: a note alone is no answer after a reload`, (await count(page)).startsWith("0 of"), true);
  equal(`${name}: but is kept, and said to be`, await page.locator("#kept > span").textContent(), "What was written in this browser is shown.");
  await press(page, "Enter");
  equal(`${name}: what has a note alone is asked first`, await shown(page), first);
  const note = page.locator(".question.current textarea");
  equal(`${name}: and shows its note`, await note.inputValue(), "who knows");

  await press(page, "n", "End", "Shift+Enter");
  await page.keyboard.type("who else");
  await press(page, "Enter", "2");
  const { text } = await save(page, "Ann");
  expect(`${name}: Shift+Enter begins another line of a note`, text.includes('note = "who knows\\nwho else"') ? [] : [text]);
  await page.reload();
  equal(`${name}: with its answer it is one`, await page.locator("#kept > span").textContent(), "1 answers given in this browser by Ann are shown.");
  await press(page, "Enter");
  equal(`${name}: and the next question is asked first`, (await shown(page)) === first, false);

  await press(page, "n");
  await page.keyboard.insertText("备");
  await page.locator(".question.current textarea").dispatchEvent("keydown", { key: "Enter", keyCode: 229, bubbles: true });
  equal(`${name}: Enter of an input method ends a word, not the note`, await isTyping(page), true);
  expect(`${name}: quiet`, trouble);
  await close();
}

/** What is asked anew stays so until it is answered: a note beside the old answer confirms nothing. */
export async function asked(browser, name, file) {
  const { page, trouble, close } = await opened(browser, file, {});
  const before = await count(page);
  await press(page, "u", "n");
  await page.keyboard.type("to be looked at");
  await press(page, "Enter");
  expect(`${name}: a note confirms nothing`, (await count(page)).includes(`${before.split(" ")[0]} answered`) ? [] : [before, await count(page)]);
  const { text } = await save(page, "Ann");
  expect(`${name}: it is asked anew in the file too`, text.includes("\nask-again = [") && text.includes("to be looked at") ? [] : [text]);
  await press(page, "b", "s", "Enter");
  expect(`${name}: Enter confirms`, (await save(page, "Ann")).text.includes("ask-again") ? ["it is asked again"] : []);
  await press(page, "b", "z");
  expect(`${name}: which is undone`, (await save(page, "Ann")).text.includes("ask-again") ? [] : ["it is not asked again"]);
  expect(`${name}: quiet`, trouble);
  await close();
}

/** What is seen of the page while one moves over it. */
export async function places(browser, name, file) {
  const { page, trouble, close } = await opened(browser, file, { viewport: { width: 390, height: 844 } });
  await press(page, "l");
  const heading = await page.evaluate(() => {
    const { top } = document.querySelector(".part h2").getBoundingClientRect();
    return [top > document.querySelector("#bar").getBoundingClientRect().bottom, top < innerHeight];
  });
  equal(`${name}: the list begins with its first heading`, heading, [true, true]);
  await press(page, "/");
  await page.keyboard.type("branch");
  await press(page, "Escape");
  equal(`${name}: Esc closes the search at once`, await page.locator("dialog[open]").count(), 0);

  await page.setViewportSize({ width: 390, height: 450 });
  await press(page, "?");
  equal(`${name}: the keys are read from the first on a low window`, await page.locator("#help").evaluate((it) => it.scrollTop), 0);
  await press(page, "Escape");
  await page.setViewportSize({ width: 390, height: 844 });

  await press(page, "l", "p", "2");
  expect(`${name}: while clauses are ticked it is said how`, (await status(page)).startsWith("tick what") ? [] : [await status(page)]);
  await press(page, "s");
  equal(`${name}: and no longer on the next question`, await status(page), "");
  await press(page, "p", "2", "Enter");
  equal(`${name}: Enter says what was answered`, await status(page), "Branching: level 2 Repeatable");
  for (const language of ["en", "zh"]) {
    await page.locator(`#language-${language}`).check();
    const wide = await page.locator(".question.current .limit").evaluateAll((all) =>
      all.map((one) => getComputedStyle(one, "::before")).map((dot) => parseFloat(dot.left) + parseFloat(dot.width)).filter((right) => !(right < 10)));
    expect(`${name} ${language}: the dot of a limit keeps clear of its words`, wide.map(String));
    const broken = await page.locator("#count span").evaluateAll((all) => all.filter((one) => one.getBoundingClientRect().height > 30).map((one) => one.textContent));
    expect(`${name} ${language}: what is counted is not broken in its middle`, broken);
  }
  expect(`${name}: quiet`, trouble);
  await close();
}
