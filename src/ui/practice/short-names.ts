import type { ComparedPractice } from '#domains/practices/index.ts';
import { yearsText } from './years-text.ts';

type Named = Pick<ComparedPractice, 'identifier' | 'yearStart' | 'yearEnd' | 'course'> & {
  places: readonly { displayName: string }[];
};

/**
 * What each of several practices is called where a title has no room: by its town and years, "Cēsis (2024)"; and by its identifier too
 * where another would be called the same.
 */
export function shortNames(practices: readonly Named[]): string[] {
  const parts = practices.map((practice) =>
    [practice.places[0]?.displayName ?? '', yearsText(practice)].filter((part) => part !== ''),
  );
  const names = parts.map((of) => named(of));
  return parts.map((of, at) => {
    const isItsOwn = of.length > 0 && names.indexOf(named(of)) === names.lastIndexOf(named(of));
    return named(isItsOwn ? of : [...of, practices[at]?.identifier ?? '']);
  });
}

const named = ([first = '', ...more]: readonly string[]): string =>
  more.length > 0 ? `${first} (${more.join(', ')})` : first;
