import { command } from "./support/command.ts";
import { prepareDatabase } from "./support/prepare-database.ts";
import { step } from "./support/progress.ts";

const description = {
  name: "migrate",
  database: "made",
  about: "Brings the database up to date; existing data is backed up beside it first.",
  usage: "",
  options: {},
} as const;

await command(description, () => step("Preparing the database", prepareDatabase));
