import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { ButtonLink } from "../../../_ui/button";
import { Page, PageHeader } from "../../../_ui/page-header";

/** In the place of a form that this role may not send. */
export function ForbiddenHere({ viewer, id }: { viewer: Viewer; id: string }) {
  const t = translator(viewer.locale, "payment");
  return (
    <Page>
      <PageHeader title={t("forbidden.title")} />
      <p>{t("forbidden.text", { account: viewer.environment.accountName })}</p>
      <div className="ui-actions">
        <ButtonLink href={paths.payment(viewer, id)}>{t("back")}</ButtonLink>
      </div>
    </Page>
  );
}
