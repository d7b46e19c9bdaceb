import { globSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { beforeAll, expect, test, vi } from "vitest";
import type { Permission } from "#lib/auth/permissions";
import { allRoles } from "#lib/auth/roles";
import type { Viewer } from "#lib/auth/viewer";
import { neededToSend } from "#tests/support/action-permissions";
import { aWorld, type World } from "#tests/support/world";

type Command = (viewer: Viewer, input: unknown) => unknown;
interface Action {
  name: string;
  command: Command;
  input: unknown;
}

const { commands, there } = vi.hoisted(() => ({
  commands: [] as Command[],
  /** Who somebody is in another environment that a form names. */
  there: { viewer: undefined as Viewer | undefined },
}));
vi.mock("../../app/_server/form-action", () => {
  const made = (_schema: unknown, command: Command) => {
    commands.push(command);
    return () => Promise.resolve();
  };
  return { formAction: made, operationFormAction: made };
});
vi.mock("../../app/_server/page-viewer", () => ({ pageViewer: () => Promise.resolve(there.viewer) }));

/** What a form says that decides what it takes to send it. */
const said: Record<string, Record<string, string>> = {
  _imports: { kind: "customers" },
  "_lists/column": { list: "payments" },
  "_lists/selection": { list: "payments" },
  "_lists/view": { list: "payments", act: "delete" },
  "[environment]/reveal/[kind]/[id]": { kind: "payment" },
};

let world: World;
let actions: Action[];
beforeAll(async () => {
  world = await aWorld();
  actions = [];
  for (const file of globSync("app/**/*actions.ts").sort()) actions.push(...(await actionsOf(file)));
});

test("of every form it is known what the core asks of who sends it, before it reads what was typed", async () => {
  const asked: Record<string, Permission | null> = {};
  for (const action of actions) asked[action.name] = await askedBy(action);
  expect(asked).toEqual(neededToSend);
});

test.each(allRoles)(
  "the core refuses %s every form that the role does not hold what it takes for",
  async (role) => {
    const viewer = world.viewerWith([role]);
    there.viewer = viewer;
    for (const { name, command, input } of actions) {
      const needed = neededToSend[name];
      if (!needed || viewer.permissions.has(needed)) continue;
      const sent = Promise.resolve().then(() => command(viewer, input));
      await expect(sent, name).rejects.toMatchObject({ facts: { status: 403, code: "permission_denied" } });
    }
  },
);

/** The commands behind a file's forms, in order, as `form-action` is given them. */
async function actionsOf(file: string): Promise<Action[]> {
  const declared = /^(?:export )?const (\w+) = (?:rearranging\(\s*)?(?:f|operationF)ormAction\(/gm;
  const names = [...readFileSync(file, "utf8").matchAll(declared)].map(([, name]) => name);
  commands.length = 0;
  await import(resolve(file));
  expect(names, file).toHaveLength(commands.length);
  const place = file.replaceAll("\\", "/").replace(/^app\/(.*?)[/-]actions\.ts$/, "$1");
  const input = anything(said[place] ?? {});
  return commands.map((command, at) => ({ name: `${place} ${names[at]}`, command, input }));
}

/** The first permission that is asked for; null where none is. */
async function askedBy({ command, input }: Action): Promise<Permission | null> {
  const has = (permission: Permission): boolean => {
    throw new Asked(permission);
  };
  const viewer = { ...world.viewer, permissions: Object.assign(new Set<Permission>(), { has }) };
  there.viewer = viewer;
  try {
    await command(viewer, input);
  } catch (error) {
    if (error instanceof Asked) return error.permission;
  }
  return null;
}

class Asked extends Error {
  readonly permission: Permission;
  constructor(permission: Permission) {
    super(permission);
    this.permission = permission;
  }
}

/** Stands for whatever somebody may have typed, but for what is known of it. */
function anything(known: Record<string, string>): unknown {
  const made: unknown = new Proxy(() => undefined, {
    get: (_target, key) => {
      if (key === Symbol.toPrimitive) return () => "";
      if (key === Symbol.iterator) return () => [][Symbol.iterator]();
      return key === "then" ? undefined : (known[String(key)] ?? made);
    },
    apply: () => made,
  });
  return made;
}
