import { apiVersion } from "#lib/api-version";
import type { Viewer } from "#lib/auth/viewer";
import type { EventRow } from "#lib/events/wire";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { versionsToChoose } from "#lib/versions/render";
import { eventIn } from "#lib/webhooks/body";
import { CopyableJson } from "../../../../_ui/json-view";
import { Section } from "../../../../_ui/section";
import { Tabs } from "../../../../_ui/tabs";

type EventPayloadProps = { viewer: Viewer; event: EventRow; version: string };

/** What an event said, as a version of the API tells it, with the way to the others. */
export async function EventPayload({ viewer, event, version }: EventPayloadProps) {
  const t = translator(viewer.locale, "events");
  const common = translator(viewer.locale, "common");
  if (!event.data) {
    return (
      <Section title={t("payload")}>
        <p className="text-soft">{t("expired")}</p>
      </Section>
    );
  }
  const address = paths.event(viewer, event.id);
  return (
    <Section title={t("payload")}>
      <Tabs
        label={t("version")}
        tabs={versionsToChoose(viewer.environment.apiVersion).map((each) => ({
          label: each === apiVersion ? t("latestVersion", { version: each }) : each,
          href: `${address}?${new URLSearchParams({ version: each })}`,
          current: each === version,
        }))}
      />
      <CopyableJson
        value={await eventIn(version, viewer, event)}
        label={t("payloadLabel", { version })}
        copy={common("copy")}
        copied={common("copied")}
      />
    </Section>
  );
}
