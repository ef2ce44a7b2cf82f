import { schemeIds } from '#domains/vocabulary/index.ts';
import { readSeed } from '#platform/seed/read-seed.ts';
import type { SeedTable } from '#platform/seed/seed-table.ts';
import { languages } from '#services/i18n/languages.ts';
import {
  practiceRow,
  textRow,
  translationRow,
  type SeedPractice,
  type SeedTranslations,
} from './seed-rows.ts';

const ofPractice = { table: 'practice', column: 'practice_id' } as const;
const partOf = { ...ofPractice, moment: 'changed_at' } as const;

/** The rows of `db/seed/practices/`, for when places and vocabulary are there. Index the practices afterwards. */
export async function practiceSeed(): Promise<SeedTable[]> {
  const practices = await readSeed<SeedPractice[]>('practices/practices.json');
  return [
    {
      table: 'practice',
      key: ['id'],
      partOf: { ...partOf, column: 'id' },
      rows: practices.map(practiceRow),
    },
    ...(await textTables(practices)),
    {
      table: 'practice_place',
      key: ['practice_id', 'place_id'],
      parents: [ofPractice, { table: 'place', column: 'place_id' }],
      partOf,
      rows: practices.flatMap((p) =>
        p.places.map((place, position) => ({ practice_id: p.number, place_id: place, position })),
      ),
    },
    {
      table: 'practice_concept',
      key: ['practice_id', 'concept_id'],
      parents: [ofPractice, { table: 'concept', column: 'concept_id' }],
      partOf,
      rows: practices.flatMap((p) =>
        schemeIds
          .flatMap((scheme) => p[`${scheme}s`].map((code) => `${scheme}:${code}`))
          .map((conceptId, position) => ({ practice_id: p.number, concept_id: conceptId, position })),
      ),
    },
    {
      table: 'practice_partner',
      key: ['practice_id', 'position'],
      parents: [ofPractice],
      partOf,
      rows: practices.flatMap((p) =>
        p.partners.map((name, position) => ({ practice_id: p.number, position, name })),
      ),
    },
    {
      table: 'practice_source',
      key: ['practice_id', 'position'],
      parents: [ofPractice],
      partOf,
      rows: practices.flatMap((p) =>
        p.sources.map((source, position) => ({
          practice_id: p.number,
          position,
          url: source.url,
          read_on: source.readOn,
        })),
      ),
    },
  ];
}

async function textTables(practices: SeedPractice[]): Promise<SeedTable[]> {
  const text = (rows: SeedTable['rows']): SeedTable => ({
    table: 'practice_text',
    key: ['practice_id', 'language'],
    parents: [ofPractice],
    partOf,
    rows,
  });
  const translations = languages.map(async (language) => {
    const foreign = practices.filter((practice) => practice.originalLanguage !== language);
    if (foreign.length === 0) return [];
    const translated = await readSeed<SeedTranslations>(`practices/translations/${language}.json`);
    return foreign.flatMap((practice) => {
      const translation = translated[practice.slug];
      return translation ? [translationRow(practice, language, translation)] : [];
    });
  });
  return [practices.map(textRow), ...(await Promise.all(translations))].map(text);
}
