import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { Button } from "../../_ui/button";
import { TextField } from "../../_ui/text-field";

type DeskSearchProps = {
  viewer: Viewer;
  text: string;
  /** Where typing begins: here, or in what was found. */
  focus: "here" | "below";
};

/** The one question of the desk: which payment is it about? */
export function DeskSearch({ viewer, text, focus }: DeskSearchProps) {
  const t = translator(viewer.locale, "desk");
  return (
    <form className="ui-form" action={paths.desk(viewer)} role="search" aria-label={t("title")}>
      <div className="flex flex-wrap items-start gap-2">
        <div className="min-w-60 flex-1">
          <TextField
            name="q"
            id="desk-search"
            label={t("find")}
            hint={t("findHint")}
            attributes={{
              defaultValue: text,
              autoFocus: focus === "here",
              autoComplete: "off",
              maxLength: 200,
            }}
          />
        </div>
        <div className="pt-6">
          <Button icon="search">{t("search")}</Button>
        </div>
      </div>
    </form>
  );
}
