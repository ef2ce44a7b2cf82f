import { office, only, who, type Line, type Outcome } from './line.ts';
import { otherTown, ownTown, readers, teamWriters, type Reader } from './readers.ts';
import type { World } from './world.ts';

type Who = Line['who'];
/** The same readers, refused instead of shown: what is posted is nonsense, and only they are told so. */
const nonsenseFor = (those: Who): Who =>
  Object.fromEntries(
    readers.map((reader): [Reader, Outcome] => [
      reader,
      those[reader] === 'shown' ? 'refused' : those[reader],
    ]),
  ) as Who;

const readOnly = ['town commenter', 'town viewer'] as const;
const onVocabulary = (path: string, door: string): Line => ({
  door: `POST /secretariat/vocabulary${door}`,
  at: () => ({ path: `/en/secretariat/vocabulary${path}`, fields: {} }),
  who: nonsenseFor(office),
});
const onTranslation = (
  name: string,
  those: Who,
  {
    town = ownTown,
    about,
    fields = {},
  }: { town?: string; about?: string; fields?: Record<string, string> } = {},
): Line => ({
  door: `POST /contribute/translations/[identifier]/[to=language]?/${name}`,
  ...(about !== undefined && { about }),
  at: async (world: World) => ({
    path: `/en/contribute/translations/NP-${await world.publishedPractice(town)}/fi?/${name}`,
    fields,
  }),
  who: those,
});

export const actsOfMany: readonly Line[] = [
  {
    door: 'POST /contribute/begin',
    at: () => ({ path: '/en/contribute/begin', fields: { name: '', email: 'x' } }),
    who: who('led on', { refused: ['visitor'] }),
  },
  {
    door: 'POST /contribute/begin/confirm',
    at: () => ({ path: '/en/contribute/begin/confirm', fields: { token: 'x' } }),
    who: who('refused'),
    counts: true,
  },
  // Files themselves are sent in pictures.test.ts and bulk.test.ts: here it is who gets so far as to send one.
  {
    door: 'POST /contribute/[draft=draft]/pictures',
    at: async (world) => ({
      path: `/en/contribute/${await world.draft('draft', ownTown)}/pictures`,
      fields: { base: '2' },
    }),
    who: who('not found', { 'sign in': ['visitor'], refused: teamWriters, 'led on': readOnly }),
  },
  {
    door: 'POST /contribute/bulk',
    at: () => ({ path: '/en/contribute/bulk', fields: {} }),
    who: who('not found', { 'sign in': ['visitor'], refused: ['editor'] }),
  },
  {
    door: 'POST /contribute/bulk/[digest=digest]',
    at: ({ importDigest }) => ({ path: `/en/contribute/bulk/${importDigest}`, fields: { shown: 'x' } }),
    who: who('not found', { 'sign in': ['visitor'], refused: ['editor'] }),
  },
  onTranslation('save', only('done', [...teamWriters, 'editor']), {
    fields: { base: '0', title: 'Portaat' },
  }),
  onTranslation('save', only('done', ['owner elsewhere', 'editor']), {
    town: otherTown,
    about: 'of another town',
    fields: { base: '0', title: 'Portaat' },
  }),
  onTranslation(
    'publish',
    who('not found', { 'sign in': ['visitor'], refused: [...teamWriters, 'editor'] }),
    {
      about: 'without a text',
      fields: { base: '0', title: '' },
    },
  ),
  // The machine is off: who may ask is told so.
  onTranslation('machine', who('not found', { 'sign in': ['visitor'], refused: [...teamWriters, 'editor'] })),
  onVocabulary('/new', '/new'),
  onVocabulary('/challenge/youth-outmigration?/save', '/[scheme]/[code]?/save'),
  onVocabulary('/challenge/youth-outmigration?/retire', '/[scheme]/[code]?/retire'),
  onVocabulary('/challenge/youth-outmigration/merge', '/[scheme]/[code]/merge'),
];
