// Comptoir as it is run, and measured.
import { beMeasured } from "./subject.ts";

await import("../server.ts");
beMeasured();
