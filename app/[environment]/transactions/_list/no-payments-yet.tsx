import { may } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { firstPaymentExample } from "#lib/reference/first-payment";
import { ButtonLink } from "../../../_ui/button";
import { EmptyState } from "../../../_ui/empty-state";
import { CopyableCode } from "../../../_ui/json-view";

/** Before the first payment: what will be here, and how it comes. */
export function NoPaymentsYet({ viewer }: { viewer: Viewer }) {
  const t = translator(viewer.locale, "transactions");
  const common = translator(viewer.locale, "common");
  const makesKeys = may(viewer, "keys:write");
  return (
    <>
      <EmptyState
        title={t("emptyTitle")}
        action={makesKeys && <ButtonLink href={paths.keys(viewer)}>{t("emptyKeys")}</ButtonLink>}
      >
        {t("empty")}
      </EmptyState>
      {makesKeys && viewer.environment.kind === "test" && (
        <CopyableCode
          label={t("emptyExample")}
          text={firstPaymentExample(viewer)}
          copy={common("copy")}
          copied={common("copied")}
        />
      )}
    </>
  );
}
