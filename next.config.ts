import type { NextConfig } from "next";

const config: NextConfig = {
  poweredByHeader: false,
  // All pages at once take a second at the start and 50 MB for good; one alone a moment when it is first asked for.
  experimental: { preloadEntriesOnStart: false },
  reactStrictMode: true,
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ["better-sqlite3", "@node-rs/argon2", "piscina", "@electric-sql/pglite", "pino"],
};

export default config;
