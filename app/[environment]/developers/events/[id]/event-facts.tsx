import type { Viewer } from "#lib/auth/viewer";
import type { EventRow } from "#lib/events/wire";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { Copyable } from "../../../../_ui/copyable";
import { DateTime } from "../../../../_ui/date-time";
import { DescriptionList } from "../../../../_ui/description-list";
import { Section } from "../../../../_ui/section";

/** An event's facts, with the ways to what it is about and to the call it came of. */
export function EventFacts({ viewer, event }: { viewer: Viewer; event: EventRow }) {
  const t = translator(viewer.locale, "events");
  const common = translator(viewer.locale, "common");
  const view = { locale: viewer.locale, timeZone: viewer.timeZone, now: viewer.now() };
  const { id, objectId, requestId, paymentIntentId } = event;
  const link = (href: string, text: string) => (
    <a href={href}>
      <code className="break-all">{text}</code>
    </a>
  );
  const items = [
    { term: t("id"), value: <Copyable value={id} copy={common("copy")} copied={common("copied")} /> },
    { term: t("time"), value: <DateTime at={event.createdAt} view={view} /> },
    {
      term: t("object"),
      value: link(`${paths.search(viewer)}?${new URLSearchParams({ q: objectId })}`, objectId),
    },
    {
      term: t("payment"),
      value:
        paymentIntentId && paymentIntentId !== objectId
          ? link(paths.payment(viewer, paymentIntentId), paymentIntentId)
          : null,
    },
    {
      term: t("request"),
      value: requestId ? link(paths.requestLog(viewer, requestId), requestId) : t("noRequest"),
    },
    { term: t("idempotencyKey"), value: event.idempotencyKey },
  ];
  return (
    <Section title={t("details")}>
      <DescriptionList items={items} />
    </Section>
  );
}
