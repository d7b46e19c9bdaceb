import { allRoles, whyNotAssignable } from "#lib/auth/roles";
import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { readTeamChoice, type TeamChoice } from "#lib/team/narrow-team";
import { Button } from "../../../_ui/button";
import { SelectField } from "../../../_ui/choice-field";
import { ChipLink, FilterChip, FilterChips } from "../../../_ui/filter-chip";
import { TextField } from "../../../_ui/text-field";
import { type ListQuery, valueIn } from "../../developers/list-query";

/** What an address narrows the list of members to. */
export function choiceIn(query: ListQuery): TeamChoice {
  return readTeamChoice({ q: valueIn(query, "q"), role: valueIn(query, "role") });
}

/** By what the members can be narrowed. */
export function TeamFilters({ viewer, choice }: { viewer: Viewer; choice: TeamChoice }) {
  const t = translator(viewer.locale, "team");
  const roles = translator(viewer.locale, "roles");
  const common = translator(viewer.locale, "common");
  const here = paths.team(viewer);
  const { text, role } = choice;
  const options = [
    { value: "owner", label: roles("owner") },
    ...allRoles
      .filter((each) => whyNotAssignable(each) === null)
      .map((each) => ({ value: each, label: roles(`name.${each}`) })),
  ];
  return (
    <FilterChips>
      <FilterChip label={t("person")} value={text ?? null}>
        <form className="grid gap-3" action={here}>
          {role && <input type="hidden" name="role" value={role} />}
          <TextField
            name="q"
            label={t("person")}
            hint={t("personHint")}
            attributes={{ defaultValue: text, autoComplete: "off", maxLength: 100 }}
          />
          <Button tone="primary">{common("apply")}</Button>
        </form>
      </FilterChip>
      <FilterChip label={t("role")} value={options.find(({ value }) => value === role)?.label ?? null}>
        <form className="grid gap-3" action={here}>
          {text && <input type="hidden" name="q" value={text} />}
          <SelectField
            name="role"
            label={t("role")}
            placeholder={t("anyRole")}
            defaultValue={role}
            options={options}
          />
          <Button tone="primary">{common("apply")}</Button>
        </form>
      </FilterChip>
      {(text ?? role) && <ChipLink href={here}>{common("clear")}</ChipLink>}
    </FilterChips>
  );
}
