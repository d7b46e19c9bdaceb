import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import { mayEnter } from "#lib/pages/destinations";
import { paths } from "#lib/paths";
import type { SearchGroup } from "./group.ts";
import { listedPage } from "./listed.ts";
import { pageHit } from "./page-hit.ts";

/** Every settings page, by its name in the messages. */
const pages = {
  user: paths.personalSettings,
  twoStep: paths.twoStep,
  passkeys: paths.passkeys,
  accounts: paths.accounts,
  notifications: paths.notifications,
  leave: paths.leaveAccount,
  account: paths.accountSettings,
  guide: paths.setupGuide,
  activation: paths.activation,
  team: paths.team,
  refundLimits: paths.refundLimits,
  discretion: paths.discretion,
  blocked: paths.blocked,
  history: paths.securityHistory,
  outbox: paths.outbox,
  keys: paths.keys,
} satisfies Record<string, (viewer: Viewer) => string>;

type SettingsPage = keyof typeof pages;

/** Settings pages, by their words in the person's language. */
export const settingsGroup: SearchGroup = {
  key: "settings",
  permission: null,
  async find(viewer, query, { limit }) {
    const t = translator(viewer.locale, "settings");
    const open = (Object.keys(pages) as SettingsPage[]).filter((key) => mayEnter(viewer, pages[key](viewer)));
    return listedPage(viewer, query, open, {
      limit,
      toSheet: (key) => ({
        facts: {},
        texts: { name: [t(`page.${key}`)], other: [t(`page.${key}Explained`), t("title")] },
      }),
      toHit: (key) => pageHit(key, pages[key](viewer), t(`page.${key}`), t(`page.${key}Explained`)),
    });
  },
};
