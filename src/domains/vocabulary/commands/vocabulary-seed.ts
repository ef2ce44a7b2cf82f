import { readSeed } from '#platform/seed/read-seed.ts';
import type { SeedTable } from '#platform/seed/seed-table.ts';
import { languages } from '#services/i18n/languages.ts';
import { thesaurusSeed } from './thesaurus-seed.ts';

type SeedSchemes = { schemes: { code: string; concepts: { code: string; broader?: string }[] }[] };
type SeedLabels = {
  schemes: Record<string, { label: string; labelPlural: string; note: string }>;
  concepts: Record<string, { label: string; note: string }>;
};
type SeedMapping = { mappings: { challenge: string; dimensions: string[]; reason: string }[] };

const inScheme = { table: 'concept_scheme', column: 'scheme_id' } as const;
const ofConcept = (column: string) => ({ table: 'concept', column }) as const;

/** The rows of `db/seed/vocabulary/`. */
export async function vocabularySeed(): Promise<SeedTable[]> {
  const { schemes } = await readSeed<SeedSchemes>('vocabulary/schemes.json');
  const concepts = schemes.flatMap((scheme) =>
    scheme.concepts.map(({ code, broader }, position) => ({
      id: `${scheme.code}:${code}`,
      broader: broader === undefined ? [] : [`${scheme.code}:${broader}`],
      row: { id: `${scheme.code}:${code}`, scheme_id: scheme.code, code, position },
    })),
  );
  return [
    {
      table: 'concept_scheme',
      key: ['id'],
      rows: schemes.map((scheme, position) => ({ id: scheme.code, position })),
    },
    { table: 'concept', key: ['id'], parents: [inScheme], rows: concepts.map(({ row }) => row) },
    {
      table: 'concept_broader',
      key: ['concept_id', 'broader_id'],
      parents: [ofConcept('concept_id'), ofConcept('broader_id')],
      rows: concepts.flatMap(({ id, broader }) =>
        broader.map((above) => ({ concept_id: id, broader_id: above })),
      ),
    },
    ...(await Promise.all(languages.map(labelTables))).flat(),
    await mappingTable(),
    ...(await thesaurusSeed()),
  ];
}

async function labelTables(language: string): Promise<SeedTable[]> {
  const labels = await readSeed<SeedLabels>(`vocabulary/labels/${language}.json`);
  return [
    {
      table: 'concept_scheme_label',
      key: ['scheme_id', 'language'],
      parents: [inScheme],
      rows: Object.entries(labels.schemes).map(([id, { label, labelPlural, note }]) => ({
        scheme_id: id,
        language,
        label,
        label_plural: labelPlural,
        scope_note: note,
      })),
    },
    {
      table: 'concept_label',
      key: ['concept_id', 'language'],
      parents: [ofConcept('concept_id')],
      rows: Object.entries(labels.concepts).map(([path, { label, note }]) => ({
        concept_id: path.replace('/', ':'),
        language,
        label,
        scope_note: note,
      })),
    },
  ];
}

async function mappingTable(): Promise<SeedTable> {
  const { mappings } = await readSeed<SeedMapping>('vocabulary/dimension-mapping.json');
  return {
    table: 'challenge_dimension',
    key: ['challenge_id', 'dimension_id'],
    parents: [ofConcept('challenge_id'), ofConcept('dimension_id')],
    rows: mappings.flatMap(({ challenge, dimensions, reason }) =>
      dimensions.map((dimension) => ({
        challenge_id: `challenge:${challenge}`,
        dimension_id: `dimension:${dimension}`,
        reason,
      })),
    ),
  };
}
