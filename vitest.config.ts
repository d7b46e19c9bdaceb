import { configDefaults, defineConfig } from "vitest/config";

const shared = {
  environment: "node",
  exclude: [...configDefaults.exclude, "tests/e2e/**"],
  testTimeout: 20_000,
  hookTimeout: 40_000,
} as const;

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...shared,
          name: "sqlite",
          include: ["tests/**/*.test.ts"],
          env: { NODE_ENV: "test", LOG_LEVEL: "silent" },
        },
      },
      {
        test: {
          ...shared,
          name: "postgres",
          include: ["tests/lib/{ledger,payments,db}/**/*.test.ts", "tests/db/**/*.test.ts"],
          env: { NODE_ENV: "test", LOG_LEVEL: "silent", DATABASE_URL: "pglite://memory" },
        },
      },
    ],
  },
});
