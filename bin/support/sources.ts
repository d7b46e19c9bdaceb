import { createHash } from "node:crypto";
import { existsSync, globSync, readFileSync, statSync, writeFileSync } from "node:fs";

const sources = [
  "{app,lib,db}/**/*.*",
  "public/**/*",
  "{proxy,next.config,postcss.config,instrumentation}.*",
  "{package,package-lock,tsconfig}.json",
];
const mark = ".next/sources";

/** Whether the build in `.next` was made from the sources as they are now. */
export function isBuilt(): boolean {
  return existsSync(".next/BUILD_ID") && existsSync(mark) && readFileSync(mark, "utf8") === fingerprint();
}

/** Notes what the build in `.next` was made from. */
export function noteBuilt(): void {
  writeFileSync(mark, fingerprint());
}

function fingerprint(): string {
  const hash = createHash("sha256");
  for (const file of globSync(sources).sort()) {
    if (!statSync(file).isFile()) continue;
    hash.update(file).update("\0");
    hash.update(readFileSync(file)).update("\0");
  }
  return hash.digest("hex");
}
