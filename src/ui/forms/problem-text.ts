/** A problem as a form shows it: beside its field, and above all fields. */
export interface ShownProblem {
  /** The id of its field; null: of the form as a whole. */
  readonly field: string | null;
  readonly text: string;
}

/** What is wrong with a field; undefined when nothing is. */
export const problemOf = (problems: readonly ShownProblem[], field: string): string | undefined =>
  problems.find((problem) => problem.field === field)?.text;
