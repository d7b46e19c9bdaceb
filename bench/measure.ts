import { connect, type Line } from "./load.ts";
import type { Subject } from "./subject.ts";

export interface Measured {
  /** How many were done in a second. */
  perSecond: number;
  /** Milliseconds. */
  p50: number;
  p95: number;
  /** Microseconds of the measured process's processor time for each. */
  cpu: number;
  /** How many were done in all. */
  count: number;
}

const warmUp = 500;

/** Does `flow` again and again on so many connections for so long (milliseconds), after half a second of warming up. */
export async function measure(
  subject: Subject,
  connections: number,
  duration: number,
  flow: (line: Line) => Promise<void>,
): Promise<Measured> {
  const lines = await Promise.all(Array.from({ length: connections }, () => connect(subject.port)));
  await repeat(lines, warmUp, flow);
  const before = await subject.usage();
  const begun = performance.now();
  const times = await repeat(lines, duration, flow);
  const seconds = (performance.now() - begun) / 1000;
  const after = await subject.usage();
  for (const line of lines) line.close();
  return {
    perSecond: times.length / seconds,
    ...percentiles(times),
    cpu: (after.cpu - before.cpu) / times.length,
    count: times.length,
  };
}

async function repeat(
  lines: Line[],
  duration: number,
  flow: (line: Line) => Promise<void>,
): Promise<number[]> {
  const times: number[] = [];
  const end = performance.now() + duration;
  await Promise.all(
    lines.map(async (line) => {
      while (performance.now() < end) {
        const begun = performance.now();
        await flow(line);
        times.push(performance.now() - begun);
      }
    }),
  );
  return times;
}

export function percentiles(times: number[]): { p50: number; p95: number } {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
  return { p50: at(0.5), p95: at(0.95) };
}
