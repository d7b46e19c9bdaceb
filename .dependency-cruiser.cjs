/** Imports run one way: app → lib → db. */
module.exports = {
  forbidden: [
    {
      name: "no-cycles",
      severity: "error",
      from: {},
      // Type-only imports vanish before the code runs.
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "app-never-db",
      comment: "Pages ask lib/; only lib/ asks the database.",
      severity: "error",
      from: { path: "^(app/|proxy\\.ts)" },
      to: { path: "^db/" },
    },
    {
      name: "lib-never-app",
      severity: "error",
      from: { path: "^lib/" },
      to: { path: "^(app|bin|bench|tests)/|^(server|proxy)\\.ts" },
    },
    {
      name: "db-never-upwards",
      comment: "Of lib/, db/ may know configuration and logging.",
      severity: "error",
      from: { path: "^db/" },
      to: { path: "^(app|bin|bench|tests)/|^(server|proxy)\\.ts|^lib/(?!config\\.ts|log\\.ts)" },
    },
    {
      name: "only-app-knows-react",
      severity: "error",
      from: { path: "^(lib|db|bin)/" },
      to: { path: "^node_modules/(next|next-auth|react|react-dom)/" },
    },
    {
      name: "wire-imports-no-command",
      comment: "A wire module turns rows into the API's objects; events need it, so it imports no action.",
      severity: "error",
      from: { path: "^lib/[^/]+/wire[^/]*\\.ts$" },
      to: {
        path: "^lib/[^/]+/",
        pathNot: "/(wire|status|types|ids|money|paths|purposes|brand-name)[^/]*\\.ts$|^lib/[^/]+\\.ts$",
        dependencyTypesNot: ["type-only"],
      },
    },
    {
      name: "processors-through-the-interface",
      comment: "Nothing outside lib/processors knows which processor it talks to.",
      severity: "error",
      from: { path: "^(app|lib|db|server\\.ts|proxy\\.ts)", pathNot: "^lib/processors/" },
      to: { path: "^lib/processors/[^/]+/" },
    },
    {
      name: "nothing-imports-tests",
      severity: "error",
      from: { pathNot: "^(tests|bin|bench)/|^[^/]+\\.config\\.ts$" },
      to: { path: "^tests/" },
    },
    {
      name: "resolvable",
      severity: "error",
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(\\.next|data|coverage|test-results)/" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
      extensions: [".ts", ".tsx", ".mjs", ".js", ".json"],
    },
    cache: { folder: "node_modules/.cache/dependency-cruiser", strategy: "content" },
  },
};
