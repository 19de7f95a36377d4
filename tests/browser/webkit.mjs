// WebKitGTK's small browser, driven through its WebDriver on a display of its own (Debian's webkit2gtk-driver and xvfb).
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { createServer } from "node:net";

const programs = ["/usr/bin/WebKitWebDriver", "/usr/bin/xvfb-run"];
const patience = 20_000;

export const webKitIsThere = () => programs.every((program) => existsSync(program));

/** Opens the address and returns what `look`, run in the page, gives to its callback. */
export async function openInWebKit(address, look) {
  const port = await freePort();
  const driver = spawn("xvfb-run", ["--auto-servernum", "WebKitWebDriver", `--port=${port}`], { stdio: "ignore", detached: true });
  try {
    const { sessionId } = await whenReady(() => ask(port, "POST", "/session", { capabilities: { alwaysMatch: { browserName: "MiniBrowser" } } }));
    await ask(port, "POST", `/session/${sessionId}/url`, { url: address });
    const answer = await ask(port, "POST", `/session/${sessionId}/execute/async`, { script: `(${look})(arguments[0])`, args: [] });
    await ask(port, "DELETE", `/session/${sessionId}`);
    return answer;
  } finally {
    // The driver, its display and its browser: all that began with it.
    process.kill(-driver.pid);
  }
}

async function ask(port, method, path, body) {
  const response = await fetch(`http://127.0.0.1:${port}${path}`, { method, body: body && JSON.stringify(body) });
  const { value } = await response.json();
  if (!response.ok) throw new Error(`${value.error}: ${value.message}`);
  return value;
}

/** The driver listens some time after its start. */
async function whenReady(request) {
  for (const begin = Date.now(); ; await new Promise((resolve) => setTimeout(resolve, 50))) {
    try {
      return await request();
    } catch (error) {
      if (error.cause?.code !== "ECONNREFUSED" || Date.now() - begin > patience) throw error;
    }
  }
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().once("error", reject).listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
