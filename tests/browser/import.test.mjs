// Tables from other programs, from the file to scores on the screen.
import assert from "node:assert/strict";
import { findings } from "./axe.mjs";
import { pageTest } from "./page.mjs";
import { notice, openDepartments, openFile, openScreen, ranking, undo } from "./work.mjs";
import { workbook } from "./workbook.mjs";

const units = ["财政局", "交通运输局", "教育局", "水利局", "公安局", "生态环境局"];
const headers = [
  "领导班子学法次数（次）", "日常督导得分", "规范性文件备案率（%）", "重大决策合法性审查率（%）",
  "案卷评查合格率（%）", "执法决定公示率（%）", "审计问题整改率（%）", "行政诉讼败诉率（%）",
];
/** A sheet a year: a title, a note, a header, a row a department. */
const sheet = (year, change) => [
  [`某市${year}年度法治政府建设考核数据`],
  ["制表单位：司法局"],
  ["序号", "单位名称", ...headers],
  ...units.map((name, n) => [n + 1, name, 4 + (n % 3), 80 + n, 90, 100, 92 - n, 95, 88, n].map((value, i) => change?.(n, i) ?? value)),
];

const figures = workbook("某市部门数据.xlsx", {
  "2018年": sheet(2018),
  "2019年": sheet(2019, (n, i) => ({ "0 2": { error: "#DIV/0!" }, "1 3": "约８６", "2 9": "—", "3 4": "良好" })[`${n} ${i}`]),
});

const pane = (page) => page.locator(".import-pane");
const segment = (page, name) => pane(page).locator(".segment", { hasText: name });
const ready = (page) => pane(page).locator(".import-lists-head [role=status]", { hasText: /个数值/ }).waitFor();

