import { continueWith } from "./support/bootstrap.mjs";

continueWith("bin/support/test.ts");
