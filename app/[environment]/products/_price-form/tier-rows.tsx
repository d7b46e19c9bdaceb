"use client";

import { Button } from "../../../_ui/button";
import { IconButton } from "../../../_ui/icon-button";
import { tierCount } from "./rearrange";
import { TypedField, usePriceForm, useTypedField } from "./typed-fields";

/** The tiers in the price's own currency: how far each goes and what it costs. */
export function TierRows() {
  const { words } = usePriceForm();
  const count = useTierCount();
  return (
    <fieldset className="grid gap-4">
      <legend className="ui-label pb-2">{words.tiers}</legend>
      <input type="hidden" name="tiers" value={count} />
      {Array.from({ length: count }, (_, index) => (
        <TierRow key={index} index={index} isLast={index === count - 1} isOnly={count === 1} />
      ))}
      <div>
        <Button name="do" value="add-tier" icon="plus">
          {words.addTier}
        </Button>
      </div>
    </fieldset>
  );
}

/** What the tiers cost in another currency; they end where those of the price's own do. */
export function TierAmounts({ currency }: { currency: string }) {
  const { words } = usePriceForm();
  const count = useTierCount();
  return Array.from({ length: count }, (_, index) => (
    <div key={index} className="grid grid-cols-2 gap-3 sm:grid-cols-[88px_1fr_1fr] sm:items-end">
      <span className="col-span-2 sm:col-span-1 sm:pb-2">{numbered(words.tier, index)}</span>
      <TypedField name={`tier-${index}-unit-${currency}`} label={words.tierUnit} inputMode="decimal" />
      <TypedField name={`tier-${index}-flat-${currency}`} label={words.tierFlat} inputMode="decimal" />
    </div>
  ));
}

function TierRow({ index, isLast, isOnly }: { index: number; isLast: boolean; isOnly: boolean }) {
  const { words } = usePriceForm();
  const remove = numbered(words.removeTier, index);
  return (
    <fieldset className="grid grid-cols-[1fr_1fr_auto] items-end gap-3 sm:grid-cols-[1fr_1fr_1fr_auto]">
      <legend className="pb-1 text-soft">{numbered(words.tier, index)}</legend>
      <div className="col-span-3 sm:col-span-1">
        {isLast ? (
          <p className="grid gap-1">
            <span className="ui-label">{words.upTo}</span>
            <span className="py-1.5 text-soft">{words.upToLast}</span>
          </p>
        ) : (
          <TypedField name={`tier-${index}-upTo`} label={words.upTo} inputMode="numeric" />
        )}
      </div>
      <TypedField name={`tier-${index}-unit`} label={words.tierUnit} inputMode="decimal" />
      <TypedField name={`tier-${index}-flat`} label={words.tierFlat} inputMode="decimal" />
      {!isOnly && <IconButton icon="x" label={remove} name="do" value={`remove-tier-${index}`} />}
    </fieldset>
  );
}

function useTierCount(): number {
  return tierCount({ tiers: useTypedField("tiers") });
}

function numbered(words: string, index: number): string {
  return words.replace("{number}", String(index + 1));
}
