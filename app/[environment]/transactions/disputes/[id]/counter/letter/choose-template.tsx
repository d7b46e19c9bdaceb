import type { Viewer } from "#lib/auth/viewer";
import type { LetterTemplate } from "#lib/disputes/letters/templates";
import { translator } from "#lib/i18n/translator";
import { Button } from "../../../../../../_ui/button";
import { SelectField } from "../../../../../../_ui/choice-field";
import { FormActions } from "../../../../../../_ui/form";

/** What stands for the letter that Comptoir suggests. */
export const own = "own";

type ChooseTemplateProps = { viewer: Viewer; templates: LetterTemplate[]; chosen: string | undefined };

/** Begins the letter with another template; the page is asked for again, so that it works without scripts. */
export function ChooseTemplate({ viewer, templates, chosen }: ChooseTemplateProps) {
  const t = translator(viewer.locale, "disputes");
  return (
    <form className="ui-form" method="get">
      <SelectField
        name="template"
        label={t("letters.choose")}
        hint={t("letters.replaces")}
        defaultValue={chosen ?? templates[0]?.id ?? own}
        options={[
          ...templates.map(({ id, name }) => ({ value: id, label: name })),
          { value: own, label: t("letters.own") },
        ]}
      />
      <FormActions>
        <Button>{t("letters.use")}</Button>
      </FormActions>
    </form>
  );
}
