import { openToFill } from "#db/database";
import { loadDemo } from "#lib/demo/load";
import { command } from "./support/command.ts";

const description = {
  name: "demo",
  database: "existing",
  about: "Loads the demo business, unless it is there already.",
  usage: "",
  options: {},
} as const;

await command(description, async () => {
  await openToFill();
  await loadDemo({ onProgress: (done, of) => console.log(`${done} of ${of} payments`) });
});
