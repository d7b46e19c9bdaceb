import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import { placesFor } from "#lib/pages/destinations";
import { keysOf } from "#lib/pages/keyboard";
import { ActionForm } from "../../_forms/action-form";
import { newFormKey } from "../../_server/form-key";
import { pageTitle } from "../../_server/page-title";
import { type EnvironmentPageProps, pageViewer } from "../../_server/page-viewer";
import { Button } from "../../_ui/button";
import { Page, PageHeader } from "../../_ui/page-header";
import { Section } from "../../_ui/section";
import { Keys } from "../../_ui/small";
import { destinationName } from "../_shell/destination-words";
import { turn } from "./actions";

/** The keys that do something on every page, and the way to turn them off. */
export default async function KeyboardPage({ params }: EnvironmentPageProps) {
  const viewer = await pageViewer((await params).environment);
  const keys = await keysOf(viewer);
  const t = translator(viewer.locale, "commands");
  return (
    <Page>
      <PageHeader title={t("keyboard")} state={keys === "off" ? t("keysAreOff") : t("keysNote")} />
      <KeyList viewer={viewer} />
      <ActionForm action={turn} formKey={newFormKey()} label={t("keyboard")}>
        <input type="hidden" name="keys" value={keys === "on" ? "off" : "on"} />
        <Button>{keys === "on" ? t("turnOff") : t("turnOn")}</Button>
      </ActionForm>
    </Page>
  );
}

export const generateMetadata = pageTitle((locale) => translator(locale, "commands")("keyboard"));

const everywhere = [
  "search",
  "palette",
  "new",
  "refund",
  "next",
  "previous",
  "open",
  "theme",
  "list",
  "close",
] as const;
const pressed: Record<(typeof everywhere)[number], string> = {
  search: "/",
  palette: "Ctrl+K",
  new: "n",
  refund: "r",
  next: "j",
  previous: "k",
  open: "o",
  theme: "T",
  list: "?",
  close: "Esc",
};

function KeyList({ viewer }: { viewer: Viewer }) {
  const t = translator(viewer.locale, "commands");
  const goTo = placesFor(viewer).filter(({ keys }) => keys?.startsWith("g "));
  return (
    <div className="ui-columns" data-part="keys">
      <Section title={t("everywhere")}>
        <ul className="ui-commands">
          {everywhere.map((name) => (
            <li key={name}>
              <span>{t(`keys.${name}`)}</span>
              <Keys keys={pressed[name]} />
            </li>
          ))}
        </ul>
      </Section>
      <Section title={t("goTo")}>
        <ul className="ui-commands">
          {goTo.map((place) => (
            <li key={place.name}>
              <a href={place.href}>{destinationName(viewer, place)}</a>
              <Keys keys={place.keys ?? ""} />
            </li>
          ))}
        </ul>
      </Section>
    </div>
  );
}
