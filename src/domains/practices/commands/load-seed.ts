import { schemeIds } from '#domains/vocabulary/index.ts';
import type { Database } from '#platform/database/connect.ts';
import { loadRows } from '#platform/seed/load-rows.ts';
import { readSeed } from '#platform/seed/read-seed.ts';
import { languages } from '#services/i18n/languages.ts';
import {
  practiceRow,
  textRow,
  translationRow,
  type SeedPractice,
  type SeedTranslations,
} from './seed-rows.ts';

const parent = { table: 'practice', column: 'practice_id' } as const;

/** Loads `db/seed/practices/`; places and vocabulary must be there. The caller indexes the practices afterwards. */
export async function loadPracticeSeed(db: Database): Promise<void> {
  const practices = await readSeed<SeedPractice[]>('practices/practices.json');
  await loadRows(db, { table: 'practice', key: ['id'], rows: practices.map(practiceRow) });
  await loadTexts(db, practices);
  await loadRows(db, {
    table: 'practice_place',
    key: ['practice_id', 'place_id'],
    parent,
    rows: practices.flatMap((p) =>
      p.places.map((place, position) => ({ practice_id: p.number, place_id: place, position })),
    ),
  });
  await loadRows(db, {
    table: 'practice_concept',
    key: ['practice_id', 'concept_id'],
    parent,
    rows: practices.flatMap((p) =>
      schemeIds
        .flatMap((scheme) => p[`${scheme}s`].map((code) => `${scheme}:${code}`))
        .map((conceptId, position) => ({ practice_id: p.number, concept_id: conceptId, position })),
    ),
  });
  await loadRows(db, {
    table: 'practice_partner',
    key: ['practice_id', 'position'],
    parent,
    rows: practices.flatMap((p) =>
      p.partners.map((name, position) => ({ practice_id: p.number, position, name })),
    ),
  });
  await loadRows(db, {
    table: 'practice_source',
    key: ['practice_id', 'position'],
    parent,
    rows: practices.flatMap((p) =>
      p.sources.map((source, position) => ({
        practice_id: p.number,
        position,
        url: source.url,
        read_on: source.readOn,
      })),
    ),
  });
}

async function loadTexts(db: Database, practices: SeedPractice[]): Promise<void> {
  await loadRows(db, {
    table: 'practice_text',
    key: ['practice_id', 'language'],
    parent,
    rows: practices.map(textRow),
  });
  for (const language of languages) {
    const written = practices.filter((practice) => practice.originalLanguage !== language);
    if (written.length === 0) continue;
    const translations = await readSeed<SeedTranslations>(`practices/translations/${language}.json`);
    const rows = written.flatMap((practice) => {
      const translation = translations[practice.slug];
      return translation ? [translationRow(practice, language, translation)] : [];
    });
    await loadRows(db, { table: 'practice_text', key: ['practice_id', 'language'], parent, rows });
  }
}
