import type { Locale } from "#lib/i18n/locale";
import { translator } from "#lib/i18n/translator";
import { Button, ButtonLink } from "../_ui/button";
import { FormActions } from "../_ui/form";

type FormEndProps = {
  locale: Locale;
  submit: string;
  back: string;
  /** Of what cannot be undone. */
  tone?: "danger";
  /** Why it cannot be done now. */
  disabledReason?: string | null;
};

/** What ends a form: doing it, or going back. */
export function FormEnd({ locale, submit, back, tone, disabledReason = null }: FormEndProps) {
  return (
    <FormActions>
      <Button tone={tone ?? "primary"} disabledReason={disabledReason}>
        {submit}
      </Button>
      <ButtonLink href={back}>{translator(locale, "common")("cancel")}</ButtonLink>
    </FormActions>
  );
}