pageTest("a workbook becomes a data set with scores, as one step", {}, async (page) => {
  await openDepartments(page);
  await openFile(page, figures);
  await ready(page);
  assert.match(await pane(page).locator("h2").textContent(), /导入《某市部门数据\.xlsx》/);
  assert.deepEqual(await pane(page).locator(".import-table-name > span:first-child").allTextContents(), ["2018年", "2019年"]);
  assert.match(await pane(page).locator(".import-table-name").first().textContent(), /一行一个单位/);
  // 6 × 8 × 2 = 96 values, of which #DIV/0!, — and 良好 are missing.
  assert.match(await pane(page).locator(".import-lists-head [role=status]").textContent(), /6 个单位 · 8 项指标 · 93 个数值 · 3 处缺数据/);
  const chosen = await pane(page).locator(".import-choice").evaluateAll((all) => all.map((one) => one.selectedOptions[0].textContent));
  assert.deepEqual(chosen, headers.map((name) => name.replace(/（.*/, "")));

  assert.deepEqual(await findings(page), []);
  await segment(page, "疑点").click();
  assert.deepEqual(await findings(page), []);
  const doubts = await pane(page).locator(".import-row").allTextContents();
  assert.equal(doubts.length, 3);
  assert.match(doubts[0], /2019年!C4#DIV\/0!公式出错（#DIV\/0!），按缺数据处理未取到数值/);
  assert.match(doubts[1], /2019年!D5约８６带有“约”，不是准确数，已取数值已取值/);
  assert.match(doubts[2], /2019年!E7良好“良好”是文字/);
  await pane(page).locator(".import-look").nth(2).click();
  const marked = pane(page).locator(".cell-lost");
  assert.deepEqual(await marked.allTextContents(), ["良好"]);
  assert.match(await marked.getAttribute("title"), /^E7: “良好”是文字/);

  await pane(page).getByRole("button", { name: "另建数据集" }).click();
  await notice(page).waitFor();
  assert.match(await notice(page).textContent(), /已导入《某市部门数据\.xlsx》，数据：某市部门数据。观测值 96 条；疑点 3 处/);
  assert.equal(await pane(page).count(), 0);
  await openScreen(page, "评分");
  const rows = await ranking(page);
  assert.deepEqual(new Set(rows.map((row) => row.name)), new Set(units));
  assert.ok(rows.every((row) => Number(row.score) > 0), JSON.stringify(rows));
  assert.match(await undo(page).getAttribute("title"), /撤销：导入《某市部门数据\.xlsx》/);
  await undo(page).click();
  assert.ok((await ranking(page)).length > 6);
});

pageTest("what was understood can be changed, and merged into the present data", {}, async (page) => {
  await openDepartments(page);
  await openFile(page, workbook("补充.xlsx", { 表: [["单位名称", "领导班子学法次", "新办指标（万元）"], ["财政局", 3, 2], ["某某中心", 5, 1.5]] }));
  await pane(page).locator(".import-lists-head [role=status]", { hasText: /没有可导入的数值/ }).waitFor();
  await pane(page).locator(".import-year input").fill("2019");
  await pane(page).locator(".import-year input").press("Enter");
  await ready(page);
  const choice = pane(page).locator(".import-choice");
  await choice.first().selectOption({ label: "领导班子学法次数" });
  assert.match(await pane(page).locator(".import-row").nth(1).textContent(), /万元 → 元/);
  await segment(page, "单位").click();
  await choice.nth(1).selectOption({ label: "不导入" });
  await pane(page).locator(".import-lists-head [role=status]", { hasText: /1 个单位 · 2 项指标 · 2 个数值/ }).waitFor();
  await pane(page).getByRole("button", { name: /并入/ }).click();
  await notice(page).waitFor();
  assert.match(await notice(page).textContent(), /新增 1 条，变动 1 条/);
  const present = page.locator(".top-bar select").first().locator("option:checked");
  assert.match(await present.textContent(), /（修改稿）/);
});

pageTest("a table is pasted, a file is cancelled, a wrong one is named", {}, async (page) => {
  await openScreen(page, "数据");
  await page.evaluate(() => {
    const transfer = new DataTransfer();
    transfer.setData("text/plain", "单位名称\t2019年办件量\n甲局\t12\n乙局\t15\n");
    document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData: transfer, bubbles: true }));
  });
  await ready(page);
  assert.match(await pane(page).locator("h2").textContent(), /粘贴的表格/);
  await pane(page).getByRole("button", { name: "取消" }).click();
  await page.locator(".data-table").waitFor();

  for (const [name, bytes, words] of [
    ["合同.docx", Buffer.from("%PDF-1.7\n%âãÏÓ\n"), /PDF 文件/],
    ["坏.xlsx", figures.buffer.subarray(0, 900), /已损坏/],
    ["空.csv", Buffer.alloc(0), /文件是空的/],
  ]) {
    await openFile(page, { name, mimeType: "application/octet-stream", buffer: bytes });
    const alert = pane(page).getByRole("alert");
    await alert.waitFor();
    assert.match(await alert.textContent(), words, name);
    await pane(page).getByRole("button", { name: "关闭" }).click();
  }
});

pageTest("old files of government systems are read as what they are", {}, async (page) => {
  await openScreen(page, "数据");
  // 单位名称,办结率（%） / 甲局,９８ / 乙局,97 in GB18030.
  const gb = Buffer.from("b5a5cebbc3fbb3c62cb0ecbde1c2caa3a8a3a5a3a90abcd7bed62ca3b9a3b80ad2d2bed62c39370a", "hex");
  await openFile(page, { name: "2020年.csv", mimeType: "text/csv", buffer: gb });
  await ready(page);
  assert.match(await pane(page).locator(".panel-header").textContent(), /GB18030/);
  assert.match(await pane(page).locator(".import-cells").textContent(), /甲局９８/);
  await pane(page).getByRole("button", { name: "取消" }).click();

  const html = "<html><meta charset=utf-8><table><tr><td>单位名称<td>2020年件数<tr><td>甲局<td>3<tr><td>乙局<td>4</table></html>";
  await openFile(page, { name: "导出.xls", mimeType: "application/vnd.ms-excel", buffer: Buffer.from(html) });
  await ready(page);
  assert.match(await pane(page).locator(".panel-header").textContent(), /扩展名与内容不符，已按内容（HTML）读取/);
});

const grid = (page) => page.locator("#data-grid");
const active = (page) => grid(page).locator(".grid-active");

