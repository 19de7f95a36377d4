// The grades of a scheme: their borders are pulled over the scores, moved by keys and typed; grades are added, named, taken away.
import assert from "node:assert/strict";
import { findings } from "./axe.mjs";
import { pageTest } from "./page.mjs";
import { openDepartments, openScreen, ranking, undo } from "./work.mjs";

const border = (page, nth) => page.locator(".grade-border circle").nth(nth);
const rows = (page) => page.locator(".grade-row").evaluateAll((rows) => rows.map((row) => ({
  name: row.querySelector("input[type=text]").value,
  from: row.querySelector(".number-field")?.value ?? null,
  units: Number(row.textContent.match(/(\d+) (个单位|units?)/)[1]),
})));
const open = async (page, screen = "方案") => {
  await openScreen(page, screen);
  await page.locator(".tree-grades").click();
};
/** How many units of the ranking have which grade; vetoed ones have the last. */
const counted = async (page) => {
  const counts = {};
  for (const row of await ranking(page)) counts[row.grade] = (counts[row.grade] ?? 0) + 1;
  return counts;
};

pageTest("a border is pulled over the scores: counts and grades follow, and it is one step", {}, async (page) => {
  await openDepartments(page);
  const start = await counted(page);
  await open(page);
  const before = await rows(page);
  assert.deepEqual(before.map((row) => [row.name, row.from]), [["优秀", "90"], ["良好", "80"], ["合格", "60"], ["不合格", null]]);
  for (const { name, units } of before) assert.equal(units, start[name] ?? 0, name);
  assert.equal(await page.locator(".grade-dot").count(), 22);
  assert.equal(await page.locator(".grade-dot-vetoed").count(), 2);
  assert.deepEqual(await findings(page), []);

  // From 80 to about 75: some that passed are good now.
  const box = await border(page, 1).boundingBox();
  const next = await border(page, 2).boundingBox();
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2 + (next.x - box.x) / 4, box.y, { steps: 6 });
  const during = await rows(page);
  await page.mouse.up();
  assert.ok(Math.abs(Number(during[1].from) - 75) <= 1, during[1].from);
  assert.ok(during[1].units > before[1].units, "more units are good");
  assert.equal(during[1].units + during[2].units, before[1].units + before[2].units);
  await openScreen(page, "评分");
  const after = await counted(page);
  assert.deepEqual([after["良好"], after["合格"]], [during[1].units, during[2].units]);
  assert.match(await undo(page).getAttribute("title"), /分数线 良好 80 → 7\d/);
  await undo(page).click();
  assert.deepEqual(await counted(page), start);
});

pageTest("keys and the field move a border, and it stops at its neighbours", {}, async (page) => {
  await openDepartments(page);
  await open(page);
  await border(page, 0).focus();
  for (let press = 0; press < 4; press += 1) await border(page, 0).press("ArrowRight");
  const moved = Number((await rows(page))[0].from);
  assert.ok(moved > 90 && moved <= 95, `${moved}`);
  assert.match(await border(page, 0).getAttribute("aria-valuetext"), new RegExp(`^优秀：${String(moved).replace(".", "\\.")} 分起，\\d+ 个单位$`));
  for (let press = 0; press < 20; press += 1) await border(page, 0).press("PageDown");
  assert.ok(Number((await rows(page))[0].from) > 80, "it stays above the next");
  await openScreen(page, "评分");
  await undo(page).click();
  await open(page);
  assert.equal((await rows(page))[0].from, "90", "presses in a row are one step");
  await page.locator(".grade-row .number-field").nth(2).fill("70");
  await page.locator(".grade-row .number-field").nth(2).press("Enter");
  assert.equal((await rows(page))[2].from, "70");
});

pageTest("grades are added, named and taken away, in either language", {}, async (page) => {
  await openDepartments(page);
  await open(page);
  await page.locator(".grade-row").nth(1).getByRole("button", { name: "在其下新增等次" }).click();
  assert.deepEqual((await rows(page)).map((row) => row.from), ["90", "80", "70", "60", null]);
  await page.locator(".grade-row").nth(2).locator("input[type=text]").first().fill("中等");
  await page.locator(".grade-row").nth(2).locator("input[type=text]").first().press("Enter");
  await openScreen(page, "评分");
  const counts = await counted(page);
  assert.ok(counts["中等"] > 0);
  await page.getByRole("button", { name: "EN", exact: true }).click();
  await open(page, "Scheme");
  const english = await rows(page);
  assert.equal(english[2].units, counts["中等"]);
  await page.locator(".grade-row").nth(2).getByRole("button", { name: "Remove" }).click();
  assert.deepEqual((await rows(page)).map((row) => row.from), ["90", "80", "60", null]);
  assert.deepEqual(await findings(page), []);
});
