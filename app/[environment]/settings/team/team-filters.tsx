import { may } from "#lib/auth/permissions";
import { allRoles, whyNotAssignable } from "#lib/auth/roles";
import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { readTeamChoice, type TeamChoice, teamStatuses } from "#lib/team/narrow-team";
import { Button } from "../../../_ui/button";
import { SelectField } from "../../../_ui/choice-field";
import { ChipLink, FilterChip, FilterChips } from "../../../_ui/filter-chip";
import { TextField } from "../../../_ui/text-field";
import { type ListQuery, valueIn } from "../../developers/list-query";

/** What an address narrows the list of members to. */
export function choiceIn(query: ListQuery): TeamChoice {
  return readTeamChoice({
    q: valueIn(query, "q"),
    role: valueIn(query, "role"),
    status: valueIn(query, "status"),
  });
}

/** By what the members can be narrowed. */
export function TeamFilters({ viewer, choice }: { viewer: Viewer; choice: TeamChoice }) {
  const t = translator(viewer.locale, "team");
  const roles = translator(viewer.locale, "roles");
  const common = translator(viewer.locale, "common");
  const here = paths.team(viewer);
  const { text, role, status } = choice;
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
          {status && <input type="hidden" name="status" value={status} />}
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
          {status && <input type="hidden" name="status" value={status} />}
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
      {may(viewer, "members:write") && <StatusFilter viewer={viewer} choice={choice} />}
      {(text ?? role ?? status) && <ChipLink href={here}>{common("clear")}</ChipLink>}
    </FilterChips>
  );
}

/** Members, or who was asked to come: for who sees both. */
function StatusFilter({ viewer, choice: { text, role, status } }: { viewer: Viewer; choice: TeamChoice }) {
  const t = translator(viewer.locale, "team");
  const options = teamStatuses.map((value) => ({
    value,
    label: value === "member" ? t("isMember") : t(`invitationState.${value}`),
  }));
  return (
    <FilterChip label={t("status")} value={options.find(({ value }) => value === status)?.label ?? null}>
      <form className="grid gap-3" action={paths.team(viewer)}>
        {text && <input type="hidden" name="q" value={text} />}
        {role && <input type="hidden" name="role" value={role} />}
        <SelectField
          name="status"
          label={t("status")}
          placeholder={t("anyStatus")}
          defaultValue={status}
          options={options}
        />
        <Button tone="primary">{translator(viewer.locale, "common")("apply")}</Button>
      </form>
    </FilterChip>
  );
}
