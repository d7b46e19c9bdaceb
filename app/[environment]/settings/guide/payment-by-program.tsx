import { may } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { firstPaymentExample, keyPlaceOf } from "#lib/reference/first-payment";
import { CopyableCode } from "../../../_ui/json-view";

/** The first payment as a developer makes it: the lines, where a key of theirs goes, and the ways to both. */
export function PaymentByProgram({ viewer }: { viewer: Viewer }) {
  if (!may(viewer, "keys:write") || !may(viewer, "events:read")) return null;
  const t = translator(viewer.locale, "guide");
  const common = translator(viewer.locale, "common");
  return (
    <div className="mt-4 grid gap-2">
      <p>
        {t.rich("byProgram.text", {
          place: () => <code>{keyPlaceOf(viewer)}</code>,
          key: (words) => <a href={paths.keys(viewer)}>{words}</a>,
          reference: (words) => <a href={paths.objectReference(viewer, "payment_intent")}>{words}</a>,
        })}
      </p>
      <CopyableCode
        label={t("byProgram.label")}
        text={firstPaymentExample(viewer)}
        copy={common("copy")}
        copied={common("copied")}
      />
    </div>
  );
}
