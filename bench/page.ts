import { demoPassword, demoSlug } from "#lib/demo/credentials";
import { percentiles } from "./measure.ts";

export interface PageTimes {
  /** Milliseconds from the request to the last byte. */
  p50: number;
  p95: number;
  html: string;
}

const warmUp = 30;
const asked = 200;

/** Signs in as a person would, and asks for the list of transactions, one request after another. */
export async function measurePage(port: number): Promise<PageTimes> {
  const origin = `http://localhost:${port}`;
  const cookie = await signIn(origin);
  const times: number[] = [];
  let html = "";
  for (let i = 0; i < warmUp + asked; i++) {
    const begun = performance.now();
    const response = await fetch(`${origin}/${demoSlug}/transactions`, {
      headers: { cookie },
      redirect: "manual",
    });
    html = await response.text();
    if (response.status !== 200) throw new Error(`The page answered ${response.status}`);
    if (i >= warmUp) times.push(performance.now() - begun);
  }
  return { ...percentiles(times), html };
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
