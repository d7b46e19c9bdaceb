export interface Moment {
  at: number;
  cpu: NodeJS.CpuUsage;
}

/** What the processor is counted in may lag behind, milliseconds. */
const coarseness = 1;

/** Now, to be given to `since`. */
export function moment(): Moment {
  return { at: performance.now(), cpu: process.threadCpuUsage() };
}

/** How long this thread has worked since, milliseconds: on a busy machine time passes without it. */
export function since({ at, cpu }: Moment): number {
  const { user, system } = process.threadCpuUsage(cpu);
  return Math.min(performance.now() - at, (user + system) / 1000 + coarseness);
}
