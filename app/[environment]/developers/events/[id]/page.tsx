import type { Metadata } from "next";
import { may } from "#lib/auth/permissions";
import { getEvent } from "#lib/events/queries";
import { toEvent } from "#lib/events/wire";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { deliveriesOfEvent } from "#lib/webhooks/event-deliveries";
import { pendingOf } from "#lib/webhooks/pending";
import { found } from "../../../../_server/found";
import { pageViewer } from "../../../../_server/page-viewer";
import { JsonView } from "../../../../_ui/json-view";
import { Page, PageHeader } from "../../../../_ui/page-header";
import { Columns, Section } from "../../../../_ui/section";
import { EventDeliveries } from "./event-deliveries";
import { EventFacts } from "./event-facts";

type EventPageProps = { params: Promise<{ environment: string; id: string }> };

/** One event: what it said, where it went, and what it came of. */
export default async function EventPage({ params }: EventPageProps) {
  const { environment, id } = await params;
  const viewer = await pageViewer(environment);
  const event = await found(getEvent(viewer, id));
  const deliveries = may(viewer, "webhooks:write") ? await deliveriesOfEvent(viewer, id) : null;
  const pending = (await pendingOf(viewer, [id])).get(id) ?? 0;
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
            <Section title={t("payload")}>
              {event.data ? (
                <JsonView value={toEvent(event, viewer.environment, pending)} label={t("payloadLabel")} />
              ) : (
                <p className="text-soft">{t("expired")}</p>
              )}
            </Section>
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
