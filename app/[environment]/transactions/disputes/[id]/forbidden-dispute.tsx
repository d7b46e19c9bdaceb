import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { ButtonLink } from "../../../../_ui/button";
import { Page, PageHeader } from "../../../../_ui/page-header";

/** In the place of an answer that this role may not give. */
export function ForbiddenDispute({ viewer, id }: { viewer: Viewer; id: string }) {
  const t = translator(viewer.locale, "payment");
  return (
    <Page>
      <PageHeader title={t("forbidden.title")} />
      <p>{t("forbidden.text", { account: viewer.environment.accountName })}</p>
      <div className="ui-actions">
        <ButtonLink href={paths.dispute(viewer, id)}>
          {translator(viewer.locale, "disputes")("back")}
        </ButtonLink>
      </div>
    </Page>
  );
}
