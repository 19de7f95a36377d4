// The method screen: its arithmetic is that of the score it explains.
import assert from "node:assert/strict";
import { pageTest } from "./page.mjs";
import { openDepartments, openScreen, ranking } from "./work.mjs";

pageTest("? opens the method, whose numbers sum to the score of the unit", {}, async (page) => {
  await openDepartments(page);
  const vetoed = (await ranking(page)).find((row) => row.struck);
  await page.keyboard.press("?");
  await page.locator(".method-steps select").selectOption({ label: vetoed.name });
  const sum = await page.locator(".method-sum").textContent();
  const [parts, total] = sum.split("=").slice(1).map((side) => side.split("+").map(Number));
  assert.equal(total[0], Number(vetoed.score));
  assert.ok(Math.abs(parts.reduce((a, b) => a + b) - total[0]) <= 0.005 * parts.length);
  // Marks of a leaf are its share of its points.
  for (const row of await page.locator(".method-table tbody tr").all()) {
    const [share, points, marks] = (await row.locator("td.number").allTextContents()).slice(1).map(parseFloat);
    assert.ok(Math.abs((share / 100) * points - marks) < 0.02, await row.textContent());
  }
  assert.match(await page.locator(".method-steps").textContent(), /规则调整后为不合格/);
});

pageTest("? in a text field is only a character", {}, async (page) => {
  await openScreen(page, "评分");
  await page.locator(".search input").fill("");
  await page.locator(".search input").press("?");
  assert.equal(await page.locator(".method").count(), 0);
});

pageTest("a unit is printed whole on one sheet of A4, and the screen comes back", {}, async (page) => {
  await openDepartments(page);
  await page.locator(".unit-name", { hasText: "自然资源局" }).click();
  const pdf = (await page.pdf({ format: "A4" })).toString("latin1");
  assert.equal(pdf.match(/\/Type\s*\/Page\b/g).length, 1);
  assert.ok(await page.locator(".make-up-line").first().isVisible());
  await page.emulateMedia({ media: "print" });
  await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
  assert.match(await page.locator(".unit-panel .steps").textContent(), /规则前总分/);
  assert.equal(await page.locator(".scheme-panel").isVisible(), false);
  await page.evaluate(() => window.dispatchEvent(new Event("afterprint")));
  assert.equal(await page.locator(".unit-panel .steps").count(), 0);
});
