import { may } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import { writeQuery } from "#lib/lists/list-source";
import type { QueryParams } from "#lib/lists/read-params";
import { paths } from "#lib/paths";
import { teamList, type TeamQuery } from "#lib/team/team-list";
import { ListContent } from "../../../_lists/list-content";
import { openList } from "../../../_lists/open-list";
import { pageTitle } from "../../../_server/page-title";
import { type EnvironmentPageProps, pageViewer } from "../../../_server/page-viewer";
import { Button, ButtonLink } from "../../../_ui/button";
import { Page } from "../../../_ui/page-header";
import { SettingsHeader } from "../settings-header";
import { teamView } from "./team-view";

export const generateMetadata = pageTitle((locale) => translator(locale, "team")("title"));

type TeamPageProps = EnvironmentPageProps & { searchParams: Promise<QueryParams> };

/** Who is in this account, with which roles, and who was asked to come. */
export default async function TeamPage({ params, searchParams }: TeamPageProps) {
  const viewer = await pageViewer((await params).environment);
  const list = await openList(viewer, teamView, await searchParams);
  return (
    <Page>
      <SettingsHeader
        viewer={viewer}
        title={translator(viewer.locale, "team")("title")}
        href={paths.settings(viewer)}
        actions={<Actions viewer={viewer} query={list.query} />}
      />
      <ListContent list={list} />
    </Page>
  );
}

function Actions({ viewer, query }: { viewer: Viewer; query: TeamQuery }) {
  const t = translator(viewer.locale, "team");
  return (
    <>
      <form action={paths.exportTeam(viewer)}>
        {[...writeQuery(teamList, query)].map(([name, text]) => (
          <input key={`${name} ${text}`} type="hidden" name={name} value={text} />
        ))}
        <Button icon="download">{t("export")}</Button>
      </form>
      <ButtonLink href={paths.owner(viewer)}>{t("owner.title")}</ButtonLink>
      <ButtonLink href={paths.roles(viewer)}>{t("rolesTitle")}</ButtonLink>
      {may(viewer, "members:write") && (
        <ButtonLink href={paths.teamTwoStep(viewer)}>{t("twoStep.short")}</ButtonLink>
      )}
      {may(viewer, "members:write") && (
        <ButtonLink href={paths.inviteMembers(viewer)} tone="primary" shortcut="n">
          {t("invite")}
        </ButtonLink>
      )}
    </>
  );
}
