/** What is kept of people, in the order of the page on privacy. `retention`: the row of retention_period that says for how long. */
export const keptData = [
  { kind: 'account', retention: null, countsFrom: null },
  { kind: 'session', retention: null, countsFrom: null },
  { kind: 'outbox', retention: 'outbox', countsFrom: 'start' },
  { kind: 'invitation', retention: 'invitation', countsFrom: 'end' },
  { kind: 'claim', retention: 'town-claim', countsFrom: 'end' },
  { kind: 'audit', retention: null, countsFrom: null },
] as const;

export type KeptKind = (typeof keptData)[number]['kind'];

/** A kind of data, and for how many days it is kept; null: there is no fixed number. */
export interface KeptData {
  readonly kind: KeptKind;
  readonly days: number | null;
  /** Whether the days count from the beginning, or from when the matter is over. */
  readonly countsFrom: 'start' | 'end' | null;
}

/** The list with its periods. One whose period is missing is left with none rather than with a guess. */
export const keptFor = (periods: ReadonlyMap<string, number>): KeptData[] =>
  keptData.map(({ kind, retention, countsFrom }) => ({
    kind,
    days: retention === null ? null : (periods.get(retention) ?? null),
    countsFrom,
  }));
