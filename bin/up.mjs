import { readFileSync } from "node:fs";
import { continueWith } from "./support/bootstrap.mjs";

// Node by itself lets what was made lately take 130 MB, most of it gone already: a quarter of that is enough for a server.
const serverOptions = new URL("support/server-options.json", import.meta.url);

continueWith("bin/support/up.ts", JSON.parse(readFileSync(serverOptions, "utf8")));
