// The list of steps: readable, and any of them is gone to.
import assert from "node:assert/strict";
import { pageTest } from "./page.mjs";
import { field, openScreen } from "./work.mjs";

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
