/** A value that JSON has no word for, or that it would silently change. */
const notJson = (what: string): TypeError => new TypeError(`Not a value of JSON: ${what}`);

function members(value: object): string {
  return (
    Object.entries(value)
      .filter(([, member]) => member !== undefined)
      // By UTF-16 code unit, as RFC 8785 wants it; keys are never equal.
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`)
      .join(',')
  );
}

/**
 * The one text that stands for a JSON value, whatever the order of its keys (RFC 8785). A member that is undefined is
 * left out, and what has `toJSON` (a Date) is asked. Throws a TypeError at NaN, infinities, bigint, functions, symbols.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return JSON.stringify(value);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw notJson(String(value));
    return JSON.stringify(value);
  }
  if (typeof value !== 'object') throw notJson(typeof value);
  if ('toJSON' in value && typeof value.toJSON === 'function')
    return canonicalJson((value.toJSON as () => unknown)());
  // Maps and sets would become {} without a word.
  if (value instanceof Map || value instanceof Set) throw notJson(value.constructor.name);
  if (Array.isArray(value)) return `[${value.map((member) => canonicalJson(member)).join(',')}]`;
  return `{${members(value)}}`;
}
