import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { ActionForm } from "../../_forms/action-form";
import { newFormKey } from "../../_server/form-key";
import { EmailText } from "../../_ui/email-text";
import { Button } from "../../_ui/button";
import { FormActions } from "../../_ui/form";
import { IconButton } from "../../_ui/icon-button";
import { Section } from "../../_ui/section";
import { searchAddress } from "./search-address";
import { forget } from "./actions";

type RecentProps = { viewer: Viewer; searches: string[] };

/** What a person searched for lately, each to be searched for again or forgotten. */
export function RecentSearches({ viewer, searches }: RecentProps) {
  if (searches.length === 0) return null;
  const t = translator(viewer.locale, "search");
  return (
    <Section title={t("recent.title")}>
      <ActionForm action={forget} formKey={newFormKey()} label={t("recent.title")}>
        <ul className="ui-commands">
          {searches.map((search) => (
            <li key={search}>
              <a className="ui-recent-search" href={searchAddress(viewer, { q: search })}>
                <EmailText>{search}</EmailText>
              </a>
              <IconButton icon="x" label={t("recent.forget", { search })} name="search" value={search} />
            </li>
          ))}
        </ul>
        <p className="text-soft">{t("recent.whose")}</p>
        <FormActions>
          <Button>{t("recent.forgetAll")}</Button>
        </FormActions>
      </ActionForm>
    </Section>
  );
}

/** The same beside the results of one of them, folded away. */
export function OtherSearches({ viewer, searches }: RecentProps) {
  if (searches.length === 0) return null;
  const t = translator(viewer.locale, "search");
  return (
    <details className="ui-understood">
      <summary>{t("recent.title")}</summary>
      <ul>
        {searches.map((search) => (
          <li key={search}>
            <a className="ui-recent-search" href={searchAddress(viewer, { q: search })}>
              {search}
            </a>
          </li>
        ))}
      </ul>
      <a href={paths.search(viewer)}>{t("recent.edit")}</a>
    </details>
  );
}
