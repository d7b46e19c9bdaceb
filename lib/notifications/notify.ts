import type { Permission } from "#lib/auth/permissions";
import type { Tx } from "#lib/auth/viewer";
import { isDiscreet } from "#lib/discretion/masked-roles";
import { maskFreeText, maskNamesIn } from "#lib/discretion/masks";
import { translator } from "#lib/i18n/translator";
import { sendToTeam } from "#lib/mail/send-to-team";
import { paths } from "#lib/paths";
import { type Fact, lineOf } from "./fact-lines.ts";
import { noticeKinds, type NoticeKind } from "./kinds.ts";
import { type Recipient, recipientsOf } from "./recipients.ts";

/** Something that members are told by mail. */
export interface Notice {
  /** The id of what it is about. */
  subjectId: string;
  /** The page that tells more, such as `paths.payment(…)`. */
  path: string;
  /** What it takes to see it: nobody else is told. */
  permission: Permission;
  facts: readonly Fact[];
  /** Of the customer that the facts speak of: hidden from whom they are to be hidden. */
  names?: readonly string[];
  /** The people it is for, by id; without it whoever of the team may see it. */
  to?: readonly string[];
}

/**
 * Writes to every member who wants to know and may see what it is about, but for who did it: a mail each, in their
 * language, in the transaction that causes it.
 */
export async function notify(tx: Tx, kind: NoticeKind, notice: Notice): Promise<void> {
  const { environment, actor } = tx.viewer;
  const all = await recipientsOf(environment, noticeKinds[kind], notice.permission);
  const told = all.filter(
    ({ personId }) => personId !== actor.id && (notice.to === undefined || notice.to.includes(personId)),
  );
  for (const recipient of told) await write(tx, kind, notice, recipient);
}

/** What is told, without what is hidden from whom it is told. */
async function factsFor(
  tx: Tx,
  { facts, names = [] }: Notice,
  { membership }: Recipient,
): Promise<readonly Fact[]> {
  const hidden = facts.map((fact) => hiding(fact, names));
  const isPersonal = hidden.some((fact, at) => fact !== facts[at]);
  return isPersonal && (await isDiscreet(tx.viewer, membership)) ? hidden : facts;
}

/** The address of an endpoint is the business's own. */
function hiding(fact: Fact, names: readonly string[]): Fact {
  if (!("text" in fact) || fact.fact === "endpoint") return fact;
  const text = maskNamesIn(maskFreeText(fact.text), names);
  return text === fact.text ? fact : { ...fact, text };
}

async function write(tx: Tx, kind: NoticeKind, notice: Notice, recipient: Recipient): Promise<void> {
  const { environment, actor } = tx.viewer;
  const { personId, email, language } = recipient;
  const t = translator(language, "notices");
  const facts = await factsFor(tx, notice, recipient);
  const words = { account: environment.accountName, actor: actor.name ?? t("nobody") };
  await sendToTeam(tx, {
    kind,
    to: email,
    personId,
    language,
    subjectId: notice.subjectId,
    letter: {
      title: t(`${kind}.title`, words),
      introduction: t(`${kind}.text`, words),
      lines: facts.map((fact) => lineOf(fact, { language, timeZone: environment.timeZone })),
      foot: environment.kind === "test" ? [t("inTest", { environment: environment.name })] : [],
    },
    link: { label: t(`${kind}.link`), path: notice.path },
    preferences: { label: t("preferences"), path: paths.notifications({ environment }) },
  });
}
