// Charts over the years are narrowed by a drag or by lists, and the narrowed chart is what leaves the page.
import assert from "node:assert/strict";
import { findings } from "./axe.mjs";
import { pageTest } from "./page.mjs";
import { openDepartments, openScreen } from "./work.mjs";

const title = (page) => page.locator(".chart-title").first();
const fields = (page) => page.locator(".span-fields select").evaluateAll((selects) => selects.map((select) => Number(select.value)));

/** Pulls across the first chart between two shares of its width. */
async function drag(page, from, to) {
  const box = await page.locator(".chart-stage").first().boundingBox();
  const y = box.y + box.height / 2;
  await page.mouse.move(box.x + from * box.width, y);
  await page.mouse.down();
  await page.mouse.move(box.x + (from + to) / 2 * box.width, y);
  await page.mouse.move(box.x + to * box.width, y);
  await page.locator(".chart-span").waitFor();
  await page.mouse.up();
}

for (const [screen, kind] of [["趋势", null], ["图表", "历年名次"]]) {
  pageTest(`years are pulled over on ${screen}, chosen from lists, and given back`, {}, async (page) => {
    await openDepartments(page);
    await openScreen(page, screen);
    if (kind) await page.locator(".chart-kind", { hasText: kind }).locator("input").check();
    await title(page).filter({ hasText: "2015–2019" }).waitFor();
    assert.deepEqual(await fields(page), [2015, 2019]);
    assert.deepEqual(await findings(page), []);
    // From the right end of the plot back to its middle.
    await drag(page, 0.86, 0.4);
    const [from, to] = await fields(page);
    assert.equal(to, 2019);
    assert.ok(from > 2015 && from < 2019, `${from}`);
    await title(page).filter({ hasText: `${from}–2019` }).waitFor();
    await page.locator(".chart button", { hasText: "数据表" }).click();
    assert.doesNotMatch(await page.locator(".chart table").textContent(), /2015/);

    await page.locator(".chart button", { hasText: "加入汇报" }).click();
    await page.locator(".span-fields select").first().selectOption("2016");
    assert.deepEqual(await fields(page), [2016, 2019]);
    await page.getByRole("button", { name: "全部年度" }).click();
    await title(page).filter({ hasText: "2015–2019" }).waitFor();
    await openScreen(page, "汇报");
    await page.locator(".deck-item").first().waitFor();
    assert.match(await page.locator(".deck-item").first().textContent(), new RegExp(`${from}–2019`));
  });
}

pageTest("a click on a mark is still a click", {}, async (page) => {
  await openDepartments(page);
  await openScreen(page, "趋势");
  await title(page).filter({ hasText: "2015–2019" }).waitFor();
  const box = await page.locator(".chart-stage").first().boundingBox();
  await page.mouse.click(box.x + box.width * 0.5, box.y + box.height * 0.5);
  assert.deepEqual(await fields(page), [2015, 2019]);
});
