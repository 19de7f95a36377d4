// The tour: every stop points at something that is there, nothing is covered, and leaving it one is where one was.
import assert from "node:assert/strict";
import { findings } from "./axe.mjs";
import { pageTest } from "./page.mjs";
import { field, openDepartments, openScreen, ranking, undo } from "./work.mjs";

const card = (page) => page.locator(".tour-card");
const begin = (page, name = "两分钟导览") => page.getByRole("button", { name }).click();
const STOPS = ["先选数据", "调整分值", "看排名", "问为什么", "规则与否决", "选一张图", "用于汇报", "保存与发送"];

/** Whether the card stands beside the ring, and both in the window. */
const apart = (page) => page.waitForFunction(() => {
  const [ring, card] = [".tour-ring", ".tour-card"].map((one) => document.querySelector(one)?.getBoundingClientRect());
  if (!ring || !card) return false;
  const inside = [ring, card].every((box) => box.left >= 0 && box.top >= 0 && box.right <= innerWidth + 0.5 && box.bottom <= innerHeight + 0.5);
  return inside && (card.left >= ring.right || card.right <= ring.left || card.top >= ring.bottom || card.bottom <= ring.top);
}, undefined, { timeout: 5000 });

for (const [name, options] of Object.entries({ "": {}, ", dark": { colorScheme: "dark" }, ", at 200 %": { viewport: { width: 683, height: 384 } } })) {
  pageTest(`the tour is walked by keys, and each stop is seen${name}`, options, async (page) => {
    await openDepartments(page);
    await openScreen(page, "总览");
    await begin(page);
    for (const [nth, heading] of STOPS.entries()) {
      await card(page).locator("h2", { hasText: heading }).waitFor();
      assert.match(await card(page).textContent(), new RegExp(`第 ${nth + 1} 步，共 8 步`));
      await apart(page);
      assert.equal(await page.evaluate(() => document.activeElement.closest(".tour-card") !== null), true);
      if (!options.viewport) assert.deepEqual(await findings(page), []);
      await page.keyboard.press("ArrowRight");
    }
    assert.equal(await card(page).count(), 0);
    assert.match(await page.locator("h1").textContent(), /总览/);
  });
}

pageTest("the tour is left by Escape where it began, and nothing was changed", {}, async (page) => {
  await openDepartments(page);
  await field(page, 0).fill("35");
  await field(page, 0).press("Enter");
  const worked = await ranking(page);
  await openScreen(page, "方法");
  await begin(page);
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowLeft");
  await card(page).locator("h2", { hasText: "调整分值" }).waitFor();
  await page.keyboard.press("Control+z");
  await page.keyboard.press("Escape");
  assert.equal(await card(page).count(), 0);
  assert.match(await page.locator("h1").textContent(), /方法/);
  await openScreen(page, "评分");
  assert.deepEqual(await ranking(page), worked);
  await undo(page).click();
  await openScreen(page, "总览");
  await page.getByRole("button", { name: "EN", exact: true }).click();
  await begin(page, "Two-minute tour");
  await card(page).getByRole("button", { name: "Next" }).click();
  assert.match(await card(page).textContent(), /Step 2 of 8.*Move the weights/);
  await card(page).getByRole("button", { name: "End the tour" }).click();
  assert.equal(await card(page).count(), 0);
});

pageTest("on the report of one unit every stop is there as well", {}, async (page) => {
  await begin(page);
  for (const heading of STOPS) {
    await card(page).locator("h2", { hasText: heading }).waitFor();
    await apart(page);
    await card(page).getByRole("button", { name: /下一步|完成/ }).click();
  }
  assert.equal(await card(page).count(), 0);
});
