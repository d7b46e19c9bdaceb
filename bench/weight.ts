import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { z } from "zod";

const manifest = z.object({ rootMainFiles: z.array(z.string()) });

export interface Weight {
  /** Bytes of gzipped JavaScript: all the page loads, and what every Next page loads, an empty one too. */
  page: number;
  framework: number;
}

/** What the scripts of a page weigh, as its HTML names them; read from the build. */
export function weigh(html: string): Weight {
  const { rootMainFiles } = manifest.parse(
    JSON.parse(readFileSync(join(".next", "build-manifest.json"), "utf8")),
  );
  const scripts = [...html.matchAll(/<script[^>]+src="([^"?]+)[^"]*"[^>]*>/g)]
    .filter(([tag]) => !/nomodule/i.test(tag))
    .map(([, path = ""]) => path.replace(/^.*\/_next\//, ""));
  const total = (files: Iterable<string>) =>
    [...new Set(files)].reduce((sum, file) => sum + compressed(file), 0);
  return { page: total([...scripts, ...rootMainFiles]), framework: total(rootMainFiles) };
}

function compressed(file: string): number {
  return gzipSync(readFileSync(join(".next", file))).length;
}
