// The one file: opens without network, asks for nothing, and says what is the matter when it cannot run.
import assert from "node:assert/strict";
import { frame, pageTest } from "./page.mjs";

const visible = (page, selector) => page.locator(selector).isVisible();

pageTest("the page opens from disk and draws itself", {}, async (page) => {
  assert.match(await page.title(), /法衡/);
  assert.equal(await visible(page, frame.failure), false);
});

pageTest("the page opens where storage is denied", {
  before: (page) => page.addInitScript(() => {
    Object.defineProperty(window, "localStorage", { get() { throw new DOMException("denied", "SecurityError"); } });
  }),
}, async (page) => {
  assert.equal(await visible(page, frame.failure), false);
});

const refusals = /Content Security Policy|Refused to|request: https:\/\/elsewhere\.invalid/;
const waysOut = {
  fetch: () => fetch("https://elsewhere.invalid/"),
  beacon: () => navigator.sendBeacon("https://elsewhere.invalid/", "data"),
  socket: () => new WebSocket("wss://elsewhere.invalid/"),
  image: () => { new Image().src = "https://elsewhere.invalid/pixel.png"; },
  frame: () => { document.body.append(Object.assign(document.createElement("iframe"), { src: "https://elsewhere.invalid/" })); },
  style: () => { document.head.append(Object.assign(document.createElement("link"), { rel: "stylesheet", href: "https://elsewhere.invalid/a.css" })); },
  form: () => { document.body.append(Object.assign(document.createElement("form"), { action: "https://elsewhere.invalid/" })); document.forms[0].submit(); },
  script: () => { document.body.append(Object.assign(document.createElement("script"), { textContent: "window.ran = true" })); },
};
for (const [name, wayOut] of Object.entries(waysOut)) {
  pageTest(`the policy refuses: ${name}`, { expected: refusals }, async (page) => {
    const directive = await page.evaluate(async (source) => {
      const refused = new Promise((resolve) => document.addEventListener("securitypolicyviolation", (event) => resolve(event.effectiveDirective)));
      const tried = (0, eval)(`(${source})`);
      try { await tried(); } catch { /* refused, as it should be */ }
      return refused;
    }, wayOut.toString());
    assert.ok(directive, "a violation is reported");
    assert.equal(await page.evaluate(() => window.ran), undefined);
  });
}

pageTest("the policy refuses to make code of text", { expected: refusals }, async (page) => {
  // A later task, since what a debugger evaluates may.
  const outcome = await page.evaluate(() => new Promise((resolve) => setTimeout(() => {
    try { resolve(new Function("return 'ran'")()); } catch (error) { resolve(error.name); }
  })));
  assert.equal(outcome, "EvalError");
});

pageTest("the policy lets a worker made of the page's own text run WebAssembly", {}, async (page) => {
  const answer = await page.evaluate(() => {
    const empty = "new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])";
    const source = `WebAssembly.compile(${empty}).then((module) => postMessage(String(module)), (error) => postMessage(String(error)))`;
    const worker = new Worker(URL.createObjectURL(new Blob([source])));
    return new Promise((resolve, reject) => {
      worker.onmessage = (event) => resolve(event.data);
      worker.onerror = () => reject(new Error("the worker did not start"));
    });
  });
  assert.equal(answer, "[object WebAssembly.Module]");
});

pageTest("while the program is on its way, the page says so in both languages", {
  ready: false,
  before: (page) => page.addInitScript(() => { WebAssembly.instantiate = () => new Promise(() => {}); }),
}, async (page) => {
  assert.match(await page.locator(frame.loading).innerText(), /正在打开法衡[^]*Opening Faheng/);
  assert.equal(await visible(page, frame.failure), false);
});

pageTest("without JavaScript the page asks for it in both languages", { javaScriptEnabled: false, ready: false }, async (page) => {
  assert.match(await page.locator("body").innerText(), /JavaScript 才能运行[^]*Faheng needs JavaScript/);
  assert.equal(await visible(page, frame.loading), false);
});

const breakages = {
  "WebAssembly is switched off": () => { delete window.WebAssembly; },
  "the program cannot be compiled": () => { WebAssembly.instantiate = () => Promise.reject(new Error("refused")); },
};
for (const [name, breakage] of Object.entries(breakages)) {
  pageTest(`where ${name} the page says that it cannot start`, { ready: false, before: (page) => page.addInitScript(breakage) }, async (page) => {
    await page.locator(frame.failure).waitFor();
    assert.match(await page.locator(frame.failure).innerText(), /未能启动[^]*could not start/);
    assert.equal(await visible(page, frame.loading), false);
    assert.notEqual(await page.locator(frame.detail).innerText(), "");
  });
}

const trap = () => setTimeout(() => { throw new WebAssembly.RuntimeError("unreachable"); });
pageTest("when the program stops, the page says that the work is saved", { expected: /unreachable/ }, async (page) => {
  await page.evaluate(trap);
  await page.locator(frame.failure).waitFor();
  assert.match(await page.locator(frame.failure).innerText(), /您的工作已保存[^]*Your work is saved/);
});

pageTest("when the program stops and nothing could be kept, the page does not claim so", { expected: /unreachable/ }, async (page) => {
  await page.evaluate(() => document.documentElement.setAttribute("data-work-kept", "false"));
  await page.evaluate(trap);
  await page.locator(frame.failure).waitFor();
  assert.doesNotMatch(await page.locator(frame.failure).innerText(), /已保存|is saved/);
});

pageTest("an error of another kind does not stop the page", { expected: /passing/ }, async (page) => {
  await page.evaluate(() => new Promise((resolve) => {
    window.addEventListener("error", resolve);
    setTimeout(() => { throw new Error("passing"); });
  }));
  assert.equal(await visible(page, frame.failure), false);
});
