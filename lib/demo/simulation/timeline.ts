/** What is still to happen, in the order of time; at one moment, in the order it was planned. */
export interface Timeline {
  plan(at: number, happen: () => void): void;
  /** Lets everything planned up to `until` (milliseconds) happen, also what is planned on the way. */
  runUntil(until: number): void;
}

interface Plan {
  at: number;
  order: number;
  happen: () => void;
}

export function createTimeline(): Timeline {
  const heap: Plan[] = [];
  let planned = 0;

  function plan(at: number, happen: () => void): void {
    heap.push({ at, order: planned++, happen });
    let child = heap.length - 1;
    while (child > 0) {
      const parent = (child - 1) >> 1;
      if (!swapIfEarlier(child, parent)) return;
      child = parent;
    }
  }

  function next(): Plan | undefined {
    const first = heap[0];
    const last = heap.pop();
    if (!first || !last || heap.length === 0) return first;
    heap[0] = last;
    for (let parent = 0; ;) {
      const left = parent * 2 + 1;
      if (left >= heap.length) return first;
      const child = left + 1 < heap.length && isEarlier(left + 1, left) ? left + 1 : left;
      if (!swapIfEarlier(child, parent)) return first;
      parent = child;
    }
  }

  function swapIfEarlier(child: number, parent: number): boolean {
    if (!isEarlier(child, parent)) return false;
    const moved = heap[child]!;
    heap[child] = heap[parent]!;
    heap[parent] = moved;
    return true;
  }

  function isEarlier(one: number, other: number): boolean {
    const [a, b] = [heap[one]!, heap[other]!];
    return a.at < b.at || (a.at === b.at && a.order < b.order);
  }

  return {
    plan,
    runUntil(until) {
      while (heap[0] && heap[0].at <= until) next()?.happen();
    },
  };
}
