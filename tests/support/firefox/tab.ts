import type { Bidi } from "./bidi.ts";
import { launchFirefox, type Look } from "./launch.ts";

/** A window of Firefox, with what a person does in it. */
export interface Tab {
  /** Opens an address and waits until all of it is there and its scripts ran; the status of the answer. */
  open(address: string): Promise<number>;
  resize(width: number): Promise<void>;
  /** What a function comes to in the page; it is told over there by its text alone. */
  run<Given extends unknown[], Result>(
    act: (...given: Given) => Result | Promise<Result>,
    ...given: Given
  ): Promise<Result>;
  /** Presses keys, one after another. */
  press(keys: string): Promise<void>;
  /** Moves the pointer to the middle of the first element that matches. */
  point(selector: string): Promise<void>;
  click(selector: string): Promise<void>;
  /** What scripts complained about since it was asked last. */
  complaints(): string[];
  close(): Promise<void>;
}

interface Complaint {
  level: string;
  text: string | null;
}

interface Evaluated {
  result?: { value: string };
  exceptionDetails?: { text: string };
}

/** Opens a window in a Firefox of its own. */
export async function openTab(look: Look): Promise<Tab> {
  const { bidi, end } = await launchFirefox(look);
  await bidi.send("session.new", { capabilities: {} });
  await bidi.send("session.subscribe", { events: ["log.entryAdded"] });
  const said: string[] = [];
  bidi.on<Complaint>("log.entryAdded", ({ level, text }) => {
    if (level === "error" || level === "warn") said.push(text ?? "");
  });
  const { contexts } = await bidi.send<{ contexts: { context: string }[] }>("browsingContext.getTree");
  const context = contexts[0]?.context ?? "";
  const run = runnerIn(bidi, context);
  const point = async (selector: string) => {
    const { x, y } = await run(middleOf, selector);
    await bidi.send("input.performActions", { context, actions: [pointer({ type: "pointerMove", x, y })] });
  };
  return {
    run,
    point,
    async open(url) {
      await bidi.send("browsingContext.navigate", { context, url, wait: "complete" });
      return run(statusOfPage);
    },
    async resize(width) {
      await bidi.send("browsingContext.setViewport", { context, viewport: { width, height: 900 } });
    },
    async press(keys) {
      const actions = [...keys].flatMap((value) => [
        { type: "keyDown", value },
        { type: "keyUp", value },
      ]);
      await bidi.send("input.performActions", { context, actions: [{ type: "key", id: "keys", actions }] });
    },
    async click(selector) {
      await point(selector);
      const actions = [pointer({ type: "pointerDown", button: 0 }, { type: "pointerUp", button: 0 })];
      await bidi.send("input.performActions", { context, actions });
    },
    complaints: () => said.splice(0),
    async close() {
      bidi.close();
      await end();
    },
  };
}

function pointer(...actions: object[]) {
  return { type: "pointer", id: "mouse", parameters: { pointerType: "mouse" }, actions };
}

function runnerIn(bidi: Bidi, context: string): Tab["run"] {
  return async (act, ...given) => {
    const words = given.map((each) => JSON.stringify(each)).join(", ");
    const { result, exceptionDetails } = await bidi.send<Evaluated>("script.evaluate", {
      expression: `(async () => JSON.stringify((await (${act})(${words})) ?? null))()`,
      target: { context },
      awaitPromise: true,
    });
    if (!result) throw new Error(exceptionDetails?.text);
    return JSON.parse(result.value);
  };
}

/** Runs in the page. */
async function statusOfPage(): Promise<number> {
  await new Promise((resolve) => requestIdleCallback(resolve));
  const [entry] = performance.getEntriesByType("navigation");
  return entry instanceof PerformanceNavigationTiming ? entry.responseStatus : 0;
}

/** Runs in the page. */
function middleOf(selector: string): { x: number; y: number } {
  const element = document.querySelector(selector);
  if (!element) throw new Error(`There is no ${selector}`);
  element.scrollIntoView({ block: "center", behavior: "instant" });
  const { x, y, width, height } = element.getBoundingClientRect();
  return { x: Math.round(x + width / 2), y: Math.round(y + height / 2) };
}
