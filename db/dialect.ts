/** Which database the process speaks. Read once: drizzle's tables are built for one dialect. */
export type Dialect = "sqlite" | "postgres";

export function dialectOf(url: string | undefined): Dialect {
  return /^(postgres(ql)?|pglite):/.test(url ?? "") ? "postgres" : "sqlite";
}

export const dialect: Dialect = dialectOf(process.env.DATABASE_URL);
