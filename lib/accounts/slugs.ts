import { inArray } from "drizzle-orm";
import type { Db } from "#db/engine/engine";
import { environments } from "#db/schema/index";

/** First parts of addresses that belong to pages of our own. */
const reserved =
  "account api authenticate checkout design docs forgot healthz help invitation invoice join links locked nowhere offline org pay portal " +
  "public receipt receipts reset settings sign-in sign-out static two-step v1 v2 welcome";

/** Free addresses for an account's environments: `<name>-test` and `<name>`, numbered where taken. */
export async function freeSlugs(db: Db, name: string): Promise<{ test: string; live: string }> {
  const base = slugOf(name);
  for (let number = 1; ; number++) {
    const live = number === 1 ? base : `${base}-${number}`;
    const slugs = { live, test: `${live}-test` };
    if (!reserved.split(" ").includes(live) && (await areFree(db, Object.values(slugs)))) return slugs;
  }
}

function slugOf(name: string): string {
  const letters = name
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(/\p{Mark}/gu, "")
    .replaceAll(/[^a-z0-9]+/g, "-")
    .slice(0, 40)
    .replaceAll(/^-+|-+$/g, "");
  return letters || "business";
}

async function areFree(db: Db, slugs: string[]): Promise<boolean> {
  const taken = await db
    .select({ id: environments.id })
    .from(environments)
    .where(inArray(environments.slug, slugs));
  return taken.length === 0;
}
