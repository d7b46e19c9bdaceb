import type { Role } from "#lib/auth/roles";

/** Who works at Maison Lavande. The first one owns it. */
export const demoPeople = [
  { email: "owner@maison-lavande.test", name: "Amélie Fontaine", roles: ["super_admin"] },
  { email: "admin@maison-lavande.test", name: "Benoît Mercier", roles: ["admin"] },
  { email: "developer@maison-lavande.test", name: "Zoé Nguyen", roles: ["developer"] },
  { email: "analyst@maison-lavande.test", name: "Hugo Lambert", roles: ["analyst"] },
  { email: "support@maison-lavande.test", name: "Camille Roux", roles: ["support_specialist"] },
  { email: "viewer@maison-lavande.test", name: "Inès Moreau", roles: ["view_only"] },
] as const satisfies readonly { email: string; name: string; roles: readonly Role[] }[];
