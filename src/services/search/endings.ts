/** Endings, each with what to put instead. */
export type Endings = readonly (readonly [ending: RegExp, instead: string])[];

/** A word after all changes, one after the other. */
export const changed = (word: string, endings: Endings): string =>
  endings.reduce((rest, [ending, instead]) => rest.replace(ending, instead), word);

/** The word before the stemmer sees it: nominatives led to a form that it knows how to take apart. */
export const after =
  (endings: Endings, stemmer: (word: string) => string) =>
  (word: string): string =>
    stemmer(changed(word, endings));
