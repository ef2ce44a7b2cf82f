import type { PracticeReading } from '#domains/practices/index.ts';
import { countryName, formatEuros, formatNumber, m, type Language } from '#services/i18n/index.ts';
import { courseNames } from './course-names.ts';
import { sourceHost } from './source-host.ts';
import { yearsText } from './years-text.ts';

type Place = PracticeReading['places'][number];
export type Fact = { name: string; text: string; lang?: Language | undefined };

/** Facts of one line each; a missing one stays away together with its heading. `lang` is set where it is not the reader's. */
export function practiceFacts(practice: PracticeReading, language: Language): Fact[] {
  const { body } = practice;
  const lang = body.language === language ? undefined : body.language;
  const cost = [practice.costEur === null ? null : formatEuros(practice.costEur, language), body.costNote];
  return [
    { name: m.practices_fact_years(), text: yearsText(practice) },
    { name: m.practices_fact_course(), text: practice.course && courseNames[practice.course]() },
    {
      name: m.practices_fact_cost(),
      text: cost.filter((part) => part !== null).join(' – '),
      lang: body.costNote === null ? undefined : lang,
    },
    { name: m.practices_fact_organiser(), text: practice.organiser },
    { name: m.practices_fact_participants(), text: body.participants, lang },
    { name: m.practices_fact_first_event(), text: body.timeToFirstEvent, lang },
    { name: m.practices_fact_effort(), text: body.effort, lang },
    { name: m.practices_fact_funding(), text: body.funding, lang },
  ].flatMap(({ text, ...fact }) => (text ? [{ ...fact, text }] : []));
}

/** The town's own name where the reader's language has another. */
export const ownName = ({ name, displayName }: Place): string | undefined =>
  name === displayName ? undefined : name;

/** "Latvia" after the town's name, and how many people live there by which count. */
export function placeFacts(place: Place, language: Language): { country: string; population?: string } {
  const country = countryName(place.countryCode, language);
  if (place.population === null) return { country };
  const number = formatNumber(place.population, language);
  const source = [
    place.populationSource?.startsWith('http') ? sourceHost(place.populationSource) : place.populationSource,
    place.populationOn?.slice(0, 4),
  ].filter(Boolean);
  return {
    country,
    population: `${m.practices_population({ count: place.population, number })} (${source.join(', ')})`,
  };
}
