import { NextRequest } from "next/server";
import { encode } from "next-auth/jwt";
import { beforeAll, expect, test } from "vitest";
import { signInNewcomer } from "#lib/auth/sign-in";
import { config } from "#lib/config";
import { addMember } from "#lib/people/add-member";
import { changeRoles } from "#lib/team/change-roles";
import { removeMember } from "#lib/team/remove-member";
import { aMember, nowhere } from "#tests/support/team";
import { aWorld, type World } from "#tests/support/world";
import { cookieNames } from "../../app/_server/session-cookie";
import { proxy } from "../../proxy";

let world: World;
let owner: Awaited<ReturnType<typeof aMember>>;
let home: string;
beforeAll(async () => {
  world = await aWorld();
  owner = await aMember(world, ["super_admin"], { owner: true });
  home = `/${world.environment.slug}`;
});

/** A member's open tab: what it gets when it asks for a page, and when a form of it is sent, by a script or none. */
async function aTab() {
  const { person, viewer } = await aMember(world, ["developer"]);
  const { session } = await signInNewcomer(person, nowhere);
  const token = { sub: person.id, sessionId: session.id };
  const cookie = `${cookieNames().session}=${await encode({ token, secret: config().secret })}`;
  const ask = (path: string, init: { method?: string; headers?: Record<string, string> } = {}) => {
    const headers = { cookie, ...init.headers };
    return proxy(new NextRequest(new URL(path, config().publicUrl), { ...init, headers }));
  };
  return {
    person,
    viewer,
    open: (path: string) => ask(path),
    send: (path: string) => ask(path, { method: "POST" }),
    sendByScript: (path: string) => ask(path, { method: "POST", headers: { "next-action": "7f" } }),
  };
}

const shown = (answer: Response) => [
  answer.status,
  new URL(answer.headers.get("x-middleware-rewrite") ?? "http://x/as-asked").pathname,
];
const led = (answer: Response) =>
  answer.headers.get("x-action-redirect") ??
  new URL(answer.headers.get("location") ?? "", config().publicUrl).href.slice(config().publicUrl.length);

test("who is removed from one of two accounts is shown the way on, wherever their tab goes next", async () => {
  const tab = await aTab();
  const { environment } = await aWorld();
  await addMember({ accountId: environment.accountId, personId: tab.person.id, roles: ["analyst"] });
  expect(shown(await tab.open(`${home}/customers`))).toEqual([200, "/as-asked"]);
  await removeMember(owner.viewer, { personId: tab.person.id });
  const page = await tab.open(`${home}/customers`);
  expect(shown(page)).toEqual([404, "/nowhere"]);
  expect(page.headers.get("cache-control")).toBe("private, no-store");
  expect(led(await tab.send(`${home}/customers?q=a`))).toBe(`${home}/customers?q=a`);
  expect(led(await tab.sendByScript(`${home}/customers?q=a;b`))).toBe(`${home}/customers?q=a%3Bb;push`);
  expect(shown(await tab.open(`/${environment.slug}`))).toEqual([200, "/as-asked"]);
});

test("an account that is somebody else's is answered like one that nobody has", async () => {
  const tab = await aTab();
  const { environment } = await aWorld();
  for (const slug of [environment.slug, "no-such-test"]) {
    expect(shown(await tab.open(`/${slug}/customers`))).toEqual([404, "/nowhere"]);
    expect((await tab.send(`/${slug}`)).status).toBe(303);
  }
});

test("who was in that account alone signs in anew, also where a script sent the form", async () => {
  const tab = await aTab();
  await removeMember(owner.viewer, { personId: tab.person.id });
  const signIn = `/sign-in?${new URLSearchParams({ next: `${home}/customers` }).toString()}`;
  expect(led(await tab.open(`${home}/customers`))).toBe(signIn);
  expect(led(await tab.send(`${home}/customers`))).toBe(signIn);
  expect(led(await tab.sendByScript(`${home}/customers`))).toBe(`${signIn};push`);
});

test("who lost a role is told so by the answer to a form that needs it", async () => {
  const tab = await aTab();
  await changeRoles(owner.viewer, { personId: tab.person.id, roles: ["view_only"] });
  const refused = await tab.send(`${home}/settings/keys`);
  expect([refused.status, await refused.text()]).toEqual([403, expect.stringContaining("Test Business")]);
  expect(led(await tab.sendByScript(`${home}/settings/keys`))).toBe(`${home}/forbidden;push`);
  expect(shown(await tab.open(`${home}/settings/keys`))).toEqual([403, `${home}/forbidden`]);
});
