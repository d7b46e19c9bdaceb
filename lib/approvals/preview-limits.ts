import { reader } from "#db/transaction";
import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { type Colleague, colleagues } from "./approvers.ts";
import { assertSubject } from "./limit-subject.ts";
import { keysWithLimits, type LimitedKey } from "./keys-with-limits.ts";
import {
  approves,
  formerMaker,
  limitId,
  limitRules,
  type LimitRules,
  type LimitRow,
  type Limits,
  type LimitSubject,
  noLimits,
  personalLimits,
} from "./limits.ts";
import { type LimitRule, saysNothing } from "./set-limits.ts";

/** Somebody whom a change of the rules touches: what they may before and after. */
export interface Touched {
  kind: "person" | "key";
  id: string;
  name: string;
  before: Standing;
  after: Standing;
}

/** What somebody may refund without asking, and whether they may approve. */
export interface Standing extends Limits {
  approves: boolean;
}

export interface RulesOverview {
  rules: LimitRules;
  team: Colleague[];
  keys: LimitedKey[];
}

/** Every rule of the environment, and whom there is to have one. Needs limits:write. */
export async function limitsOverview(viewer: Viewer): Promise<RulesOverview> {
  authorize(viewer, "limits:write");
  const handle = await reader(viewer);
  return {
    rules: await limitRules(handle),
    team: await colleagues(handle, viewer.environment.accountId),
    keys: await keysWithLimits(viewer),
  };
}

/** Whom a rule would touch if it were said now, and how. Changes nothing. Needs limits:write. */
export async function previewLimits(
  viewer: Viewer,
  subject: LimitSubject,
  rule: LimitRule,
): Promise<Touched[]> {
  const overview = await limitsOverview(viewer);
  await assertSubject(viewer, subject);
  const changed = new Map(overview.rules);
  if (saysNothing(rule)) changed.delete(limitId(subject));
  else changed.set(limitId(subject), newRule(viewer, limitId(subject), rule));
  const before = standings(viewer, overview);
  const after = standings(viewer, { ...overview, rules: changed });
  return before.flatMap((one, index) => {
    const other = after[index];
    if (!other || JSON.stringify(one.standing) === JSON.stringify(other.standing)) return [];
    const { kind, id, name } = one;
    return [{ kind, id, name, before: one.standing, after: other.standing }];
  });
}

/** What everybody of an overview may: its people, then its keys. */
function standings({ environment: { kind } }: Viewer, { rules, team, keys }: RulesOverview) {
  const person = (member: Pick<Colleague, "personId" | "roles" | "owner">): Limits =>
    toLimits(personalLimits(rules, member, member.personId, kind));
  const makers = new Map(team.map((member) => [member.personId, member]));
  const ofKey = ({ id, createdBy }: LimitedKey): Limits => {
    const own = rules.get(limitId({ kind: "key", id }));
    if (own) return toLimits(own);
    if (createdBy === null) return noLimits;
    return person(makers.get(createdBy) ?? { ...formerMaker, personId: createdBy });
  };
  return [
    ...team.map((member) => ({
      kind: "person" as const,
      id: member.personId,
      name: member.name,
      standing: { ...person(member), approves: approves(rules, member, kind) },
    })),
    ...keys.map((key) => ({
      kind: "key" as const,
      id: key.id,
      name: key.name,
      standing: { ...ofKey(key), approves: false },
    })),
  ];
}

function toLimits({ perRefund, perDay, perCustomer }: Limits): Limits {
  return { perRefund, perDay, perCustomer };
}

function newRule({ environmentId, now }: Viewer, id: string, rule: LimitRule): LimitRow {
  return { environmentId, id, createdAt: now(), ...rule };
}
