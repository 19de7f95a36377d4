// Files that are damaged, locked, named otherwise or hostile: each is understood or named, and nothing of it runs.
import assert from "node:assert/strict";
import { findings } from "./axe.mjs";
import { pageTest } from "./page.mjs";
import { notice, openFile, openScreen } from "./work.mjs";
import { workbook, xlsx } from "./workbook.mjs";
import { zip } from "./zip.mjs";

const pane = (page) => page.locator(".import-pane");
const status = (page) => pane(page).locator(".import-lists-head [role=status]");
const ready = (page) => status(page).filter({ hasText: /个数值/ }).waitFor();
const file = (name, buffer) => ({ name, mimeType: "application/octet-stream", buffer: Buffer.from(buffer) });

/** An OLE compound file with these streams: header, table of sectors, directory, then the streams. */
function compound(streams) {
  const names = Object.keys(streams);
  const SECTOR = 512;
  const header = Buffer.alloc(SECTOR, 0xff);
  header.fill(0, 0, 76);
  Buffer.from("d0cf11e0a1b11ae1", "hex").copy(header);
  for (const [at, value] of [[24, 0x3e], [26, 3], [28, 0xfffe], [30, 9], [32, 6]]) header.writeUInt16LE(value, at);
  for (const [at, value] of [[44, 1], [48, 1], [56, 4096], [60, 0xfffffffe], [68, 0xfffffffe], [76, 0]]) header.writeUInt32LE(value, at);
  const table = Buffer.alloc(SECTOR, 0xff);
  table.writeUInt32LE(0xfffffffd, 0);
  table.writeUInt32LE(0xfffffffe, 4);
  const directory = Buffer.alloc(SECTOR);
  const bodies = [];
  let sector = 2;
  ["Root Entry", ...names].forEach((name, nth) => {
    const entry = directory.subarray(nth * 128, nth * 128 + 128);
    entry.write(name, 0, "utf16le");
    entry.writeUInt16LE(2 * name.length + 2, 64);
    entry.writeUInt8(nth === 0 ? 5 : 2, 66);
    for (const at of [68, 72, 76]) entry.writeUInt32LE(0xffffffff, at);
    entry.writeUInt32LE(0xfffffffe, 116);
    if (nth === 0) return;
    // Streams below 4096 bytes would stand in sectors of another size.
    const body = Buffer.alloc(Math.max(4096, Math.ceil(streams[name].length / SECTOR) * SECTOR));
    Buffer.from(streams[name]).copy(body);
    entry.writeUInt32LE(sector, 116);
    entry.writeUInt32LE(body.length, 120);
    const last = sector + body.length / SECTOR - 1;
    for (; sector < last; sector += 1) table.writeUInt32LE(sector + 1, 4 * sector);
    table.writeUInt32LE(0xfffffffe, 4 * last);
    sector = last + 1;
    bodies.push(body);
  });
  return Buffer.concat([header, table, directory, ...bodies]);
}

/** The records of an XLS with a password: a beginning, then what says how it is locked. */
const locked = Buffer.concat([
  Buffer.from([0x09, 0x08, 16, 0, 0x00, 0x06, 0x05, 0x00]), Buffer.alloc(12),
  Buffer.from([0x2f, 0x00, 54, 0, 1, 0]), Buffer.alloc(52, 7),
]);

const plain = xlsx({ "2019年": [["单位名称", "件数"], ...Array.from({ length: 40 }, (_, n) => [`第${n}局`, n * 7919 % 1000])] });
/** The workbook with a byte of its sheet turned. */
function turned() {
  const bytes = Buffer.from(plain);
  const name = bytes.lastIndexOf("xl/worksheets/sheet1.xml", bytes.indexOf("PK\u0001\u0002"));
  bytes[name + 200] ^= 0xff;
  return bytes;
}
/** A sheet of 18 MB of blanks in one piece, packed into 18 kB. */
const bomb = () => zip({
  "[Content_Types].xml": "<Types/>",
  "xl/workbook.xml": '<workbook xmlns:r="r"><sheets><sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>',
  "xl/_rels/workbook.xml.rels": '<Relationships><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
  "xl/worksheets/sheet1.xml": Buffer.concat([Buffer.from("<worksheet>"), Buffer.alloc(18 << 20, 32), Buffer.from("</worksheet>")]),
});
/** A row of eight cells that says it stands there a million times. */
const repeated = () => zip({
  mimetype: "application/vnd.oasis.opendocument.spreadsheet",
  "content.xml": `<a xmlns:office="o" xmlns:table="t"><table:table table:name="x"><table:table-row table:number-rows-repeated="1000000">${
    '<table:table-cell office:value-type="float" office:value="1" table:number-columns-repeated="8"/>'}</table:table-row></table:table></a>`,
});

