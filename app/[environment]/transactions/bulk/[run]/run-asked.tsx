import { may } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { Notice } from "../../../../_ui/notice";

/** That a run goes beyond the limits of whoever confirmed it, and where it is decided. */
export function RunAsked({ viewer, approvalId }: { viewer: Viewer; approvalId: string }) {
  const t = translator(viewer.locale, "bulk");
  return (
    <Notice tone="wait" title={t("asked.title")}>
      <p>
        {t("asked.text")}{" "}
        {may(viewer, "refunds:write") && <a href={paths.approval(viewer, approvalId)}>{t("asked.open")}</a>}
      </p>
    </Notice>
  );
}
