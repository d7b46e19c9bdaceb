import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import { actionsFor, type DestinationName, mayEnter, placesFor } from "#lib/pages/destinations";
import { paths } from "#lib/paths";
import type { Hit, SearchGroup } from "./group.ts";
import { foundPages, pageHit } from "./page-hit.ts";

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

/** Those that the palette names. */
const named: ReadonlySet<DestinationName> = new Set([
  "apiVersion",
  "changeEmail",
  "changeSchedule",
  "closeAccount",
  "historyRetention",
  "letterTemplates",
  "newAccount",
  "owner",
  "refundPolicy",
  "roles",
  "teamTwoStep",
]);

/** Settings pages, by their words in the person's language. */
export const settingsGroup: SearchGroup = {
  key: "settings",
  permission: null,
  find: async (viewer, query, place) =>
    foundPages(viewer, query, {
      ...place,
      pages: [...explainedPages(viewer), ...namedPages(viewer)],
      named: ({ title, detail }) => ({
        name: title,
        other: [detail ?? "", translator(viewer.locale, "settings")("title")],
      }),
      toHit: (hit) => hit,
    }),
};

function explainedPages(viewer: Viewer): Hit[] {
  const t = translator(viewer.locale, "settings");
  const open = (Object.keys(pages) as SettingsPage[]).filter((key) => mayEnter(viewer, pages[key](viewer)));
  return open.map((key) => pageHit(key, pages[key](viewer), t(`page.${key}`), t(`page.${key}Explained`)));
}

function namedPages(viewer: Viewer): Hit[] {
  const t = translator(viewer.locale, "commands");
  return [...placesFor(viewer), ...actionsFor(viewer)]
    .filter(({ name }) => named.has(name))
    .map(({ name, href }) => pageHit(name, href, t(`names.${name}`), null));
}
