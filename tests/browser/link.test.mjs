// A scheme travels in a link, and everything can be begun again.
import assert from "node:assert/strict";
import { address, pageTest, started } from "./page.mjs";
import { chooseScheme, field, notice, openDepartments, openScreen, ranking, undo } from "./work.mjs";

const entry = async (page, name) => {
  await page.locator(".top-bar button", { hasText: "文件" }).click();
  await page.locator(".menu-entry", { hasText: name }).click();
};

pageTest("a changed scheme is copied as a link and opens beside the others elsewhere", { permissions: ["clipboard-read", "clipboard-write"] }, async (page) => {
  await openDepartments(page);
  await field(page, 0).fill("35");
  await field(page, 0).press("Enter");
  const scores = await ranking(page);
  await entry(page, "复制方案链接");
  await notice(page).waitFor();
  assert.match(await notice(page).textContent(), /方案链接已复制/);
  const link = await page.evaluate(() => navigator.clipboard.readText());
  assert.ok(link.startsWith(`${address}#scheme=`), link.slice(0, 80));
  assert.ok(link.length < 8000, `${link.length} characters`);
  await page.evaluate(() => localStorage.clear());
  await page.goto("about:blank");
  await page.goto(link);
  await started(page);
  assert.match(await notice(page).textContent(), /已从链接加入方案/);
  await openDepartments(page);
  await chooseScheme(page, "默认方案（部门考核）（2）");
  assert.deepEqual(await ranking(page), scores);
  await chooseScheme(page, "默认方案（部门考核）");
  assert.notDeepEqual(await ranking(page), scores);
  assert.doesNotMatch(page.url(), /scheme=/, "a reload does not take it in again");
});

pageTest("a link that is cut off changes nothing and says so", {}, async (page) => {
  await openDepartments(page);
  const start = await ranking(page);
  await page.evaluate(() => { location.hash = "#scheme=7V1bbxs5sn7fX9HQAIsE"; });
  await notice(page).waitFor();
  assert.match(await notice(page).textContent(), /链接中的方案无法读取.*当前内容没有改变/);
  assert.deepEqual(await ranking(page), start);
});

pageTest("starting over asks once and is taken back", {}, async (page) => {
  await openDepartments(page);
  await field(page, 0).fill("35");
  await field(page, 0).press("Enter");
  const worked = await ranking(page);
  page.once("dialog", (dialog) => dialog.dismiss());
  await entry(page, "重新开始");
  assert.deepEqual(await ranking(page), worked);
  page.once("dialog", (dialog) => dialog.accept());
  await entry(page, "重新开始");
  assert.match(await notice(page).textContent(), /已重新开始/);
  assert.match(await page.locator("h1").textContent(), /巩义市/);
  await undo(page).click();
  await openScreen(page, "评分");
  assert.deepEqual(await ranking(page), worked);
});
