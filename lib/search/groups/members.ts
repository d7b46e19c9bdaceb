import { paths } from "#lib/paths";
import { listTeam } from "#lib/people/members";
import type { SearchGroup } from "./group.ts";
import { listedPage } from "./listed.ts";
import { roleNames } from "./role-names.ts";

/** The people of the account, by name, email and role. */
export const memberGroup: SearchGroup = {
  key: "members",
  permission: "members:read",
  async find(viewer, query, place) {
    return listedPage(viewer, query, await listTeam(viewer), {
      ...place,
      toSheet: ({ name, email, roles, createdAt }) => ({
        createdAt,
        facts: {},
        texts: { name: [name], email: [email], other: roleNames(viewer.locale, roles) },
      }),
      toHit: ({ personId, name, email, roles, createdAt }) => ({
        id: personId,
        href: paths.team(viewer),
        title: name,
        detail: [email, ...roleNames(viewer.locale, roles)].join(" · "),
        state: null,
        money: null,
        at: createdAt,
      }),
    });
  },
};
