import type { ComparedPractice } from '#domains/practices/index.ts';
import { yearsText } from './years-text.ts';

type Named = Pick<ComparedPractice, 'identifier' | 'yearStart' | 'yearEnd' | 'course'> & {
  places: readonly { displayName: string }[];
};

/** What each of several practices is called where a title has no room: by town and years, and by its identifier too where these are not its own. */
export function shortNames(practices: readonly Named[]): string[] {
  const names = practices.map((practice) =>
    [practice.places[0]?.displayName, yearsText(practice)].filter(Boolean).join(', '),
  );
  return names.map((name, at) => {
    const identifier = practices[at]?.identifier ?? '';
    if (name === '') return identifier;
    return names.indexOf(name) === names.lastIndexOf(name) ? name : `${name} (${identifier})`;
  });
}