pageTest("what cannot be read is named with what to do, and nothing is left of it", {}, async (page) => {
  await openScreen(page, "数据");
  for (const [name, bytes, words] of [
    ["加密.xlsx", compound({ EncryptionInfo: "x", EncryptedPackage: "y" }), /文件已加密.*去掉密码后另存/],
    ["加密.xls", compound({ Workbook: locked }), /文件已加密.*去掉密码后另存/],
    ["残缺.xlsx", plain.subarray(0, plain.length * 0.6), /文件已损坏（.+）.*重新取得文件/],
    ["坏字节.xlsx", turned(), /文件已损坏（xl\/worksheets\/sheet1\.xml：.+）/],
    ["残缺.xls", compound({ Workbook: locked }).subarray(0, 1600), /文件已损坏/],
    ["炸弹.xlsx", bomb(), /超过 \d+ MB 的上限，已停止读取/],
    ["重复.ods", repeated(), /超过 500 万个的上限，已停止读取/],
    ["合同.xlsx", zip({ "[Content_Types].xml": "<Types/>", "word/document.xml": "<w/>" }), /这是文字文档/],
    ["压缩.xlsx", zip({ "a.csv": "单位,件数\n" }), /这是压缩文件，请解压/],
    ["空白.xls", "<html><body>系统超时，请重新登录</body></html>", /文件里没有表格/],
  ]) {
    await openFile(page, file(name, bytes));
    const alert = pane(page).getByRole("alert");
    await alert.waitFor();
    assert.match(await alert.textContent(), words, name);
    assert.match(await pane(page).locator("h2").textContent(), new RegExp(name.replace(".", "\\.")));
    await pane(page).getByRole("button", { name: "关闭" }).click();
    assert.equal(await pane(page).count(), 0);
  }
});

