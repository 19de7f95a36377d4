// The list of steps: readable, and any of them is gone to.
import assert from "node:assert/strict";
import { pageTest, started } from "./page.mjs";
import { field, keptWith, openDepartments, openScreen, undo } from "./work.mjs";

pageTest("the steps are listed by name, and each is gone back and forward to", {}, async (page) => {
  await openScreen(page, "评分");
  for (const points of ["14", "18"]) {
    await field(page, 0).fill(points);
    await field(page, 0).press("Enter");
  }
  await page.getByRole("button", { name: "操作历史" }).click();
  const entries = page.locator(".history-list .menu-entry");
  assert.deepEqual(await entries.allTextContents(), ["分值 组织领导与责任 14 → 18", "分值 组织领导与责任 10 → 14", "起点"]);
  await entries.nth(2).click();
  assert.equal(await field(page, 0).inputValue(), "10");
  assert.equal(await entries.nth(2).getAttribute("aria-current"), "step");
  await entries.nth(1).click();
  assert.equal(await field(page, 0).inputValue(), "14");
  await page.keyboard.press("Escape");
  assert.equal(await entries.count(), 0);
});

pageTest("what a chart shows is taken back as weights are, and is there again after a reload", {}, async (page) => {
  await openDepartments(page);
  await openScreen(page, "图表");
  const kind = (name) => page.locator(".chart-kind", { hasText: name }).locator("input");
  const title = page.locator(".chart-title").first();
  await kind("单位剖面").check();
  const unit = page.locator(".charts-chooser", { hasText: /^单位/ }).locator("select");
  const [first, chosen] = [await unit.inputValue(), await unit.locator("option").nth(5).getAttribute("value")];
  assert.notEqual(first, chosen);
  await unit.selectOption(chosen);
  await page.getByRole("button", { name: "操作历史" }).click();
  const names = await page.locator(".history-list .menu-entry").allTextContents();
  assert.deepEqual(names.slice(0, 2), ["图表 单位剖面：单位", "图表 单位剖面"]);
  await page.keyboard.press("Escape");
  await undo(page).click();
  assert.equal(await unit.inputValue(), first);
  await undo(page).click();
  assert.ok(await kind("排名").isChecked());
  await kind("热力图").check();
  await title.filter({ hasText: "热力图" }).or(page.locator(".chart-stage canvas")).first().waitFor();
  await keptWith(page, "heat_map");
  await page.reload();
  await started(page);
  assert.ok(await kind("热力图").isChecked());
});
