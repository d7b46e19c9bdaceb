export { default as common } from "./common.json" with { type: "json" };
export { default as design } from "./design.json" with { type: "json" };
export { default as receipts } from "./receipts.json" with { type: "json" };
export { default as shell } from "./shell.json" with { type: "json" };
export { default as problem } from "./problem.json" with { type: "json" };
