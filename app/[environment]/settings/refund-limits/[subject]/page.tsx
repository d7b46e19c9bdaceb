import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { readSubject } from "#lib/approvals/limit-subject";
import { limitId, type LimitRow, type LimitSubject } from "#lib/approvals/limits";
import { limitsOverview, type RulesOverview } from "#lib/approvals/preview-limits";
import { isRole } from "#lib/auth/roles";
import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import type { QueryParams } from "#lib/lists/read-params";
import { currencyOf } from "#lib/money";
import { pageViewer } from "../../../../_server/page-viewer";
import { requireProof } from "../../../../_server/require-proof";
import { DialogPage } from "../../../../_ui/dialog-page";
import { typedForm } from "../../../../_words/money-of";
import { type RuleTexts, RuleForm } from "./rule-form";
import { RulePreview } from "./rule-preview";

type LimitPageProps = {
  params: Promise<{ environment: string; subject: string }>;
  searchParams: Promise<QueryParams>;
};

/** Says what somebody may refund without asking; shows whom that touches before it is saved. */
export default async function RefundLimitPage({ params, searchParams }: LimitPageProps) {
  const { viewer, subject, name, rule } = await asked(await params);
  const path = paths.refundLimit(viewer, limitId(subject));
  requireProof(viewer, path);
  const t = translator(viewer.locale, "approvals");
  const address = await searchParams;
  const typed = textsIn(address);
  return (
    <DialogPage
      title={t("rules.edit", { name })}
      close={{ href: paths.refundLimits(viewer), label: t("rules.back") }}
    >
      <RuleForm viewer={viewer} subject={subject} texts={typed ?? textsOf(viewer, rule)} action={path} />
      {typed && <RulePreview viewer={viewer} subject={subject} texts={typed} />}
    </DialogPage>
  );
}

export async function generateMetadata({ params }: LimitPageProps): Promise<Metadata> {
  const { viewer, name } = await asked(await params);
  return { title: translator(viewer.locale, "approvals")("rules.edit", { name }) };
}

async function asked(params: { environment: string; subject: string }) {
  const viewer = await pageViewer(params.environment);
  const id = decodeURIComponent(params.subject);
  const subject = readSubject(id) ?? notFound();
  const overview = await limitsOverview(viewer);
  const name = nameOf(viewer, subject, overview) ?? notFound();
  return { viewer, subject, name, rule: overview.rules.get(id) };
}

function nameOf({ locale }: Viewer, { kind, id }: LimitSubject, { team, keys }: RulesOverview) {
  if (kind === "role") return isRole(id) ? translator(locale, "roles")(`name.${id}`) : undefined;
  if (kind === "key") return keys.find((key) => key.id === id)?.name;
  return team.find(({ personId }) => personId === id)?.name;
}

/** What the address proposes; null where it proposes nothing. */
function textsIn(address: QueryParams): RuleTexts | null {
  const text = (name: keyof RuleTexts) => [address[name] ?? ""].flat()[0] ?? "";
  if (address.per_refund === undefined) return null;
  return {
    per_refund: text("per_refund"),
    per_day: text("per_day"),
    per_customer: text("per_customer"),
    approves: text("approves"),
  };
}

function textsOf(viewer: Viewer, rule: LimitRow | undefined): RuleTexts {
  const currency = currencyOf(viewer.environment.currency);
  const text = (limit: number | null | undefined) =>
    limit === null || limit === undefined ? "" : typedForm(viewer, limit, currency);
  const approves = rule?.approves ?? null;
  return {
    per_refund: text(rule?.perRefund),
    per_day: text(rule?.perDay),
    per_customer: text(rule?.perCustomer),
    approves: approves === null ? "" : approves ? "yes" : "no",
  };
}
