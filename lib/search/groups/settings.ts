import { may, type Permission } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import type { SearchGroup } from "./group.ts";
import { listedPage } from "./listed.ts";

type SettingsPage = "user" | "account" | "team" | "outbox" | "keys";

/** Every settings page, by its name in the messages, and who may open it. */
const pages: readonly { key: SettingsPage; path: (viewer: Viewer) => string; permission: Permission }[] = [
  { key: "user", path: paths.personalSettings, permission: "account:read" },
  { key: "account", path: paths.accountSettings, permission: "account:read" },
  { key: "team", path: paths.team, permission: "members:read" },
  { key: "outbox", path: paths.outbox, permission: "outbox:read" },
  { key: "keys", path: paths.keys, permission: "keys:write" },
];

/** Settings pages, by their words in the person's language. */
export const settingsGroup: SearchGroup = {
  key: "settings",
  permission: null,
  async find(viewer, query, { limit }) {
    const t = translator(viewer.locale, "settings");
    const open = pages.filter(({ permission }) => may(viewer, permission));
    return listedPage(viewer, query, open, {
      limit,
      toSheet: ({ key }) => ({
        facts: {},
        texts: { name: [t(`page.${key}`)], other: [t(`page.${key}Explained`), t("title")] },
      }),
      toHit: ({ key, path }) => ({
        id: key,
        href: path(viewer),
        title: t(`page.${key}`),
        detail: t(`page.${key}Explained`),
        state: null,
        money: null,
        at: null,
      }),
    });
  },
};
