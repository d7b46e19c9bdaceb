import type { Metadata } from "next";
import { may } from "#lib/auth/permissions";
import { getEvent } from "#lib/events/queries";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { versionsToChoose } from "#lib/versions/render";
import { deliveriesOfEvent } from "#lib/webhooks/event-deliveries";
import { found } from "../../../../_server/found";
import { pageViewer } from "../../../../_server/page-viewer";
import { Page, PageHeader } from "../../../../_ui/page-header";
import { Columns } from "../../../../_ui/section";
import { EventDeliveries } from "./event-deliveries";
import { EventFacts } from "./event-facts";
import { EventPayload } from "./event-payload";

type EventPageProps = {
  params: Promise<{ environment: string; id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** One event: what it said, where it went, and what it came of. */
export default async function EventPage({ params, searchParams }: EventPageProps) {
  const { environment, id } = await params;
  const viewer = await pageViewer(environment);
  const event = await found(getEvent(viewer, id));
  const deliveries = may(viewer, "webhooks:write") ? await deliveriesOfEvent(viewer, id) : null;
  const { version: asked } = await searchParams;
  const { apiVersion: present } = viewer.environment;
  const version = versionsToChoose(present).find((each) => each === asked) ?? present;
  const { locale } = viewer;
  const t = translator(locale, "events");
  const crumbs = [{ label: t("title"), href: paths.events(viewer) }];
  return (
    <Page>
      <PageHeader
        title={event.type}
        breadcrumb={{ label: translator(locale, "common")("breadcrumb"), crumbs }}
      />
      <Columns
        main={
          <>
            {deliveries && <EventDeliveries viewer={viewer} deliveries={deliveries} />}
            <EventPayload viewer={viewer} event={event} version={version} />
          </>
        }
        aside={<EventFacts viewer={viewer} event={event} />}
      />
    </Page>
  );
}

export async function generateMetadata({ params }: EventPageProps): Promise<Metadata> {
  const { environment, id } = await params;
  const viewer = await pageViewer(environment);
  return { title: (await found(getEvent(viewer, id))).type };
}
