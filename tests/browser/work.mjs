// What the tests of the screens do and read: the names of the page's parts are here and nowhere else.

/** Opens a screen by its place in the rail: 0 overview, 1 scoring … */
export async function openScreen(page, name) {
  await page.locator(".rail-entry", { hasText: name }).click();
}

export const chooseData = (page, label) => page.locator(".top-bar select").first().selectOption({ label });
export const chooseScheme = (page, label) => page.locator(".top-bar select").nth(1).selectOption({ label });

/** Opens the scoring screen on the invented departments. */
export async function openDepartments(page) {
  await openScreen(page, "评分");
  const label = await page.locator(".top-bar select").first().locator("option", { hasText: "虚构" }).textContent();
  await chooseData(page, label.trim());
  await page.locator(".unit-line").nth(20).waitFor();
}

/** The ranking as rows { place, name, score, grade, struck, reason, change }. */
export const ranking = (page) => page.locator(".unit-line").evaluateAll((rows) => rows.map((row) => ({
  place: row.querySelector(".col-place").textContent,
  name: row.querySelector(".unit-name").textContent,
  score: row.querySelector(".col-score").textContent,
  grade: row.querySelector(".chip").textContent,
  struck: row.querySelector(".col-score s") !== null,
  reason: row.querySelector(".second-row")?.textContent ?? "",
  change: row.querySelector(".col-change").textContent,
})));

/** The work as the page keeps it in the first slot there is, { key, text }; null where there is none yet. */
export const keptWork = (page) => page.evaluate(() => {
  const key = Object.keys(localStorage).find((key) => key.startsWith("faheng.slot."));
  return key ? { key, text: localStorage.getItem(key) } : null;
});
/** Waits until the work that is kept holds a text. */
export const keptWith = (page, text) => page.waitForFunction(
  (text) => Object.keys(localStorage).some((key) => key.startsWith("faheng.slot.") && localStorage.getItem(key).includes(text)), text);

export const undo = (page) => page.locator(".undo-redo button").first();
export const redo = (page) => page.locator(".undo-redo button").nth(1);

/** The slider and the field of the n-th criterion in sight. */
export const slider = (page, nth) => page.locator(".criterion .slider").nth(nth);
export const field = (page, nth) => page.locator(".criterion .number-field").nth(nth);

/** Presses the mouse on a slider and moves it to a share of its length, without letting go. */
export async function pull(page, nth, share) {
  const box = await slider(page, nth).boundingBox();
  const y = box.y + box.height / 2;
  const value = await slider(page, nth).evaluate((input) => input.value / input.max);
  await page.mouse.move(box.x + 7 + value * (box.width - 14), y);
  await page.mouse.down();
  for (const part of [0.25, 0.5, 0.75, 1]) {
    await page.mouse.move(box.x + 7 + (value + (share - value) * part) * (box.width - 14), y);
  }
}

/** Gives the page a file as if it were chosen in the dialog. */
export const openFile = (page, file) => page.locator("input[type=file]").first().setInputFiles(file);
export const notice = (page) => page.locator(".notice");

export const json = (name, content) =>
  ({ name, mimeType: "application/json", buffer: Buffer.from(typeof content === "string" ? content : JSON.stringify(content)) });
