import { configDefaults, defineConfig } from "vitest/config";

// What takes minutes is for `npm run test:full`.
const full = process.env.TEST_FULL !== undefined;

const shared = {
  environment: "node",
  pool: "threads" as const,
  exclude: [...configDefaults.exclude, "tests/e2e/**", ...(full ? [] : ["tests/full/**"])],
  testTimeout: full ? 600_000 : 20_000,
  hookTimeout: 40_000,
  // Test files share a worker's modules, which take longer to load than most tests; each-file.ts keeps them apart.
  isolate: false,
  setupFiles: ["tests/support/each-file.ts", ...(full ? ["tests/support/property-runs.ts"] : [])],
};

// A secret of their own: the one beside the database would be another for each file.
const env = { LOG_LEVEL: "silent", NEXTAUTH_SECRET: "what the tests sign and seal with" };

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        test: {
          ...shared,
          name: "sqlite",
          exclude: [...shared.exclude, "tests/**/*.alone.test.ts"],
          include: ["tests/**/*.test.ts"],
          env,
        },
      },
      // What begins with another configuration, which a process reads once, or puts something in the place of a module.
      {
        test: { ...shared, name: "alone", isolate: true, include: ["tests/**/*.alone.test.ts"], env },
      },
      {
        test: {
          ...shared,
          name: "postgres",
          // Embedded in WebAssembly, it takes some fifty times as long for a payment.
          testTimeout: full ? 600_000 : 120_000,
          exclude: [...shared.exclude, "tests/db/backup.test.ts"],
          include: ["tests/db/**/*.test.ts", "tests/lib/{db,ledger,payments,refunds}/**/*.test.ts"],
          env: { ...env, DATABASE_URL: "pglite://memory" },
        },
      },
    ],
  },
});
