/** How many works run at once, and how many more may wait. */
export interface GateLimits {
  readonly atOnce: number;
  readonly mostWaiting: number;
}

/** Does the work when there is room for it; 'busy' when too many wait already. */
export type Gate = <T>(work: () => Promise<T>) => Promise<T | 'busy'>;

/** A gate of this process, for work that takes much memory or many seconds. */
export function gate({ atOnce, mostWaiting }: GateLimits): Gate {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async (work) => {
    if (running >= atOnce) {
      if (waiting.length >= mostWaiting) return 'busy';
      // Whoever leaves hands its place over, so that nobody slips in between.
      await new Promise<void>((enter) => waiting.push(enter));
    } else running += 1;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
}
