const dialect = process.env.DRIZZLE_DIALECT === "postgres" ? "postgresql" : "sqlite"; // first: the wrong one drops everything
import { defineConfig } from "drizzle-kit";

export default defineConfig({
  dialect,
  schema: "./db/schema/index.ts",
  out: dialect === "sqlite" ? "./drizzle/sqlite" : "./drizzle/postgres",
  casing: "snake_case",
});
