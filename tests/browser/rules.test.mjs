// Rules built from menus, with no code: added, changed, refused where they make no sense, taken away.
import assert from "node:assert/strict";
import { findings } from "./axe.mjs";
import { pageTest } from "./page.mjs";
import { notice, openDepartments, openScreen, ranking, undo } from "./work.mjs";

const card = (page) => page.locator(".rule-card").last();
const choice = (page, label, nth = 0) => card(page).locator(`select[aria-label="${label}"]`).nth(nth);
const reads = (page) => card(page).locator(".builder-reads p").allTextContents();

async function add(page, entry) {
  await page.locator(".rules-list > header button", { hasText: "新增规则" }).click();
  await page.locator(".menu-entry", { hasText: entry }).click();
}

pageTest("a veto is built from menus, reads as a sentence, hits at once, and is taken back", {}, async (page) => {
  await openDepartments(page);
  const start = await ranking(page);
  await openScreen(page, "规则");
  const rules = await page.locator(".rule-card").count();
  await add(page, "一票否决");
  assert.equal(await page.locator(".rule-card").count(), rules + 1);
  assert.match(await card(page).textContent(), /本年度没有单位触发/, "a new rule hits nobody yet");
  await choice(page, "指标").selectOption({ label: "行政诉讼败诉率" });
  await choice(page, "比较方式").selectOption("≥");
  await card(page).locator('.rule-builder input[aria-label="阈值"]').fill("20");
  await card(page).locator('.rule-builder input[aria-label="阈值"]').press("Enter");
  await card(page).locator(".words-field input").first().fill("败诉率两成以上否决");
  await card(page).locator(".words-field input").first().press("Enter");
  assert.deepEqual(await reads(page), [
    "当行政诉讼败诉率不低于 20% 时，一票否决。",
    "When Share of lawsuits lost is at least 20%, the unit is vetoed.",
  ]);
  const hit = await card(page).locator(".rule-hits", { hasText: "触发" }).locator(".unit-link").allTextContents();
  assert.ok(hit.includes("住房和城乡建设局"), hit.join());
  await openScreen(page, "评分");
  const vetoed = (await ranking(page)).filter((row) => row.struck).map((row) => row.name);
  for (const name of hit) assert.ok(vetoed.includes(name), `${name} is hit and not vetoed`);
  assert.ok(vetoed.length > start.filter((row) => row.struck).length);
  while (await undo(page).isEnabled() && (await undo(page).getAttribute("title")).match(/规则/)) await undo(page).click();
  assert.deepEqual(await ranking(page), start);
});

pageTest("conditions are grouped, turned and taken away; effects have their settings", {}, async (page) => {
  await openDepartments(page);
  await openScreen(page, "规则");
  await add(page, "扣分");
  await choice(page, "指标").selectOption({ label: "被纠错案件数" }).catch(() => {});
  await card(page).locator(".condition-add").click();
  await choice(page, "条件类型").selectOption("any");
  await choice(page, "比较对象", 1).selectOption("coverage");
  assert.match((await reads(page))[0], /，或数据完整度/);
  assert.match((await reads(page))[1], / or /);
  await choice(page, "条件类型", 2).selectOption("not");
  assert.match((await reads(page))[0], /，或并非（数据完整度/);
  await card(page).locator('button[aria-label="删除此条件"]').first().click();
  assert.doesNotMatch((await reads(page))[0], /，或/);
  await choice(page, "后果类型").selectOption("cap_grade");
  await choice(page, "等次").selectOption({ label: "合格" });
  assert.match((await reads(page))[0], /等次.*合格/);
  assert.deepEqual(await findings(page), []);
  const before = await page.locator(".rule-card").count();
  await card(page).locator("button", { hasText: "复制" }).click();
  assert.equal(await page.locator(".rule-card").count(), before + 1);
  await card(page).locator(".rule-head button", { hasText: "删除" }).click();
  assert.equal(await page.locator(".rule-card").count(), before);
  // Two rules that wait for each other: the second is refused, with the reason.
  await page.locator(".rule-card").first().locator(".rule-head button", { hasText: "编辑" }).click();
  const first = page.locator(".rule-card").first();
  await first.locator('select[aria-label="条件类型"]').first().selectOption("fired");
  await first.locator('select[aria-label="另一规则已触发"]').selectOption({ label: "新的扣分" });
  await card(page).locator(".rule-head button", { hasText: "编辑" }).click();
  await choice(page, "条件类型").selectOption("fired");
  assert.match(await notice(page).textContent(), /循环引用/);
  assert.deepEqual(await findings(page), []);
});
