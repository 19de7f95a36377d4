// Weights: locked, held to their sum, pulled at the borders of the stacked bar, moved by keys as one step.
import assert from "node:assert/strict";
import { findings } from "./axe.mjs";
import { pageTest } from "./page.mjs";
import { field, openDepartments, pull, slider, undo } from "./work.mjs";

const points = (page) => page.locator(".criterion .number-field").evaluateAll((fields) => fields.map((field) => Number(field.value)));
const sum = (numbers) => numbers.reduce((a, b) => a + b, 0);
const near = (found, expected) => assert.ok(Math.abs(found - expected) < 1e-3, `${found} is not ${expected}`);
const lock = (page, nth) => page.locator(".lock").nth(nth);
const border = (page, nth) => page.locator(".weight-border").nth(nth);

pageTest("with the sum held and three weights locked the others give way", {}, async (page) => {
  await openDepartments(page);
  assert.deepEqual(await points(page), [10, 20, 10, 10, 20, 10, 8, 12]);
  await page.locator(".toggle", { hasText: "保持合计" }).click();
  for (const nth of [0, 1, 2]) await lock(page, nth).click();
  assert.equal(await lock(page, 1).getAttribute("aria-pressed"), "true");
  assert.ok(await slider(page, 1).isDisabled());
  // 5 more, from four others: 1.25 from each.
  await field(page, 4).fill("25");
  await field(page, 4).press("Enter");
  assert.deepEqual(await points(page), [10, 20, 10, 8.75, 25, 8.75, 6.75, 10.75]);
  assert.equal(await undo(page).getAttribute("title"), "撤销：分值 行政执法 20 → 25（同级随之调整）");
  // More than the unlocked have: 60 of 100 are free.
  await field(page, 4).fill("90");
  await field(page, 4).press("Enter");
  assert.deepEqual(await points(page), [10, 20, 10, 0, 60, 0, 0, 0]);
  await undo(page).click();
  await undo(page).click();
  assert.deepEqual(await points(page), [10, 20, 10, 10, 20, 10, 8, 12]);
  await pull(page, 4, 0.2);
  near(sum(await points(page)), 100);
  await page.mouse.up();
  near(sum(await points(page)), 100);
  assert.deepEqual((await points(page)).slice(0, 3), [10, 20, 10]);
  await page.reload();
  await page.locator(".criterion").first().waitFor();
  assert.equal(await lock(page, 2).getAttribute("aria-pressed"), "true", "locks are kept");
  assert.deepEqual(await findings(page), []);
});

pageTest("a border is pulled between two neighbours, and stands where one is locked", {}, async (page) => {
  await openDepartments(page);
  const bar = await page.locator(".weight-bar").boundingBox();
  const pullBorder = async (nth, by) => {
    const box = await border(page, nth).boundingBox();
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width / 2 + by * bar.width / 100, box.y + 60, { steps: 4 });
    await page.mouse.up();
  };
  await pullBorder(1, 6);
  assert.deepEqual((await points(page)).slice(0, 4), [10, 26, 4, 10]);
  assert.equal(await undo(page).getAttribute("title"), "撤销：分值 依法履行政府职能 20 → 26，规范性文件管理 10 → 4");
  assert.match(await border(page, 1).getAttribute("aria-valuetext"), /^依法履行政府职能 26，规范性文件管理 4$/);
  await lock(page, 2).click();
  await pullBorder(1, 6);
  assert.deepEqual((await points(page)).slice(0, 4), [10, 26, 4, 10]);
  assert.equal(await border(page, 1).getAttribute("aria-disabled"), "true");
});

pageTest("arrow keys in a row are one step, on slider, field and border", {}, async (page) => {
  await openDepartments(page);
  const title = () => undo(page).getAttribute("title");
  await slider(page, 0).focus();
  for (let nth = 0; nth < 4; nth += 1) await page.keyboard.press("ArrowRight");
  assert.deepEqual((await points(page))[0], 12);
  await field(page, 4).focus();
  assert.equal(await title(), "撤销：分值 组织领导与责任 10 → 12");
  for (let nth = 0; nth < 3; nth += 1) await page.keyboard.press("ArrowUp");
  await border(page, 6).focus();
  assert.equal(await title(), "撤销：分值 行政执法 20 → 21.5");
  for (let nth = 0; nth < 6; nth += 1) await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("Tab");
  assert.equal(await title(), "撤销：分值 政务公开 8 → 5，复议应诉与调解 12 → 15");
  for (let nth = 0; nth < 3; nth += 1) await undo(page).click();
  assert.deepEqual(await points(page), [10, 20, 10, 10, 20, 10, 8, 12]);
  assert.match(await title(), /二十二个部门/);
});
