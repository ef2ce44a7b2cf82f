import { at, everybody, office, only, signedIn, who, type Line } from './line.ts';
import { teamWriters } from './readers.ts';

const decides = ['editor', 'secretariat'] as const;
const noDigest = '0'.repeat(64);

/** Beginning without an account, pictures, translations, many practices at once, and the vocabulary. */
export const pagesOfMany: readonly Line[] = [
  { door: 'GET /contribute/begin', at: at('/contribute/begin'), who: who('led on', { shown: ['visitor'] }) },
  { door: 'GET /contribute/begin/confirm', at: at('/contribute/begin/confirm?token=x'), who: everybody },
  {
    door: 'GET /contribute/[draft=draft]/pictures',
    at: ({ drafts }) => ({ path: `/en/contribute/${drafts.own}/pictures` }),
    who: only('shown', teamWriters, { 'led on': ['town commenter', 'town viewer'] }),
    holds: 'ownDraft',
  },
  {
    door: 'GET /contribute/[draft=draft]/pictures',
    about: 'of another town',
    at: ({ drafts }) => ({ path: `/en/contribute/${drafts.other}/pictures` }),
    who: only('shown', ['owner elsewhere']),
    holds: 'otherDraft',
  },
  // Real ones are asked for in pictures.test.ts.
  {
    door: 'GET /contribute/[draft=draft]/pictures/[digest]/[file]',
    at: ({ drafts }) => ({ path: `/en/contribute/${drafts.own}/pictures/${noDigest}/960.webp` }),
    who: who('not found'),
  },
  {
    door: 'GET /pictures/[digest]/[file]',
    at: () => ({ path: `/pictures/${noDigest}/960.webp` }),
    who: who('not found'),
  },
  { door: 'GET /contribute/bulk', at: at('/contribute/bulk'), who: only('shown', decides) },
  {
    door: 'GET /contribute/bulk/practices.[format=spreadsheet]',
    at: at('/contribute/bulk/practices.csv'),
    who: only('shown', decides),
  },
  {
    door: 'GET /contribute/bulk/template.[format=spreadsheet]',
    at: at('/contribute/bulk/template.xlsx'),
    who: only('shown', decides),
  },
  {
    door: 'GET /contribute/bulk/[digest=digest]',
    at: ({ importDigest }) => ({ path: `/en/contribute/bulk/${importDigest}` }),
    who: only('shown', ['editor']),
    holds: 'importedTable',
  },
  {
    door: 'GET /contribute/translations',
    at: at('/contribute/translations'),
    // Empty for who translates nothing.
    who: signedIn,
  },
  {
    door: 'GET /contribute/translations/[identifier]/[to=language]',
    at: ({ practice }) => ({ path: `/en/contribute/translations/NP-${practice.id}/fi` }),
    who: only('shown', [...teamWriters, 'editor']),
    holds: 'translationDraft',
  },
  { door: 'GET /secretariat/vocabulary', at: at('/secretariat/vocabulary'), who: office },
  { door: 'GET /secretariat/vocabulary/new', at: at('/secretariat/vocabulary/new'), who: office },
  {
    door: 'GET /secretariat/vocabulary/[scheme]/[code]',
    at: at('/secretariat/vocabulary/challenge/youth-outmigration'),
    who: office,
  },
  {
    door: 'GET /secretariat/vocabulary/[scheme]/[code]/merge',
    at: at('/secretariat/vocabulary/challenge/youth-outmigration/merge'),
    who: office,
  },
];
