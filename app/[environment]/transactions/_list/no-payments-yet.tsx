import { may } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { config } from "#lib/config";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { ButtonLink } from "../../../_ui/button";
import { EmptyState } from "../../../_ui/empty-state";
import { CodeView } from "../../../_ui/json-view";

/** Before the first payment: what will be here, and how it comes. */
export function NoPaymentsYet({ viewer }: { viewer: Viewer }) {
  const t = translator(viewer.locale, "transactions");
  const keys = may(viewer, "keys:write") && (
    <ButtonLink href={paths.keys(viewer)} tone="primary">
      {t("emptyKeys")}
    </ButtonLink>
  );
  return (
    <>
      <EmptyState title={t("emptyTitle")} action={keys}>
        {t("empty")}
      </EmptyState>
      {viewer.environment.kind === "test" && (
        <CodeView label={t("emptyExample")}>{firstPayment(viewer)}</CodeView>
      )}
    </>
  );
}

function firstPayment({ environment }: Viewer): string {
  return [
    `curl ${config().publicUrl}/v1/payment_intents \\`,
    "  -u sk_test_…: \\",
    `  -d amount=2500 -d currency=${environment.currency} \\`,
    '  -d payment_method=pm_card_visa -d "payment_method_types[]=card" -d confirm=true',
  ].join("\n");
}