pageTest("a figure is walked to by keys and corrected; what was imported stays beside it", {}, async (page) => {
  await openDepartments(page);
  await openScreen(page, "数据");
  await grid(page).focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowRight");
  assert.equal(await grid(page).getAttribute("aria-activedescendant"), "cell-1-1");
  const before = await active(page).textContent();
  await page.keyboard.press("Enter");
  await page.keyboard.type("５５.5");
  assert.equal(await page.locator("#cell-value").inputValue(), "５５.5");
  await page.keyboard.press("Enter");
  assert.match(await page.locator(".cell-problem").textContent(), /请写明理由/);
  await page.locator("#cell-reason").fill("督导复核");
  await page.locator("#cell-source").fill("督导通报第 3 期");
  await page.keyboard.press("Enter");
  await page.locator("#cell-1-1.grid-corrected").waitFor();
  assert.equal(await active(page).getAttribute("title"), `已更正 导入值 ${before} 分`);
  assert.match(await active(page).textContent(), /^55\.5/);
  assert.match(await page.locator(".cell-panel dl").textContent(), new RegExp(`导入值${before} 分.*督导复核（出处：督导通报第 3 期）`));
  assert.match(await page.locator(".panel-sub", { hasText: "已更正 1 处" }).textContent(), /22 个单位/);
  assert.match(await undo(page).getAttribute("title"), new RegExp(`更正 交通运输局 2019 日常督导得分 ${before} 分 → 55\\.5 分`));
  await undo(page).click();
  assert.equal(await active(page).textContent(), before);
  assert.equal(await page.locator(".grid-corrected").count(), 0);
  await grid(page).focus();
  await page.keyboard.press("Control+End");
  assert.equal(await grid(page).getAttribute("aria-activedescendant"), "cell-21-42");
  assert.ok(await active(page).isVisible());
});

pageTest("every cell that is no plain figure is understood or named", {}, async (page) => {
  await openScreen(page, "数据");
  const cells = [
    { error: "#DIV/0!" }, "１２３", "—", "约12", "1.2万", "/", null, "无", "3/5", "1,234", "12件", "2019-03-01", "良好", "<b>8</b>", "\u202E15",
  ];
  await openFile(page, workbook("单元格.xlsx", { 表一: [["单位名称", "办件量（件）", "来访（次）"], ...cells.map((cell, n) => [`第${n + 1}局`, cell, n])] }));
  await pane(page).getByRole("button", { name: "按 2019 年导入" }).click();
  await ready(page);
  // １２３, 约12, 1.2万, 1,234, 12件 and 15 behind a mark of direction are six figures, and 15 stand in the other column.
  assert.match(await pane(page).locator(".import-lists-head [role=status]").textContent(), /15 个单位 · 2 项指标 · 21 个数值 · 9 处缺数据/);
  await segment(page, "疑点").click();
  const doubts = await pane(page).locator(".import-row").allTextContents();
  const named = [/表一!B2#DIV\/0!公式出错/, /表一!B5约12带有“约”/, /表一!B9无“无”可能是 0/, /表一!B103\/5“3\/5”是分数或比例/, /表一!B132019-03-01.*是日期/, /表一!B14良好.*是文字/, /表一!B15<b>8<\/b>/];
  assert.equal(doubts.length, named.length, doubts.join("\n"));
  named.forEach((words, n) => assert.match(doubts[n], words));
});

pageTest("the template of the present scheme is saved, and comes back with nothing in it", { acceptDownloads: true }, async (page) => {
  await openDepartments(page);
  await openScreen(page, "数据");
  await page.locator(".top-bar .menu > button", { hasText: "文件" }).click();
  const saving = page.waitForEvent("download");
  await page.locator(".menu-entry", { hasText: "下载填报模板" }).click();
  const download = await saving;
  assert.equal(download.suggestedFilename(), "填报模板_默认方案（部门考核）_2019.xlsx");
  await openFile(page, await download.path());
  await pane(page).locator(".import-lists-head [role=status]", { hasText: /没有可导入的数值/ }).waitFor();
  await pane(page).getByRole("button", { name: "取消" }).click();
});
