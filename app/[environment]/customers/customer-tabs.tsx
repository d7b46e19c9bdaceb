import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { Tabs } from "../../_ui/tabs";

/** Customers, and those who paid without being one. */
export function CustomerTabs({ viewer, current }: { viewer: Viewer; current: "customers" | "guests" }) {
  const t = translator(viewer.locale, "customers");
  return (
    <Tabs
      label={t("title")}
      tabs={[
        { href: paths.customers(viewer), label: t("title"), current: current === "customers" },
        { href: paths.guests(viewer), label: t("guests.title"), current: current === "guests" },
      ]}
    />
  );
}