pageTest("what is named otherwise, merged or headed in rows is read as what it is", {}, async (page) => {
  await openScreen(page, "数据");
  await openFile(page, file("2021年导出.xlsx", "单位名称,办件量（件）,办结率（%）\n甲局,１２,98.5\n乙局,约15,—\n"));
  await ready(page);
  assert.match(await pane(page).locator(".panel-header").textContent(), /扩展名与内容不符，已按内容（CSV）读取/);
  assert.match(await status(page).textContent(), /2 个单位 · 2 项指标 · 3 个数值 · 1 处缺数据/);
  await pane(page).getByRole("button", { name: "取消" }).click();

  const rows = [
    ["2021年度考核数据"], ["单位", "行政执法", null, "政务公开", null], [null, "案件数（件）", "公示率（%）", "公开数（条）", "答复率（%）"],
    ["甲局", 3, 90, 1200, 100], ["乙局", { error: "#DIV/0!" }, 95, null, "/"], ["丙局", "1.2万", 97, 900, 98],
  ];
  await openFile(page, workbook("两行表头.xlsx", { 数据: { rows, merged: ["A1:E1", "A2:A3", "B2:C2", "D2:E2", "D4:D5"] } }));
  await ready(page);
  // 12 places: #DIV/0! and / have no value; D5 lies in the merged area of D4, which is marked, and is empty itself.
  assert.match(await status(page).textContent(), /3 个单位 · 4 项指标 · 9 个数值 · 3 处缺数据/);
  const labels = await pane(page).locator(".import-list .import-row th").allTextContents();
  assert.deepEqual(labels, ["行政执法 - 案件数", "行政执法 - 公示率", "政务公开 - 公开数", "政务公开 - 答复率"]);
  await pane(page).locator(".segment", { hasText: "疑点" }).click();
  const doubts = await pane(page).locator(".import-row").allTextContents();
  assert.ok(doubts.some((text) => /数据!B5#DIV\/0!公式出错/.test(text)), doubts.join("\n"));
  assert.ok(doubts.some((text) => /数据!D4/.test(text) && /合并/.test(text)), doubts.join("\n"));
  assert.deepEqual(await findings(page), []);
});

pageTest("names with markup, marks of direction and ten thousand letters are shown as names", {}, async (page) => {
  await openScreen(page, "数据");
  const long = "长".repeat(10_000);
  const names = ['<img src=x onerror="window.ran=1">局', "\u202E局反向", long, "<script>window.ran=1</script>"];
  const rows = [["单位名称", "<b>案件</b>数（件）", `${long}率（%）`], ...names.map((name, n) => [name, n + 1, 50 + n])];
  await openFile(page, workbook("2021年<i>名称</i>.xlsx", { "<u>表</u>": rows }));
  await ready(page);
  assert.match(await pane(page).locator("h2").textContent(), /<i>名称<\/i>/);
  for (const part of ["单位", "指标", "疑点"]) await pane(page).locator(".segment", { hasText: part }).click();
  await pane(page).getByRole("button", { name: "另建数据集" }).click();
  await notice(page).waitFor();
  await page.locator(".draft-pane").getByRole("button", { name: "建立方案" }).click();
  await page.locator(".unit-line").nth(3).waitFor();
  const shown = await page.locator(".unit-line .unit-name").allTextContents();
  assert.ok(shown.some((name) => name.includes("<img src=x")) && shown.some((name) => name.includes("<script>")), shown.map((name) => name.slice(0, 40)).join("\n"));
  for (const screen of ["总览", "评分", "规则", "数据", "趋势"]) {
    await openScreen(page, screen);
    const { wide, tall } = await page.evaluate(() => ({
      wide: document.documentElement.scrollWidth - innerWidth,
      tall: Math.max(...[...document.querySelectorAll(".top-bar, .rail, h2")].map((part) => part.getBoundingClientRect().width - innerWidth)),
    }));
    assert.ok(wide <= 0 && tall <= 0, `${screen}: ${wide} ${tall}`);
  }
  assert.equal(await page.evaluate(() => window.ran), undefined);
  assert.equal(await page.locator("main img, main script").count(), 0);
});

const large = (() => {
  let made;
  return () => (made ??= workbook("大表.xlsx", Object.fromEntries([2020, 2021].map((year) => [`${year}年`, [
    ["单位名称", ...Array.from({ length: 40 }, (_, n) => `第${n + 1}项数（件）`)],
    ...Array.from({ length: 4000 }, (_, unit) => [`第${unit + 1}局`, ...Array.from({ length: 40 }, (_, n) => (unit * 7919 + n * 104729 + year) % 100003 / 8)]),
  ]]))));
})();

/** Notes how far each phase was; presses 取消 as soon as the phase named so is under way. */
const watch = (page, phase) => page.evaluate((phase) => {
  window.seen = {};
  const look = () => {
    const bar = document.querySelector(".import-progress .progress");
    const name = bar && document.querySelector(".import-progress p").textContent;
    const checking = document.querySelector(".import-lists-head [role=status]")?.textContent.match(/^(正在逐格核对)，已完成 (\d+)%$/);
    const [now, done] = bar ? [name, Number(bar.getAttribute("aria-valuenow"))] : checking ? [checking[1], Number(checking[2])] : [];
    if (now === undefined) return;
    const all = (window.seen[now] ??= []);
    if (all.at(-1) !== done) all.push(done);
    if (now === phase && all.length > 1) {
      [...document.querySelectorAll(".import-pane .panel-header .button")].find((button) => button.textContent === "取消").click();
      watching.disconnect();
    }
  };
  const watching = new MutationObserver(look);
  watching.observe(document.querySelector("main"), { subtree: true, childList: true, attributes: true, characterData: true });
}, phase);

pageTest("progress moves in every phase, and cancelling in any of them leaves nothing", {}, async (page) => {
  await openScreen(page, "数据");
  const before = await page.locator(".top-bar select").first().locator("option").allTextContents();
  for (const phase of ["正在读取", "正在识别表格", "正在逐格核对", "正在写入"]) {
    await watch(page, phase);
    await openFile(page, large());
    if (phase === "正在写入") {
      await ready(page);
      await pane(page).getByRole("button", { name: "另建数据集" }).click();
    }
    await page.waitForFunction((phase) => window.seen[phase]?.length > 1, phase);
    await pane(page).waitFor({ state: "detached" });
    // What had been begun would be done long before a small file that is taken in behind it.
    await openFile(page, workbook("小.xlsx", { "2021年": [["单位名称", "件数"], ["甲局", 1], ["乙局", 2]] }));
    await ready(page);
    await pane(page).getByRole("button", { name: "取消" }).click();
    assert.equal(await notice(page).count(), 0);
    assert.deepEqual(await page.locator(".top-bar select").first().locator("option").allTextContents(), before, phase);
  }
  await watch(page, "");
  await openFile(page, large());
  await ready(page);
  await pane(page).getByRole("button", { name: "另建数据集" }).click();
  await notice(page).waitFor();
  const seen = await page.evaluate(() => window.seen);
  for (const [phase, all] of Object.entries(seen)) assert.ok(all.length > 1 && all.every((done, n) => n === 0 || done >= all[n - 1]), `${phase}: ${all}`);
  assert.deepEqual(Object.keys(seen), ["正在读取", "正在识别表格", "正在逐格核对", "正在写入"]);
});
