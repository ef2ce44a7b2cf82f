import type { Database } from '#platform/database/connect.ts';
import { loadRows } from '#platform/seed/load-rows.ts';
import { readSeed } from '#platform/seed/read-seed.ts';
import { languages } from '#services/i18n/languages.ts';

type SeedSchemes = { schemes: { code: string; concepts: { code: string; broader?: string }[] }[] };
type SeedLabels = {
  schemes: Record<string, { label: string; labelPlural: string; note: string }>;
  concepts: Record<string, { label: string; note: string }>;
};
type SeedMapping = { mappings: { challenge: string; dimensions: string[]; reason: string }[] };

/** Loads `db/seed/vocabulary/`. */
export async function loadVocabularySeed(db: Database): Promise<void> {
  const { schemes } = await readSeed<SeedSchemes>('vocabulary/schemes.json');
  await loadRows(db, {
    table: 'concept_scheme',
    key: ['id'],
    rows: schemes.map((scheme, position) => ({ id: scheme.code, position })),
  });
  const concepts = schemes.flatMap((scheme) =>
    scheme.concepts.map((concept, position) => ({
      id: `${scheme.code}:${concept.code}`,
      scheme_id: scheme.code,
      code: concept.code,
      broader_id: concept.broader === undefined ? null : `${scheme.code}:${concept.broader}`,
      position,
    })),
  );
  // A broader concept must stand before what it is broader than.
  await loadRows(db, {
    table: 'concept',
    key: ['id'],
    rows: concepts.filter((concept) => concept.broader_id === null),
  });
  await loadRows(db, {
    table: 'concept',
    key: ['id'],
    rows: concepts.filter((concept) => concept.broader_id !== null),
  });
  for (const language of languages) await loadLabels(db, language);
  await loadMapping(db);
}

async function loadLabels(db: Database, language: string): Promise<void> {
  const labels = await readSeed<SeedLabels>(`vocabulary/labels/${language}.json`);
  await loadRows(db, {
    table: 'concept_scheme_label',
    key: ['scheme_id', 'language'],
    parent: { table: 'concept_scheme', column: 'scheme_id' },
    rows: Object.entries(labels.schemes).map(([id, { label, labelPlural, note }]) => ({
      scheme_id: id,
      language,
      label,
      label_plural: labelPlural,
      scope_note: note,
    })),
  });
  await loadRows(db, {
    table: 'concept_label',
    key: ['concept_id', 'language'],
    parent: { table: 'concept', column: 'concept_id' },
    rows: Object.entries(labels.concepts).map(([path, { label, note }]) => ({
      concept_id: path.replace('/', ':'),
      language,
      label,
      scope_note: note,
    })),
  });
}

async function loadMapping(db: Database): Promise<void> {
  const { mappings } = await readSeed<SeedMapping>('vocabulary/dimension-mapping.json');
  await loadRows(db, {
    table: 'challenge_dimension',
    key: ['challenge_id', 'dimension_id'],
    parent: { table: 'concept', column: 'challenge_id' },
    rows: mappings.flatMap(({ challenge, dimensions, reason }) =>
      dimensions.map((dimension) => ({
        challenge_id: `challenge:${challenge}`,
        dimension_id: `dimension:${dimension}`,
        reason,
      })),
    ),
  });
}
