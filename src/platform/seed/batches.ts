/** `items` in pieces, for PostgreSQL takes 65,535 parameters in a statement. */
export function batches<T>(items: T[], size = 500): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, n) =>
    items.slice(n * size, (n + 1) * size),
  );
}
