import { may } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import type { CustomerRow } from "#lib/customers/wire";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { searchGroup } from "#lib/search/search";
import { Button } from "../../../_ui/button";
import { SearchField } from "../../../_ui/search-field";
import { Section } from "../../../_ui/section";
import { nameOf } from "#lib/customers/name-of";
import { newCustomer } from "./payment-typed";

type CustomerChoiceProps = {
  viewer: Viewer;
  chosen: CustomerRow | typeof newCustomer | null;
  /** What is looked for. */
  text: string;
};

const shown = 8;

/** Who pays: nobody known, somebody found, or somebody new. Chosen first, as it decides what can be paid with. */
export async function CustomerChoice({ viewer, chosen, text }: CustomerChoiceProps) {
  const t = translator(viewer.locale, "collect");
  const here = paths.newPayment(viewer);
  if (chosen !== null) {
    return (
      <Section title={t("customer")} aside={<a href={here}>{t("otherCustomer")}</a>}>
        <p>
          {chosen === newCustomer ? (
            t("newCustomer")
          ) : (
            <>
              <a href={paths.customer(viewer, chosen.id)}>{nameOf(chosen)}</a>
              {chosen.name !== null && chosen.email !== null && (
                <span className="text-soft"> {chosen.email}</span>
              )}
            </>
          )}
        </p>
      </Section>
    );
  }
  return (
    <Section title={t("customer")}>
      <p className="pb-2 text-soft">{t("guest")}</p>
      <form action={here} className="flex gap-2" role="search" aria-label={t("findCustomer")}>
        <SearchField label={t("findCustomer")} placeholder={t("findCustomerHint")} defaultValue={text} />
        <Button>{t("find")}</Button>
      </form>
      {text.trim() !== "" && <Found viewer={viewer} text={text} />}
      {may(viewer, "customers:write") && (
        <p className="pt-2">
          <a href={paths.newPayment(viewer, newCustomer)}>{t("addCustomer")}</a>
        </p>
      )}
    </Section>
  );
}

async function Found({ viewer, text }: { viewer: Viewer; text: string }) {
  const { page } = await searchGroup(viewer, text, { key: "customers", limit: shown });
  const t = translator(viewer.locale, "collect");
  const unready = page.unready && <p className="pt-2 text-soft">{t("foundUnready")}</p>;
  if (page.hits.length === 0) return unready || <p className="pt-2 text-soft">{t("foundNobody")}</p>;
  return (
    <>
      {unready}
      <ul className="grid gap-1 pt-2" aria-label={t("found")}>
        {page.hits.map(({ id, title, detail }) => (
          <li key={id} className="ui-found">
            <a href={paths.newPayment(viewer, id)}>{title}</a>
            {detail !== null && detail !== title && <span className="text-soft"> {detail}</span>}
          </li>
        ))}
      </ul>
    </>
  );
}
