import { and, desc, eq, gte, lt, or } from "drizzle-orm";
import { auditLines } from "#db/schema/index";
import { globalReader, reader } from "#db/transaction";
import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { day } from "#lib/clock";
import { concealFields } from "#lib/discretion/conceal";
import { namesAbout } from "#lib/discretion/names-of";
import { notFound } from "#lib/errors";
import { type ActionGroup, groupOfAction } from "./actions.ts";
import type { AuditLine } from "./hash.ts";
import { type Names, namesIn } from "./names.ts";
import { type AuditVerdict, verifyAuditChain } from "./verify-audit-chain.ts";

/** How far back the screen looks, milliseconds; older lines are kept. */
export const historyShown = 180 * day;

/** How many lines one page may look at. */
const mostExamined = 2000;
const batch = 500;

/** What the history is narrowed to. Times are milliseconds of the system's clock, from the first, before the second. */
export interface HistoryChoice {
  group?: ActionGroup;
  /** Part of the name of who did it, or what it was done to. */
  text?: string;
  from?: number;
  until?: number;
}

/** Behind which line a page begins. */
export interface HistoryPlace {
  at: number;
  sequence: number;
}

export interface HistoryPage {
  lines: AuditLine[];
  /** Where older lines begin, or where to look on; null at the end. */
  older: HistoryPlace | null;
}

/** A page of what was done in the viewer's account, newest first, over 180 days. Needs security_history:read. */
export async function listHistory(
  viewer: Viewer,
  choice: HistoryChoice,
  { after, size = 25 }: { after?: HistoryPlace; size?: number } = {},
): Promise<HistoryPage> {
  authorize(viewer, "security_history:read");
  const lines: AuditLine[] = [];
  let place = after;
  for (let examined = 0; examined < mostExamined; examined += batch) {
    const read = await linesBefore(viewer, choice, place);
    const names = await namesFor(viewer, choice, read);
    for (const line of read) {
      if (lines.length === size) return { lines, older: place ?? null };
      place = { at: line.at, sequence: line.sequence };
      if (fits(line, choice, names)) lines.push(line);
    }
    if (read.length < batch) return { lines, older: null };
  }
  return { lines, older: place ?? null };
}

/** Every line of 180 days that fits, newest first, a few hundred in memory at a time. Needs security_history:read. */
export async function* walkHistory(viewer: Viewer, choice: HistoryChoice): AsyncGenerator<AuditLine> {
  authorize(viewer, "security_history:read");
  let place: HistoryPlace | undefined;
  for (;;) {
    const read = await linesBefore(viewer, choice, place);
    const names = await namesFor(viewer, choice, read);
    yield* read.filter((line) => fits(line, choice, names));
    const last = read.at(-1);
    if (!last || read.length < batch) return;
    place = { at: last.at, sequence: last.sequence };
  }
}

/** One line of the account's history, or a 404. Needs security_history:read. */
export async function getHistoryLine(viewer: Viewer, sequence: number): Promise<AuditLine> {
  authorize(viewer, "security_history:read");
  const line = await historyLine(viewer.environment.accountId, sequence);
  if (!line) throw notFound("line", String(sequence), "sequence");
  return viewer.conceal ? concealed(viewer, line) : line;
}

async function concealed(viewer: Viewer, line: AuditLine): Promise<AuditLine> {
  const names = await namesAbout(viewer, line.subject === null ? [] : [line.subject]);
  return { ...line, before: concealFields(line.before, names), after: concealFields(line.after, names) };
}

/** The same for an account, for who authorized already. */
export async function historyLine(accountId: string, sequence: number): Promise<AuditLine | undefined> {
  if (!Number.isSafeInteger(sequence)) return undefined;
  const { db } = await globalReader();
  const [line] = await db
    .select()
    .from(auditLines)
    .where(and(eq(auditLines.chain, accountId), eq(auditLines.sequence, sequence)));
  return line;
}

/** Whether every line of the account's history is as it was written. Needs security_history:read. */
export function verifyHistory(viewer: Viewer): Promise<AuditVerdict> {
  authorize(viewer, "security_history:read");
  return verifyAuditChain(viewer.environment.accountId);
}

async function linesBefore(
  viewer: Viewer,
  { from = 0, until = Number.MAX_SAFE_INTEGER }: HistoryChoice,
  place: HistoryPlace | undefined,
): Promise<AuditLine[]> {
  const { db } = await reader(viewer);
  return db
    .select()
    .from(auditLines)
    .where(
      and(
        eq(auditLines.chain, viewer.environment.accountId),
        gte(auditLines.at, Math.max(from, Date.now() - historyShown)),
        lt(auditLines.at, until),
        place &&
          or(
            lt(auditLines.at, place.at),
            and(eq(auditLines.at, place.at), lt(auditLines.sequence, place.sequence)),
          ),
      ),
    )
    .orderBy(desc(auditLines.at), desc(auditLines.sequence))
    .limit(batch);
}

/** What the lines are about is named where it is looked for by name. */
function namesFor({ locale }: Viewer, { text }: HistoryChoice, lines: AuditLine[]): Promise<Names> | Names {
  return text === undefined ? new Map<string, string>() : namesIn(lines, locale);
}

function fits({ action, actor, subject }: AuditLine, { group, text }: HistoryChoice, names: Names): boolean {
  if (group !== undefined && groupOfAction(action) !== group) return false;
  if (text === undefined) return true;
  const told = [actor.name, actor.id, subject, names.get(subject ?? "")];
  return told.join("\n").toLowerCase().includes(text.toLowerCase());
}
