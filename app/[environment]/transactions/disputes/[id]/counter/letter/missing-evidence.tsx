import type { Viewer } from "#lib/auth/viewer";
import { missingEvidence } from "#lib/disputes/counter-fields";
import type { DisputeCase } from "#lib/disputes/dispute-case";
import { productKindOf } from "#lib/disputes/product-kinds";
import { formatList } from "#lib/i18n/format";
import { translator } from "#lib/i18n/translator";
import { Notice } from "../../../../../../_ui/notice";

/** What usually convinces a bank of this, and is not there. */
export function MissingEvidence({ viewer, found }: { viewer: Viewer; found: DisputeCase }) {
  const t = translator(viewer.locale, "disputes");
  const { reason, evidence } = found.dispute;
  const missing = missingEvidence({ reason, evidence, productKind: productKindOf(found) });
  if (missing.length === 0) return <Notice tone="good" title={t("missing.none")} />;
  return (
    <Notice tone="wait" title={t("missing.title", { count: missing.length })}>
      {formatList(
        missing.map((field) => t(`field.${field}`)),
        viewer.locale,
      )}
    </Notice>
  );
}
