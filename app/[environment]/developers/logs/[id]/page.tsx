import type { Metadata } from "next";
import { cache } from "react";
import { eventsOfRequest } from "#lib/events/events-of-request";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { getRequest } from "#lib/request-log/queries";
import { found } from "../../../../_server/found";
import { pageViewer } from "../../../../_server/page-viewer";
import { Page, PageHeader } from "../../../../_ui/page-header";
import { Columns } from "../../../../_ui/section";
import { RequestStatus } from "../_list/request-status";
import { RequestBodies } from "./request-bodies";
import { RequestEvents } from "./request-events";
import { RequestFacts } from "./request-facts";
import { RequestObjects } from "./request-objects";

type PageProps = { params: Promise<{ environment: string; id: string }> };

/** One call of the API: what was asked, what was answered and what came of it. */
export default async function RequestLogPage({ params }: PageProps) {
  const { viewer, request } = await requestOf(params);
  const events = await eventsOfRequest(viewer, request);
  const t = translator(viewer.locale, "logs");
  const title = `${request.method} ${request.path}`;
  const crumbs = [{ label: t("title"), href: paths.requestLogs(viewer) }, { label: request.id }];
  return (
    <Page>
      <PageHeader
        title={<span className="wrap-anywhere">{title}</span>}
        state={<RequestStatus status={request.status} />}
        breadcrumb={{ label: translator(viewer.locale, "common")("breadcrumb"), crumbs }}
      />
      <Columns
        main={<RequestBodies viewer={viewer} request={request} />}
        aside={
          <>
            <RequestFacts viewer={viewer} request={request} />
            <RequestObjects viewer={viewer} request={request} />
            <RequestEvents viewer={viewer} events={events} />
          </>
        }
      />
    </Page>
  );
}

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { request } = await requestOf(params);
  return { title: `${request.method} ${request.path}` };
}

async function requestOf(params: PageProps["params"]) {
  const { environment, id } = await params;
  return load(environment, id);
}

const load = cache(async (environment: string, id: string) => {
  const viewer = await pageViewer(environment);
  return { viewer, request: await found(getRequest(viewer, id)) };
});
