import type { Viewer } from "#lib/auth/viewer";
import type { EventRow } from "#lib/events/wire";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { pathOfObject } from "#lib/search/find-pasted";
import { Copyable } from "../../../../_ui/copyable";
import { DateTime } from "../../../../_ui/date-time";
import { DescriptionList } from "../../../../_ui/description-list";
import { Section } from "../../../../_ui/section";

/** An event's facts, with the ways to what it is about and to the call it came of. */
export async function EventFacts({ viewer, event }: { viewer: Viewer; event: EventRow }) {
  const t = translator(viewer.locale, "events");
  const common = translator(viewer.locale, "common");
  const { locale, timeZone } = viewer;
  const { id, objectId, requestId, paymentIntentId } = event;
  const object = { id: objectId, object: kindOf(event) };
  const ofObject = new URLSearchParams({ object: objectId });
  const items = [
    { term: t("id"), value: <Copyable value={id} copy={common("copy")} copied={common("copied")} /> },
    { term: t("time"), value: <DateTime at={event.createdAt} view={{ locale, timeZone }} as="exact" /> },
    { term: t("object"), value: <Id id={objectId} href={await pathOfObject(viewer, object)} /> },
    {
      term: t("payment"),
      value:
        paymentIntentId && paymentIntentId !== objectId ? (
          <Id id={paymentIntentId} href={paths.payment(viewer, paymentIntentId)} />
        ) : null,
    },
    {
      term: t("request"),
      value: requestId ? <Id id={requestId} href={paths.requestLog(viewer, requestId)} /> : t("noRequest"),
    },
    { term: t("idempotencyKey"), value: event.idempotencyKey },
    {
      term: t("history"),
      value: (
        <span className="grid">
          <a href={`${paths.events(viewer)}?${ofObject}`}>{t("allEvents")}</a>
          <a href={`${paths.requestLogs(viewer)}?${ofObject}`}>{t("allRequests")}</a>
        </span>
      ),
    },
  ];
  return (
    <Section title={t("details")}>
      <DescriptionList items={items} />
    </Section>
  );
}

/** An id, leading to what it stands for where that has a page. */
function Id({ id, href }: { id: string; href: string | null }) {
  const text = <code className="break-all">{id}</code>;
  return href === null ? text : <a href={href}>{text}</a>;
}

function kindOf({ data }: EventRow): string | undefined {
  return typeof data?.object === "string" ? data.object : undefined;
}
