import type { ReactNode } from "react";
import { may } from "#lib/auth/permissions";
import { translator } from "#lib/i18n/translator";
import type { Viewer } from "#lib/auth/viewer";
import { catalogues } from "#lib/messages/catalogues";
import { paths } from "#lib/paths";
import type { MethodFacts } from "#lib/payments/method-facts";
import type { ChargeRow } from "#lib/payments/wire";
import { defaultListByRule } from "#lib/value-lists/default-lists";
import { DescriptionList, type Description } from "../../../_ui/description-list";
import { Section } from "../../../_ui/section";
import { cardExpiry } from "../../../_words/card-expiry";
import { defaultListWords } from "../../settings/blocked/entry-words";
import type { PaymentFacts } from "./payment-facts";
import { nameOfMethod } from "./words";

/** What it was paid with, what the bank checked, and how risky it looked. */
export function MethodSection({ viewer, charge, method }: PaymentFacts) {
  const t = translator(viewer.locale, "payment");
  // What a customer sent ahead has no number, and no bank looks at it.
  if (method.type === "customer_balance") {
    return <Section title={t("method.title")}>{nameOfMethod(viewer, method)}</Section>;
  }
  return (
    <Section title={t("method.title")}>
      {method.last4 === null ? (
        <p className="text-soft">{t("method.none")}</p>
      ) : (
        <DescriptionList
          items={[
            ...(method.debit ? debitFacts(viewer, method) : cardFacts(viewer, method)),
            { term: t("method.fingerprint"), value: method.fingerprint && <code>{method.fingerprint}</code> },
            { term: t("method.risk"), value: charge && riskWords(viewer, charge) },
            { term: t("method.blocked"), value: charge && letPass(viewer, charge, method) },
          ]}
        />
      )}
    </Section>
  );
}

function cardFacts(viewer: Viewer, method: MethodFacts): Description[] {
  const t = translator(viewer.locale, "payment");
  const { card } = method;
  const funding = card?.funding;
  const kind =
    funding === "credit" || funding === "debit" || funding === "prepaid" ? t(`funding.${funding}`) : null;
  const name = [nameOfMethod(viewer, method), kind].filter(Boolean).join(" ");
  const secure = card?.three_d_secure?.result;
  return [
    { term: t("method.card"), value: `${name} •• ${method.last4}` },
    { term: t("method.expires"), value: cardExpiry(card?.exp_month, card?.exp_year) },
    { term: t("method.country"), value: card?.country && countryName(viewer, card.country) },
    { term: t("method.checks"), value: checks(viewer, card?.checks) },
    {
      term: t("method.secure"),
      value: secure && isSecureResult(secure) ? t(`method.secureResult.${secure}`) : null,
    },
  ];
}

function debitFacts(viewer: Viewer, method: MethodFacts): Description[] {
  const t = translator(viewer.locale, "payment");
  const { debit } = method;
  return [
    { term: t("method.account"), value: `${nameOfMethod(viewer, method)} •• ${method.last4}` },
    { term: t("method.bank"), value: debit?.bank_name ?? debit?.bank_code },
    { term: t("method.country"), value: debit?.country && countryName(viewer, debit.country) },
  ];
}

function checks(viewer: Viewer, made: NonNullable<MethodFacts["card"]>["checks"]) {
  const t = translator(viewer.locale, "payment");
  if (!made) return null;
  const lines = [
    made.cvc_check && t("method.cvc", { result: made.cvc_check }),
    made.address_postal_code_check && t("method.postalCode", { result: made.address_postal_code_check }),
    made.address_line1_check && t("method.line1", { result: made.address_line1_check }),
  ].filter(Boolean);
  if (lines.length === 0) return null;
  return lines.map((line) => <div key={line}>{line}</div>);
}

function riskWords(viewer: Viewer, { outcome }: ChargeRow): ReactNode {
  if (!outcome) return null;
  const t = translator(viewer.locale, "payment");
  const level = t(`method.riskLevel.${outcome.risk_level}`);
  const { risk_score: score, rule } = outcome;
  const list = typeof rule === "string" ? defaultListByRule(rule) : undefined;
  return (
    <>
      <div>{score === null ? level : t("method.riskScore", { level, score })}</div>
      {list && <div>{t(`method.decidedBy.${list.effect}`, { list: defaultListWords(viewer, list) })}</div>}
    </>
  );
}

/** What was blocked wrongly can pass the next time. */
function letPass(viewer: Viewer, { outcome }: ChargeRow, { debit, fingerprint }: MethodFacts): ReactNode {
  if (outcome?.type !== "blocked" || debit || !fingerprint || !may(viewer, "allow_list:write")) return null;
  const t = translator(viewer.locale, "payment");
  return <a href={paths.allowCard(viewer, fingerprint)}>{t("method.letPass")}</a>;
}

function countryName({ locale }: Viewer, code: string): string {
  return new Intl.DisplayNames(locale, { type: "region", fallback: "code" }).of(code) ?? code;
}

type SecureResult = keyof typeof catalogues.en.payment.method.secureResult;

function isSecureResult(result: string): result is SecureResult {
  return Object.hasOwn(catalogues.en.payment.method.secureResult, result);
}
