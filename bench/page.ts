import { Agent, get, type RequestOptions } from "node:http";
import { gunzipSync } from "node:zlib";
import { demoPassword, demoSlug } from "#lib/demo/credentials";
import { percentiles } from "./measure.ts";
import type { Subject } from "./subject.ts";

export interface PageTimes {
  /** Milliseconds from the request to the last byte. */
  p50: number;
  p95: number;
  /** Milliseconds of the server's processor time for each. */
  cpu: number;
  /** The page, as it came last. */
  html: string;
}

interface Times {
  /** How often the page is asked for before it counts, and how often then. */
  warmUp: number;
  asked: number;
}

/** Signs in as a person would, and asks for the list of transactions. */
export async function measureTransactions(server: Subject): Promise<PageTimes> {
  const cookie = await signIn(originOf(server));
  return measurePage(server, { address: "/transactions", cookie }, { warmUp: 30, asked: 200 });
}

/** Asks for a page of the demo business one request after another, on one connection, compressed as for a browser. */
export async function measurePage(
  server: Subject,
  { address, cookie }: { address: string; cookie: string },
  { warmUp, asked }: Times,
): Promise<PageTimes> {
  const url = `${originOf(server)}/${demoSlug}${address}`;
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const options = { agent, headers: { cookie, "accept-encoding": "gzip" } };
  for (let i = 0; i < warmUp; i++) await look(url, options);
  const before = await server.usage();
  const times: number[] = [];
  let last: Look | undefined;
  for (let i = 0; i < asked; i++) {
    last = await look(url, options);
    times.push(last.milliseconds);
  }
  const { cpu } = await server.usage();
  agent.destroy();
  return { ...percentiles(times), cpu: (cpu - before.cpu) / asked / 1000, html: last ? textOf(last) : "" };
}

export function originOf({ port }: Pick<Subject, "port">): string {
  return `http://localhost:${port}`;
}

interface Look {
  /** From the request to the last byte. */
  milliseconds: number;
  /** The page as it came over the wire, and whether it was compressed for that. */
  pieces: Buffer[];
  compressed: boolean;
}

function textOf({ pieces, compressed }: Look): string {
  const bytes = Buffer.concat(pieces);
  return (compressed ? gunzipSync(bytes) : bytes).toString();
}

/** Nothing is made of what comes, so that who asks does not hold up what is measured. */
function look(url: string, options: RequestOptions): Promise<Look> {
  return new Promise((resolve, reject) => {
    const begun = performance.now();
    const request = get(url, options, (response) => {
      const pieces: Buffer[] = [];
      response.on("data", (piece: Buffer) => pieces.push(piece));
      response.on("end", () => {
        const milliseconds = performance.now() - begun;
        const compressed = response.headers["content-encoding"] === "gzip";
        if (response.statusCode === 200) resolve({ milliseconds, pieces, compressed });
        else reject(new Error(`${url} answered ${response.statusCode}`));
      });
    });
    request.on("error", reject);
  });
}

/** The cookies of the demo business's owner, signed in as a person would. */
export async function signIn(origin: string): Promise<string> {
  const jar = new Map<string, string>();
  const form = await fetch(`${origin}/sign-in`, { redirect: "manual" });
  keep(jar, form);
  const csrfToken = /name="csrfToken"[^>]*value="([^"]+)"/.exec(await form.text())?.[1];
  if (!csrfToken) throw new Error("The sign-in page has no form");
  const body = new URLSearchParams({
    csrfToken,
    email: "owner@maison-lavande.test",
    password: demoPassword,
    next: "/",
  });
  const headers = { cookie: cookiesOf(jar), origin };
  keep(
    jar,
    await fetch(`${origin}/api/auth/callback/credentials`, {
      method: "POST",
      body,
      headers,
      redirect: "manual",
    }),
  );
  return cookiesOf(jar);
}

function keep(jar: Map<string, string>, response: Response): void {
  for (const line of response.headers.getSetCookie()) {
    const [pair = ""] = line.split(";");
    const [name = "", ...value] = pair.split("=");
    jar.set(name, value.join("="));
  }
}

function cookiesOf(jar: Map<string, string>): string {
  return [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
}
