import { assignees } from "#lib/disputes/assign-dispute";
import { disputeNetworks, disputeReasons, type DisputeQuery, dues } from "#lib/disputes/list/dispute-list";
import { disputeReasonWords } from "#lib/disputes/reason-words";
import { answers, endings, unknown } from "#lib/disputes/list/figure-filters";
import { productKinds } from "#lib/disputes/product-kinds";
import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import { brandName } from "#lib/payment-methods/method-name";
import { ChoiceFilter } from "../../../_lists/choice-filter";
import { FilterForm, type FilterProps } from "../../../_lists/filter-form";
import { type Option, SelectField } from "../../../_ui/choice-field";
import { productWords } from "./product-words";

/** What narrows the queue: the claim, the network, who takes care of it, until when an answer is due. */
export async function QueueFilters(filter: FilterProps<DisputeQuery>) {
  const { viewer, place, query } = filter;
  const t = translator(viewer.locale, "disputes");
  const people = (await assignees(viewer)).map(({ personId, name }) => ({ value: personId, label: name }));
  return (
    <>
      <ChoiceFilter
        {...{ viewer, place }}
        name="reason"
        label={t("filter.reason")}
        options={disputeReasons.map((value) => ({ value, label: disputeReasonWords(viewer, value) }))}
        chosen={query.reasons}
        others={{ ...query, reasons: [] }}
      />
      <ChoiceFilter
        {...{ viewer, place }}
        name="network"
        label={t("filter.network")}
        options={disputeNetworks.map((value) => ({ value, label: brandName(value) ?? value }))}
        chosen={query.networks}
        others={{ ...query, networks: [] }}
      />
      <OneFilter filter={filter} name="assignee" any={t("filter.anybody")} options={people} />
      <OneFilter
        filter={filter}
        name="due"
        any={t("filter.anyTime")}
        options={dues.map((value) => ({ value, label: t(`due.${value}`) }))}
      />
      <OneFilter
        filter={filter}
        name="product"
        any={t("filter.anything")}
        options={[...productKinds, unknown].map((value) => ({ value, label: productWords(viewer, value) }))}
      />
      <OneFilter
        filter={filter}
        name="agent"
        any={t("filter.anybody")}
        options={[...people, { value: unknown, label: t("nobody") }]}
      />
      <ChoiceFilter
        {...{ viewer, place }}
        name="ended"
        label={t("filter.ended")}
        options={endings.map((value) => ({ value, label: t(`ended.${value}`) }))}
        chosen={query.endedBy}
        others={{ ...query, endedBy: [] }}
      />
      {query.answered !== null && (
        <OneFilter
          filter={filter}
          name="answered"
          any={t("filter.anything")}
          options={answers.map((value) => ({ value, label: t(`filter.${value}`) }))}
        />
      )}
      {query.country !== null && (
        <OneFilter
          filter={filter}
          name="country"
          any={t("filter.anywhere")}
          options={[{ value: query.country, label: countryWords(viewer, query.country) }]}
        />
      )}
    </>
  );
}

type OneFilterProps = {
  filter: FilterProps<DisputeQuery>;
  name: "assignee" | "due" | "product" | "agent" | "answered" | "country";
  /** Said for choosing nothing. */
  any: string;
  options: Option[];
};

function OneFilter({ filter: { viewer, place, query }, name, any, options }: OneFilterProps) {
  const label = translator(viewer.locale, "disputes")(`filter.${name}`);
  const chosen = options.find(({ value }) => value === query[name])?.label ?? query[name];
  return (
    <FilterForm {...{ viewer, place, label }} value={chosen} others={{ ...query, [name]: null }}>
      <SelectField
        name={name}
        id={`filter-${name}`}
        label={label}
        placeholder={any}
        options={options}
        defaultValue={query[name] ?? ""}
      />
    </FilterForm>
  );
}

function countryWords(viewer: Viewer, country: string): string {
  if (country === unknown) return translator(viewer.locale, "disputes")("figures.unknown");
  return new Intl.DisplayNames(viewer.locale, { type: "region", fallback: "code" }).of(country) ?? country;
}
