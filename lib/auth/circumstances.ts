import { formatDateTime } from "#lib/i18n/format";
import type { Locale } from "#lib/i18n/locale";
import { translator } from "#lib/i18n/translator";
import { addressWithPlace } from "#lib/places";
import { browserName } from "#lib/people/browser-name";
import type { Person } from "#lib/people/people";
import type { Origin } from "./sessions.ts";

/** With what, from where and when something was done to how a person signs in: the lines of a mail about it. */
export function circumstances(person: Person, { address, userAgent }: Origin, language: Locale) {
  const t = translator(language, "letters");
  const timeZone = person.timeZone ?? "UTC";
  const at = formatDateTime(Date.now(), { locale: language, timeZone });
  return [
    { label: t("newDevice.device"), value: deviceOf(userAgent) || t("newDevice.unknown") },
    { label: t("newDevice.address"), value: addressWithPlace(address, language) ?? t("newDevice.unknown") },
    { label: t("newDevice.at"), value: `${at} (${timeZone})` },
  ];
}

/** Browser and system, so that an update is no new device. */
export function deviceOf(userAgent: string | null): string {
  const name = browserName(userAgent);
  return name ? `${name.browser}, ${name.system}` : (userAgent ?? "").slice(0, 80);
}
