// Two schemes held against each other: a kept one and what became of it.
import assert from "node:assert/strict";
import { pageTest } from "./page.mjs";
import { field, openDepartments, openScreen } from "./work.mjs";

pageTest("a scheme is kept under a name, and what changes after that is listed with its effect", {}, async (page) => {
  await openDepartments(page);
  await openScreen(page, "比较");
  assert.match(await page.locator(".compare").textContent(), /设置相同/);
  await page.locator(".compare-keep input").fill("初稿");
  await page.locator(".compare-keep button").click();
  assert.match(await page.locator(".top-bar select").nth(1).locator("option:checked").textContent(), /^初稿/);

  await openScreen(page, "评分");
  await field(page, 4).fill("60");
  await field(page, 4).press("Enter");
  await openScreen(page, "规则");
  await page.locator(".rule-card", { hasText: "年度考核不合格" }).first().locator("[role=switch]").click();
  await openScreen(page, "比较");
  const settings = await page.locator(".compare-settings tbody tr").allTextContents();
  assert.equal(settings.length, 2, settings.join("\n"));
  assert.match(settings[0], /^行政执法 分值2060$/);
  assert.match(settings[1], /^规则 .*启用停用$/);

  // The slope graph over the table: both sides by name, and what the veto's end changes.
  const slope = page.locator(".compare-results .chart");
  assert.match(await slope.locator(".chart-title").textContent(), /自然资源局.*不再被一票否决/);
  await slope.locator("button", { hasText: "数据表" }).click();
  const places = await slope.locator("table tbody tr", { hasText: "自然资源局" }).locator("th, td").allTextContents();
  assert.match(places[2], /一票否决/);
  assert.match(places[3], /^\d+$/);

  // Grade or veto changes stand first; the causes sum to the change.
  const first = page.locator(".compare-units tbody tr").first();
  assert.match(await first.textContent(), /一票否决|优秀|良好|合格/);
  await page.locator(".compare-units .unit-link", { hasText: "自然资源局" }).click();
  const why = page.locator(".compare-why > div").first();
  const [before, after] = (await why.locator("p").textContent()).match(/[\d.]+/g).slice(-2).map(Number);
  const parts = (await why.locator("strong").allTextContents()).map((part) => Number(part.replace("−", "-").replace("+", "")));
  assert.ok(Math.abs(parts.reduce((a, b) => a + b, 0) - (after - before)) < 0.02);
});
