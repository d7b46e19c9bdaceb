const interactive = process.stdout.isTTY;

/** Says what is happening, how far it is, and at the end how long it took; rethrows what goes wrong. */
export async function step<T>(
  title: string,
  work: (tell: (progress: string) => void) => Promise<T>,
): Promise<T> {
  const started = performance.now();
  const show = (text: string) => interactive && process.stdout.write(`\r\x1b[K${title} ${text}`);
  let progress = "";
  const clock = setInterval(() => show(`… ${progress} ${elapsed(started)}`), 200);
  if (!interactive) console.log(`${title} …`);
  try {
    const result = await work((text) => (progress = text));
    conclude(`${title}: done in ${elapsed(started)}`);
    return result;
  } catch (error) {
    conclude(`${title}: failed after ${elapsed(started)}`);
    throw error;
  } finally {
    clearInterval(clock);
  }
}

function conclude(text: string): void {
  if (interactive) process.stdout.write("\r\x1b[K");
  console.log(text);
}

function elapsed(started: number): string {
  return `${((performance.now() - started) / 1000).toFixed(1)} s`;
}
