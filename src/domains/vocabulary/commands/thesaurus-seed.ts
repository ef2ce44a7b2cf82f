import { readSeed } from '#platform/seed/read-seed.ts';
import type { SeedTable } from '#platform/seed/seed-table.ts';
import { languages } from '#services/i18n/languages.ts';
import { topicScheme } from '../model.ts';

type SeedTopics = { concepts: { code: string; broader: string[] }[] };
type SeedTerms = Record<string, { label?: string; synonyms: string[]; spoken: string[] }>;

const idOf = (path: string): string => path.replace('/', ':');
const topicId = (code: string): string => `${topicScheme}:${code}`;
const ofConcept = (column: string) => ({ table: 'concept', column }) as const;

/** The rows of `db/seed/vocabulary/thesaurus/`: the topics, and the words for them and for the vocabularies' concepts. */
export async function thesaurusSeed(): Promise<SeedTable[]> {
  const topics = (await readSeed<SeedTopics>('vocabulary/thesaurus/topics.json')).concepts;
  return [
    { table: 'concept_scheme', key: ['id'], rows: [{ id: topicScheme, position: 5 }] },
    {
      table: 'concept',
      key: ['id'],
      parents: [{ table: 'concept_scheme', column: 'scheme_id' }],
      rows: topics.map(({ code }, position) => ({
        id: topicId(code),
        scheme_id: topicScheme,
        code,
        position,
      })),
    },
    {
      table: 'concept_broader',
      key: ['concept_id', 'broader_id'],
      parents: [ofConcept('concept_id'), ofConcept('broader_id')],
      rows: topics.flatMap(({ code, broader }) =>
        broader.map((above) => ({
          concept_id: topicId(code),
          broader_id: above.includes('/') ? idOf(above) : topicId(above),
        })),
      ),
    },
    ...(await Promise.all(languages.map(termTables))).flat(),
  ];
}

async function termTables(language: string): Promise<SeedTable[]> {
  const terms = Object.entries(await readSeed<SeedTerms>(`vocabulary/thesaurus/terms/${language}.json`));
  return [
    {
      table: 'concept_label',
      key: ['concept_id', 'language'],
      parents: [ofConcept('concept_id')],
      rows: terms.flatMap(([path, { label }]) =>
        label === undefined ? [] : [{ concept_id: idOf(path), language, label, scope_note: '' }],
      ),
    },
    {
      table: 'concept_term',
      key: ['concept_id', 'language'],
      parents: [ofConcept('concept_id')],
      rows: terms.map(([path, { synonyms, spoken }]) => ({
        concept_id: idOf(path),
        language,
        synonyms,
        spoken,
      })),
    },
  ];
}
