import { may } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import { environmentsOf, type Reachable } from "#lib/people/members";
import { paths } from "#lib/paths";
import { standingsOf } from "#lib/team/explain-roles";
import { pageTitle } from "../../../_server/page-title";
import { type EnvironmentPageProps, pageViewer } from "../../../_server/page-viewer";
import { requireSignedIn } from "../../../_server/signed-in";
import { ButtonLink } from "../../../_ui/button";
import { Page } from "../../../_ui/page-header";
import { type Column, Table } from "../../../_ui/table";
import { SettingsHeader } from "../settings-header";
import { standingName } from "../team/standing-name";

export const generateMetadata = pageTitle((locale) => translator(locale, "accounts")("title"));

/** Every account the person is a member of, and opening a further one. */
export default async function AccountsPage({ params }: EnvironmentPageProps) {
  const viewer = await pageViewer((await params).environment);
  const { person } = await requireSignedIn();
  const places = await environmentsOf(person.id);
  const t = translator(viewer.locale, "accounts");
  return (
    <Page>
      <SettingsHeader
        viewer={viewer}
        title={t("title")}
        href={paths.settings(viewer)}
        actions={
          may(viewer, "admins:grant") && (
            <ButtonLink href={paths.newAccount(viewer)} tone="primary" shortcut="n">
              {t("open")}
            </ButtonLink>
          )
        }
      />
      <p>{t("text")}</p>
      <Table
        caption={t("title")}
        columns={columnsFor(viewer)}
        rows={places.filter(({ kind }) => kind === "test")}
        rowKey={({ accountId }) => accountId}
        rowHref={({ slug }) => `/${slug}`}
      />
    </Page>
  );
}

function columnsFor({ locale, environment }: Viewer): Column<Reachable>[] {
  const t = translator(locale, "accounts");
  return [
    {
      key: "name",
      label: t("account"),
      card: "title",
      cell: ({ accountName, accountId }) =>
        accountId === environment.accountId ? `${accountName} (${t("here")})` : accountName,
    },
    {
      key: "roles",
      label: t("roles"),
      card: "detail",
      cell: (place) =>
        standingsOf(place)
          .map((standing) => standingName(standing, locale))
          .join(", "),
    },
    { key: "id", label: t("id"), tone: "quiet", cell: ({ accountId }) => <code>{accountId}</code> },
  ];
}
