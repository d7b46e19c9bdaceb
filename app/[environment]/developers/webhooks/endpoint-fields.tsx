import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import type { WebhookEndpointRow } from "#lib/webhooks/wire";
import { FormTextArea, FormTextField } from "../../../_forms/fields";

type EndpointFieldsProps = {
  viewer: Viewer;
  endpoint?: Pick<WebhookEndpointRow, "url" | "description" | "enabledEvents">;
};

/** What can be said of an endpoint. */
export function EndpointFields({ viewer, endpoint }: EndpointFieldsProps) {
  const t = translator(viewer.locale, "webhooks");
  return (
    <>
      <FormTextField
        name="url"
        label={t("url")}
        hint={t("urlHint")}
        attributes={{
          type: "url",
          required: true,
          maxLength: 2000,
          autoComplete: "off",
          placeholder: "https://shop.example.com/webhooks",
          defaultValue: endpoint?.url,
        }}
      />
      <FormTextField
        name="description"
        label={t("description")}
        note={translator(viewer.locale, "common")("optional")}
        hint={t("descriptionHint")}
        attributes={{ maxLength: 500, autoComplete: "off", defaultValue: endpoint?.description ?? undefined }}
      />
      <FormTextArea
        name="enabledEvents"
        label={t("events")}
        hint={t("eventsHint")}
        attributes={{ rows: 6, required: true, defaultValue: endpoint?.enabledEvents.join("\n") ?? "*" }}
      />
    </>
  );
}
