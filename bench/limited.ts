// Comptoir with limits that nobody meets, to measure what keeping them costs.
import { beMeasured } from "./subject.ts";

const figures = ["live", "test", "endpoint", "search", "files", "payouts", "updates", "concurrency"];
process.env.API_LIMITS = figures.map((name) => `${name}=900000000`).join();
await import("../server.ts");
beMeasured();
