import pg from 'pg';

const { builtins } = pg.types;

/** int8 as a number: no count or key of Nacre comes near 2^53, and one that did must not be rounded silently. */
function safeInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`bigint too large for a number: ${text}`);
  return value;
}

const parsers: Readonly<Record<number, (text: string) => unknown>> = {
  [builtins.INT8]: safeInteger,
  // A `date` has no zone: as a Date it would shift by a day east of Greenwich. Kept as 'YYYY-MM-DD'.
  [builtins.DATE]: (text) => text,
};

/** How columns are read, for one pool only: pg's global parsers stay as they are for the libraries that rely on them. */
export const columnTypes: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    (format !== 'binary' && parsers[oid]) || pg.types.getTypeParser(oid, format as 'text')) as never,
};
