// What leaves the page with the results and the work in it: the workbook, the table, the project.
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { pageTest, started } from "./page.mjs";
import { field, notice, openDepartments, openFile, openScreen, ranking, undo } from "./work.mjs";
import { unzip } from "./zip.mjs";

/** Chooses a command of the file menu and gives the saved file: { name, bytes }. */
async function saved(page, command) {
  await page.locator(".menu button", { hasText: "文件" }).click();
  const download = page.waitForEvent("download");
  await page.locator(".menu-entry", { hasText: command }).click();
  const file = await download;
  return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
}

pageTest("the workbook leaves with formulas and the scores that the screen shows", {}, async (page) => {
  await openDepartments(page);
  const first = (await ranking(page))[0];
  const { name, bytes } = await saved(page, "导出工作簿");
  assert.match(name, /\.xlsx$/);
  const parts = unzip(bytes);
  const sheet = parts["xl/worksheets/sheet1.xml"];
  const texts = [...parts["xl/sharedStrings.xml"].matchAll(/<t [^>]*>([^<]*)</g)].map((match) => match[1]);
  const named = texts.indexOf(first.name);
  const at = sheet.match(new RegExp(`<c r="B(\\d+)"[^>]*><v>${named}</v>`))[1];
  const cell = (column) => sheet.match(new RegExp(`<c r="${column}${at}"[^>]*>(?:<f>([^<]*)</f>)?<v>([^<]*)</v>`));
  assert.equal(Number(cell("D")[2]).toFixed(1), Number(first.score).toFixed(1));
  assert.match(cell("D")[1], /推算2019/);
  assert.match(cell("A")[1], /ISNUMBER/);
});

pageTest("the results leave as a table that spreadsheets read", {}, async (page) => {
  await openDepartments(page);
  const rows = await ranking(page);
  const { name, bytes } = await saved(page, "导出结果");
  assert.match(name, /\.csv$/);
  assert.equal(bytes.subarray(0, 3).toString("hex"), "efbbbf");
  const lines = bytes.toString("utf8").trim().split("\r\n");
  assert.match(lines[0], /^名次,单位,类别,总分,等次/);
  assert.equal(lines.length, rows.length + 1);
  assert.deepEqual(lines.slice(1).map((line) => line.split(",")[1]), rows.map((row) => row.name));
});

pageTest("a project opens elsewhere with the same data, scheme and kept schemes, and can be taken back", {}, async (page) => {
  await openDepartments(page);
  await openScreen(page, "比较");
  await page.locator(".compare-keep input").fill("会前方案");
  await page.locator(".compare-keep button").click();
  await openScreen(page, "评分");
  await field(page, 0).fill("44");
  await field(page, 0).press("Enter");
  const before = await ranking(page);
  const { name, bytes } = await saved(page, "保存项目");
  assert.match(name, /\.json$/);
  await page.evaluate(() => localStorage.clear());
  await page.addInitScript(() => {
    if (!sessionStorage.getItem("cleared")) {
      sessionStorage.setItem("cleared", "once");
      localStorage.clear();
    }
  });
  await page.reload();
  await started(page);
  await openFile(page, { name, mimeType: "application/json", buffer: bytes });
  await notice(page).filter({ hasText: "已打开项目" }).waitFor();
  await openScreen(page, "评分");
  assert.deepEqual(await ranking(page), before);
  assert.match(await page.locator(".top-bar select").nth(1).textContent(), /会前方案/);
  // Its steps came with it, and the work whose place it took stands before them.
  assert.equal(await field(page, 0).inputValue(), "44");
  await undo(page).click();
  assert.equal(await field(page, 0).inputValue(), "10");
  await page.getByRole("button", { name: "操作历史" }).click();
  const steps = page.locator(".history-list .menu-entry");
  assert.match((await steps.allTextContents()).join("|"), /^分值 组织领导与责任 10 → 44\|.*打开项目.*\|起点$/);
  await steps.last().click();
  assert.match(await page.locator(".top-bar select").first().locator("option:checked").textContent(), /巩义/);
});

for (const [kind, command] of [["to work on", "另存为带项目的网页"], ["for reading only", "另存为只读网页"]]) {
  pageTest(`a copy of the page ${kind} opens from disk with the project in it, and leaves kept work alone`, {}, async (page) => {
    await openDepartments(page);
    await field(page, 0).fill("44");
    await field(page, 0).press("Enter");
    const before = await ranking(page);
    const { name, bytes } = await saved(page, command);
    assert.match(name, /\.html$/);
    const folder = mkdtempSync(join(tmpdir(), "faheng-"));
    try {
      const copy = await page.context().newPage();
      const errors = [];
      copy.on("pageerror", (error) => errors.push(error.message));
      copy.on("console", (message) => message.type() === "error" && errors.push(message.text()));
      writeFileSync(join(folder, name), bytes);
      await copy.goto(pathToFileURL(join(folder, name)).href);
      await started(copy);
      await openScreen(copy, "评分");
      assert.deepEqual(await ranking(copy), before);
      await field(copy, 0).fill("12");
      await field(copy, 0).press("Enter");
      if (kind === "to work on") {
        await copy.locator(".saved-state", { hasText: "已保存" }).waitFor();
        const changed = await ranking(copy);
        assert.notDeepEqual(changed, before);
        await copy.waitForFunction(() => Object.keys(localStorage).some((key) => key.startsWith("faheng.copy.") && key.includes("faheng.slot.")));
        await copy.reload();
        await started(copy);
        assert.deepEqual(await ranking(copy), changed);
      } else {
        await notice(copy).filter({ hasText: "只读副本" }).waitFor();
        assert.deepEqual(await ranking(copy), before);
      }
      assert.deepEqual(errors, []);
      await page.reload();
      await started(page);
      assert.equal(await field(page, 0).inputValue(), "44");
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
}
