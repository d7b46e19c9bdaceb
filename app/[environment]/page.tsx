import { overviewTiles } from "#lib/home/overview-tiles";
import { translator } from "#lib/i18n/translator";
import type { QueryParams } from "#lib/lists/read-params";
import { pageTitle } from "../_server/page-title";
import { type EnvironmentPageProps, pageViewer } from "../_server/page-viewer";
import { Page, PageHeader } from "../_ui/page-header";
import { Stack } from "../_ui/section";
import { GuideNotice } from "./_home/guide-notice";
import { Overview } from "./_home/overview";
import { overviewQuery } from "./_home/overview-calendar";
import { ToDoList } from "./_home/to-do-list";
import { Today } from "./_home/today";

type PageProps = EnvironmentPageProps & { searchParams: Promise<QueryParams> };

/** The merchant's day: today, what waits, and how the business does. */
export default async function HomePage({ params, searchParams }: PageProps) {
  const viewer = await pageViewer((await params).environment);
  const query = await overviewQuery(viewer, await searchParams);
  return (
    <Page>
      <PageHeader title={translator(viewer.locale, "home")("title")} />
      <Stack>
        <GuideNotice viewer={viewer} />
        <Today viewer={viewer} />
        <ToDoList viewer={viewer} />
        <Overview viewer={viewer} query={query} tiles={await overviewTiles(viewer)} />
      </Stack>
    </Page>
  );
}

export const generateMetadata = pageTitle((locale) => translator(locale, "home")("title"));
