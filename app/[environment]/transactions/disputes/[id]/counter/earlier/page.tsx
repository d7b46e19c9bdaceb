import { earlierPayments } from "#lib/disputes/earlier-payments";
import { earlierNeeded } from "#lib/disputes/give-compelling";
import { eligibilityOf } from "#lib/disputes/wire-eligibility";
import { translator } from "#lib/i18n/translator";
import { ButtonLink } from "../../../../../../_ui/button";
import { Notice } from "../../../../../../_ui/notice";
import { CounterStep, counterTitle, type OpenStep, type StepPageProps } from "../counter-step";
import { afterStep } from "../steps";
import { EarlierForm } from "./earlier-form";
import { Rules } from "./rules";

export const generateMetadata = counterTitle;

/** Earlier payments with the same card, as proof that its holder is a customer. */
export default function EarlierStep(props: StepPageProps) {
  return (
    <CounterStep step="earlier" page={props}>
      {(open) => <Earlier {...open} />}
    </CounterStep>
  );
}

async function Earlier(open: OpenStep) {
  const { viewer, found } = open;
  const t = translator(viewer.locale, "disputes");
  const qualified = (await earlierPayments(viewer, found)).filter(({ qualifies }) => qualifies);
  const missing = eligibilityOf(found.dispute).visa_compelling_evidence_3?.required_actions ?? null;
  return (
    <>
      {missing?.length === 0 && <Notice tone="good" title={t("earlier.qualified")} />}
      <Rules locale={viewer.locale} />
      {qualified.length < earlierNeeded ? (
        <>
          <Notice title={t("earlier.tooFew", { count: qualified.length })} />
          <div className="ui-actions">
            <ButtonLink href={afterStep(viewer, found.dispute, "earlier")} tone="primary">
              {t("counter.goOn")}
            </ButtonLink>
          </div>
        </>
      ) : (
        <EarlierForm {...open} qualified={qualified} missing={missing ?? []} />
      )}
    </>
  );
}
