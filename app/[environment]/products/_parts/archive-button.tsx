import type { Locale } from "#lib/i18n/locale";
import { translator } from "#lib/i18n/translator";
import { ActionForm } from "../../../_forms/action-form";
import type { FormAction } from "../../../_forms/form-state";
import { newFormKey } from "../../../_server/form-key";
import { Button } from "../../../_ui/button";

type ArchiveButtonProps = {
  locale: Locale;
  /** Takes `activeForm`. */
  action: FormAction;
  row: { id: string; active: boolean };
  /** Why it cannot be archived now. */
  why?: string | null;
};

/** Takes something off offer, or puts it back. */
export function ArchiveButton({ locale, action, row: { id, active }, why }: ArchiveButtonProps) {
  const t = translator(locale, "products");
  return (
    <ActionForm action={action} formKey={newFormKey()}>
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="active" value={active ? "no" : "yes"} />
      <Button disabledReason={active ? why : null}>{active ? t("archive") : t("unarchive")}</Button>
    </ActionForm>
  );
}
