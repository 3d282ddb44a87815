// The accessibility gate: looks at HTML files as five kinds of reader would, in one browser, until
// its input ends. Started by gate.py as: node gate.mjs BROWSER
//
// A question is a line {"file": ..., "modes": [...]}. The answer is a line, too: {"looks": {MODE:
// {"faults": [{"rule", "where", "what"}, ...], "tree": ...}}}, where the tree is what a screen reader
// is given (for "wide" alone); or {"error": ...}.

import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { cpus } from "node:os";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const require = createRequire(import.meta.url);
const AXE = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const IN_PAGE = inPage();
const FLAGS = [
  "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-pings", "--disable-sync",
  "--disable-background-networking", "--disable-component-update", "--disable-domain-reliability",
];
const LONGEST_LOOK = 90_000;
const PRESSES_AT_ONCE = 20;
const AT_ONCE = cpus().length; // five at once on two cores take twice as long

const SCREEN = { width: 1280, height: 900 };
const MODES = {
  wide: { size: SCREEN, structure: true },
  narrow: { size: { width: 320, height: 640 } }, // as 1280 px at 400%, WCAG 1.4.10
  dark: { size: SCREEN, media: { colorScheme: "dark" }, plain: { colorScheme: "light" } },
  print: { size: SCREEN, media: { media: "print" } },
  forced: { size: SCREEN, media: { forcedColors: "active" }, plain: { forcedColors: "none" } },
};

/** The parts of in_page/ as one script, which leaves what it can measure behind as `gate`. */
function inPage() {
  const folder = new URL("in_page/", import.meta.url);
  const parts = readdirSync(folder).map((name) => readFileSync(new URL(name, folder), "utf8"));
  const measures = "structure, openAll, room, spaced, brokenWords, folded, sheets, onSheet, shape, prepareWalk, length, walked, everyStop, axe";
  return `(() => { ${parts.join("\n")}\n globalThis.gate = { ${measures} }; })()`;
}

/** One page of the browser for each mode, kept from file to file. */
class Gate {
  #tabs = new Map();

  static async open(executablePath) {
    const gate = new Gate();
    gate.browser = await chromium.launch({ executablePath, args: FLAGS });
    return gate;
  }

  async look(file, modes) {
    const waiting = [...modes];
    const looks = {};
    const worker = async () => {
      for (let mode = waiting.shift(); mode; mode = waiting.shift()) {
        looks[mode] = await this.#lookIn(mode, file);
      }
    };
    await inTime(Promise.all(Array.from({ length: AT_ONCE }, worker)));
    return { looks };
  }

  async #lookIn(mode, file) {
    const tab = this.#tabs.get(mode) ?? (await Tab.open(this.browser, MODES[mode]));
    this.#tabs.set(mode, tab);
    return tab.look(file);
  }
}

function inTime(looks) {
  const late = new Promise((_, reject) => {
    setTimeout(() => reject(new Error("The page took too long.")), LONGEST_LOOK).unref();
  });
  return Promise.race([looks, late]);
}

/** A tab of the browser that shows pages in one mode. */
class Tab {
  #heard = [];

  static async open(browser, { size, media = {}, plain, structure = false }) {
    const context = await browser.newContext({ viewport: size, offline: true });
    const tab = new Tab();
    Object.assign(tab, { size, media, plain, structure, paper: media.media === "print" });
    tab.page = await context.newPage();
    tab.keys = await context.newCDPSession(tab.page);
    await tab.page.emulateMedia(media);
    tab.#listen();
    return tab;
  }

  #listen() {
    this.page.on("request", (request) => {
      const own = request.isNavigationRequest() && request.frame() === this.page.mainFrame();
      if (!own) this.#hear("request", request.url());
    });
    this.page.on("pageerror", (error) => this.#hear("console", String(error)));
    this.page.on("console", (message) => {
      const text = message.text();
      if (/Content Security Policy/.test(text)) this.#hear("csp", text);
      else if (/error|warning/.test(message.type())) this.#hear("console", text);
    });
  }

  #hear(rule, what) {
    this.#heard.push({ rule, where: "page", what: what.slice(0, 300) });
  }

  async look(file) {
    this.#heard = [];
    await this.page.setViewportSize(this.size);
    await this.page.goto(pathToFileURL(file).href);
    await this.page.evaluate(IN_PAGE);
    const folded = this.paper ? await this.#ask("folded") : [];
    await this.#ask("openAll");
    const recoloured = await this.#isRecoloured();
    const faults = [
      ...folded,
      ...(this.structure ? await this.#ask("structure") : []),
      ...(this.paper ? await this.#onPaper() : await this.#onScreen(recoloured)),
    ];
    const tree = this.structure ? await this.page.locator("body").ariaSnapshot() : null;
    await this.page.evaluate(AXE);
    faults.push(...(await this.#ask("axe", recoloured)));
    return { faults: [...this.#heard, ...faults], tree };
  }

  /** Whether the page is as in the mode "wide" in all but its colours, which looks at the rest. */
  async #isRecoloured() {
    if (!this.plain) return false;
    const shape = await this.#ask("shape");
    await this.page.emulateMedia(this.plain);
    const plain = await this.#ask("shape");
    await this.page.emulateMedia(this.media);
    return shape === plain;
  }

  async #onPaper() {
    const faults = [];
    const sheets = await this.#ask("sheets");
    for (const { name, width } of sheets) {
      await this.page.setViewportSize({ ...this.size, width });
      faults.push(...(await this.#ask("onSheet", name)));
    }
    // axe sees the page as wide as its widest sheet, where nothing overlaps, and a little wider:
    // text that reaches the edge by a part of a px leaves it in doubt
    await this.page.setViewportSize({ ...this.size, width: sheets.at(-1).width + 8 });
    return faults;
  }

  async #onScreen(recoloured) {
    if (recoloured) return this.#ask("everyStop");
    const room = await this.#ask("room");
    const spaced = room.length ? [] : await this.#ask("spaced");
    const broken = await this.#ask("brokenWords");
    return [...room, ...spaced, ...broken, ...(await this.#walk())];
  }

  /** Press Tab until it leaves the page or comes round again; the page notes where it came to. */
  async #walk() {
    const most = 2 * (await this.#ask("prepareWalk")) + 5;
    for (let presses = 0; presses < most; presses += PRESSES_AT_ONCE) {
      await Promise.all(Array.from({ length: PRESSES_AT_ONCE }, () => this.#pressTab()));
      if ((await this.#ask("length")) >= 0) break;
    }
    return this.#ask("walked");
  }

  /** To ask for each press through the browser's own door, none waiting for another, takes a sixth. */
  #pressTab() {
    const tab = { key: "Tab", code: "Tab", windowsVirtualKeyCode: 9 };
    const send = (type) => this.keys.send("Input.dispatchKeyEvent", { type, ...tab });
    return Promise.all([send("rawKeyDown"), send("keyUp")]);
  }

  /** What one of the measures in the page gives. */
  #ask(name, ...given) {
    return this.page.evaluate(([name, given]) => globalThis.gate[name](...given), [name, given]);
  }
}

async function answer(gate, line) {
  const { file, modes } = JSON.parse(line);
  try {
    return await gate.look(file, modes);
  } catch (error) {
    return { error: String(error) };
  }
}

async function serve(gate) {
  for await (const line of createInterface({ input: process.stdin })) {
    process.stdout.write(`${JSON.stringify(await answer(gate, line))}\n`);
  }
}

const gate = await Gate.open(process.argv[2]);
await serve(gate);
await gate.browser.close();
