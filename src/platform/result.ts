/** Why something was refused: a message key (not a sentence, so that each reader gets it in their language) and its values. */
export interface Reason {
  readonly key: string;
  readonly params?: Readonly<Record<string, string | number>>;
}

/** An expected refusal of a command: never thrown. */
export interface Refusal {
  readonly reasons: readonly Reason[];
}

/** What a rule answers: allowed, or every reason why not. */
export type Verdict = { readonly ok: true } | ({ readonly ok: false } & Refusal);

/** What a command answers. Unexpected errors are thrown; expected refusals are values. */
export type Result<Value, Why = Refusal> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly refusal: Why };

/** A result that went well. */
export const done = <Value>(value: Value): { readonly ok: true; readonly value: Value } => ({
  ok: true,
  value,
});

/** A result that was refused. */
export const refuse = <Why>(refusal: Why): { readonly ok: false; readonly refusal: Why } => ({
  ok: false,
  refusal,
});
