// A scheme is shaped: criteria added, moved, grouped and taken away; a score function drawn, pulled and changed.
import assert from "node:assert/strict";
import { findings } from "./axe.mjs";
import { pageTest } from "./page.mjs";
import { notice, openDepartments, openScreen, ranking, undo } from "./work.mjs";

const tree = (page) => page.locator(".tree-row").evaluateAll((rows) => rows.map((row) =>
  `${"  ".repeat(Number(row.parentElement.style.getPropertyValue("--depth")))}${row.querySelector(".tree-name").textContent}`));
const row = (page, name) => page.locator(".tree-row", { hasText: name }).first();
const tool = (page, name) => page.locator(".tree-tools button", { hasText: name });
const scores = async (page) => {
  await openScreen(page, "评分");
  const found = await ranking(page);
  await openScreen(page, "方案");
  return found;
};

pageTest("criteria are added, moved by buttons, keys and drag, grouped, copied and taken away, each a step", {}, async (page) => {
  await openDepartments(page);
  const start = await ranking(page);
  await openScreen(page, "方案");
  const first = await tree(page);
  assert.deepEqual(first.slice(0, 4), ["组织领导与责任", "  领导班子学法次数", "  日常督导得分", "依法履行政府职能"]);
  await row(page, "日常督导得分").click();
  await tool(page, "上移").click();
  assert.deepEqual((await tree(page)).slice(1, 3), ["  日常督导得分", "  领导班子学法次数"]);
  await row(page, "日常督导得分").press("Alt+ArrowDown");
  assert.deepEqual(await tree(page), first);
  await tool(page, "归为一组").click();
  assert.deepEqual((await tree(page)).slice(2, 4), ["  新分组", "    日常督导得分"]);
  await row(page, "日常督导得分").press("Alt+ArrowLeft");
  assert.deepEqual(await tree(page), first, "the last one out closes the group");
  await page.locator(".tree-add select").selectOption({ label: "行政诉讼败诉率" });
  assert.equal((await tree(page))[3], "  行政诉讼败诉率");
  assert.equal(await page.locator("#criterion-heading").textContent(), "行政诉讼败诉率");
  // Fewer lost is better: the curve falls, and the scores are others.
  await page.locator("button", { hasText: "方向反转" }).click();
  assert.match(await page.locator(".function-sentence").textContent(), /100% → 0 分，0% → 满分/);
  assert.notDeepEqual(await scores(page), start);
  await row(page, "行政诉讼败诉率").dragTo(row(page, "组织领导与责任"));
  assert.equal((await tree(page))[0], "行政诉讼败诉率");
  await row(page, "行政诉讼败诉率").click();
  await tool(page, "复制").click();
  assert.equal((await tree(page))[1], "行政诉讼败诉率（副本）");
  await row(page, "副本").press("Delete");
  await row(page, "行政诉讼败诉率").press("Delete");
  assert.deepEqual(await tree(page), first);
  assert.deepEqual(await scores(page), start);
  assert.deepEqual(await findings(page), []);
});

pageTest("a criterion that a rule speaks of is not taken away, and the reason is given", {}, async (page) => {
  await openDepartments(page);
  await openScreen(page, "规则");
  await page.locator(".rules-list > header button", { hasText: "新增规则" }).click();
  await page.locator(".menu-entry").first().click();
  await page.locator('.rule-builder select[aria-label="后果类型"]').selectOption("zero");
  await openScreen(page, "方案");
  const first = await tree(page);
  await row(page, "组织领导与责任").click();
  await tool(page, "删除").click();
  assert.match(await notice(page).textContent(), /^未执行“删除评分项 组织领导与责任”：没有名为/);
  assert.deepEqual(await tree(page), first);
});

pageTest("a score function is chosen, its points pulled and moved by keys, as one step each", {}, async (page) => {
  await openDepartments(page);
  const start = await ranking(page);
  await openScreen(page, "方案");
  await row(page, "日常督导得分").click();
  const handle = page.locator(".curve-handle").nth(1);
  const box = await handle.boundingBox();
  await page.mouse.move(box.x + 7, box.y + 7);
  await page.mouse.down();
  await page.mouse.move(box.x - 80, box.y + 40, { steps: 5 });
  const during = await page.locator(".function-sentence").textContent();
  await page.mouse.up();
  assert.match(during, /0 分 → 0 分，\d\d(\.\d+)? 分 → 满分/);
  assert.equal(await undo(page).getAttribute("title"), "撤销：计分方法 日常督导得分");
  assert.notDeepEqual(await scores(page), start);
  await row(page, "日常督导得分").click();
  await undo(page).click();
  assert.deepEqual(await scores(page), start);
  await row(page, "日常督导得分").click();
  await page.locator('select[aria-label="计分方法"]').selectOption({ label: "折线" });
  await page.locator("button", { hasText: "增加一点" }).click();
  assert.equal(await page.locator(".curve-handle").count(), 3);
  assert.deepEqual(await scores(page), start, "a point on the line changes nothing");
  await row(page, "日常督导得分").click();
  await page.locator(".curve-handle").nth(1).focus();
  for (let nth = 0; nth < 3; nth += 1) await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Tab");
  assert.match(await page.locator(".function-sentence").textContent(), /50 分 → 53%/);
  await undo(page).click();
  assert.match(await page.locator(".function-sentence").textContent(), /50 分 → 50%/);
  for (const kind of ["分档", "目标值", "是否", "按次扣减", "较上年改善", "同类比较", "线性"]) {
    await page.locator('select[aria-label="计分方法"]').selectOption({ label: kind });
    assert.equal(await notice(page).count(), 0, kind);
    assert.deepEqual(await findings(page), [], kind);
  }
});
