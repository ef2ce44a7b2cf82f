import { laidDocuments } from '../documents-in-the-making.ts';
import { somePractice } from '../page-kinds.ts';
import { at, everybody, office, only, signedIn, who, type Line, type Who } from './line.ts';
import { otherTown, ownTown, signedInReaders, team, teamWriters } from './readers.ts';
import { pagesOfMany } from './pages-of-many.ts';
import { bait, type Secret } from './secrets.ts';
import type { World } from './world.ts';

const decides = ['editor', 'secretariat'] as const;
const open = (door: string, path: string): Line => ({ door: `GET ${door}`, at: at(path), who: everybody });

/** What everybody may read, asked so that it would find what is kept from them. */
const publicPages: readonly Line[] = [
  { door: 'GET ', at: () => ({ path: '/' }), who: who('led on') },
  open('/', ''),
  open('/about', '/about'),
  open('/languages', '/languages'),
  open('/vocabulary', '/vocabulary'),
  open('/map', `/map?q=${bait}`),
  open('/practices', `/practices?q=${bait}`),
  open('/practices.json', `/practices.json?q=${bait}`),
  open('/practices.[format=spreadsheet]', '/practices.csv'),
  { ...open('/practices.[format=spreadsheet]', '/practices.xlsx'), about: 'as XLSX' },
  open('/practices.atom', '/practices.atom'),
  { ...open('/practices.atom', `/practices.atom?place=${ownTown}`), about: 'of the own town' },
  open('/practices/[slug]', `/practices/${somePractice}`),
  open('/practices/[slug]/citation.[format=citationFormat]', `/practices/${somePractice}/citation.bib`),
  { door: 'GET /practices/[slug]/pdf', at: at(`/practices/${somePractice}/pdf`), who: who('led on') },
  { door: 'GET /practices/booklet', at: at('/practices/booklet?id=NP-1&id=NP-2'), who: who('led on') },
  open('/practices/compare', '/practices/compare?id=NP-1&id=NP-2'),
  open('/shortlist', '/shortlist?id=NP-1'),
  open('/shortlist.json', '/shortlist.json?id=NP-1'),
  open('/shortlist.[format=spreadsheet]', '/shortlist.csv?id=NP-1'),
  open('/towns', '/towns'),
  open('/towns/[id]', `/towns/${ownTown}`),
  { ...open('/towns/[id]', `/towns/${otherTown}`), about: 'of another town' },
  open('/towns/like-ours', `/towns/like-ours?town=${ownTown}`),
  open('/opensearch.xml', '/opensearch.xml'),
  open('/documents/[digest]', `/documents/${laidDocuments.waiting}?watch=off`),
  {
    door: 'GET /documents/[digest]/[file]',
    at: at(`/documents/${laidDocuments.waiting}/laid.pdf`),
    who: who('led on'),
  },
  open('/contribute/policy', '/contribute/policy'),
  { door: 'GET /privacy', at: at('/privacy'), who: who('not found') },
  ...['/favicon.svg', '/health', '/ready', '/robots.txt', '/sitemap.xml', '/sitemap-pages.xml'].map(
    (path): Line => ({ door: `GET ${path}`, at: () => ({ path }), who: everybody }),
  ),
  {
    door: 'GET /sitemap-practices-[part=sitemapPart].xml',
    at: () => ({ path: '/sitemap-practices-1.xml' }),
    who: everybody,
  },
  { door: 'GET /language', at: () => ({ path: '/language/fi?to=/en/about' }), who: who('led on') },
  { door: 'GET /id/[identifier]', at: () => ({ path: '/id/NP-1' }), who: who('led on') },
  { door: 'GET /covers/[size]/[file]', at: () => ({ path: '/covers/full/np-1.svg' }), who: who('led on') },
  { door: 'GET /outlines/[file]', at: () => ({ path: '/outlines/none.svg' }), who: who('not found') },
];

const whereArchived = (path: (world: World) => string): Pick<Line, 'about' | 'at'> => ({
  about: 'of an archived practice',
  at: (world) => ({ path: path(world) }),
});
/** What was public once and is no more. */
const archivedPages: readonly Line[] = [
  {
    door: 'GET /covers/[size]/[file]',
    who: who('not found'),
    ...whereArchived(({ archived }) => `/covers/full/np-${archived.id}.svg`),
  },
  {
    door: 'GET /practices/[slug]',
    who: who('gone'),
    ...whereArchived(({ archived }) => `/lv/practices/${archived.slug}`),
  },
  {
    door: 'GET /practices/[slug]/citation.[format=citationFormat]',
    who: who('gone'),
    ...whereArchived(({ archived }) => `/lv/practices/${archived.slug}/citation.csl.json`),
  },
  {
    door: 'GET /practices/[slug]/pdf',
    who: who('gone'),
    ...whereArchived(({ archived }) => `/lv/practices/${archived.slug}/pdf`),
  },
  {
    door: 'GET /shortlist.json',
    who: everybody,
    ...whereArchived(({ archived }) => `/lv/shortlist.json?id=NP-${archived.id}`),
  },
  {
    door: 'GET /shortlist.[format=spreadsheet]',
    who: everybody,
    ...whereArchived(({ archived }) => `/lv/shortlist.xlsx?id=NP-${archived.id}`),
  },
  {
    door: 'GET /practices/compare',
    who: everybody,
    ...whereArchived(({ archived }) => `/lv/practices/compare?id=NP-${archived.id}&id=NP-1`),
  },
  {
    door: 'GET /contribute/care/[identifier]',
    who: who('not found'),
    ...whereArchived(({ archived }) => `/lv/contribute/care/NP-${archived.id}`),
  },
];

const signInPages: readonly Line[] = [
  { door: 'GET /sign-in', at: at('/sign-in'), who: who('led on', { shown: ['visitor'] }) },
  { door: 'GET /register', at: at('/register'), who: who('led on', { shown: ['visitor'] }) },
  { door: 'GET /sign-out', at: at('/sign-out'), who: who('shown', { 'led on': ['visitor'] }) },
  open('/sign-in/link', '/sign-in/link?token=x'),
  open('/sign-in/mail-sent', '/sign-in/mail-sent'),
  open('/sign-in/passkey', '/sign-in/passkey'),
  open('/sign-in/second-factor', '/sign-in/second-factor'),
  open('/forgotten-password', '/forgotten-password'),
  open('/reset-password', '/reset-password?token=x'),
  open('/email-change', '/email-change?token=x'),
  {
    door: 'GET /invitation/[token]',
    at: async ({ invitation }) => ({ path: `/en/invitation/${(await invitation(ownTown)).token}` }),
    who: everybody,
  },
  {
    door: 'GET /invitation/[token]',
    about: 'that nobody sent',
    at: at('/invitation/nobody-sent-this'),
    who: who('not found'),
  },
];

const ownPages: readonly Line[] = (
  [
    ['', 'passkeyName'],
    ['/data', 'sessionOfPerson'],
    ['/email', 'pendingAddress'],
    ['/passkeys', 'passkeyName'],
    ['/password', 'sessionOfPerson'],
    ['/second-factor', 'sessionOfPerson'],
    ['/sessions', 'sessionOfPerson'],
  ] as const
).map(([path, holds]) => ({
  door: `GET /account${path}`,
  at: at(`/account${path}`),
  who: signedIn,
  holds,
}));

const townPages: readonly Line[] = [
  {
    door: 'GET /towns/[id]/team',
    at: at(`/towns/${ownTown}/team`),
    who: only('shown', [...team, 'secretariat']),
    holds: 'memberAddress',
  },
  {
    door: 'GET /towns/[id]/team',
    about: 'and whom it invited',
    at: at(`/towns/${ownTown}/team`),
    who: only('shown', [...team, 'secretariat']),
    holds: 'invitedAddress',
  },
  {
    door: 'GET /towns/[id]/team',
    about: 'of another town',
    at: at(`/towns/${otherTown}/team`),
    who: only('shown', ['owner elsewhere', 'secretariat']),
    holds: 'otherMemberAddress',
  },
  {
    door: 'GET /towns/[id]/team',
    about: 'of another town, and whom it invited',
    at: at(`/towns/${otherTown}/team`),
    who: only('shown', ['owner elsewhere', 'secretariat']),
    holds: 'otherInvitedAddress',
  },
  {
    door: 'GET /towns/[id]/claim',
    at: at('/towns/vormsi/claim'),
    who: signedIn,
    holds: 'claimLetter',
    holdsFor: ['writer'],
  },
  {
    door: 'GET /towns/[id]/claim',
    about: 'of the own town',
    at: at(`/towns/${ownTown}/claim`),
    who: who('shown', { 'led on': team, 'sign in': ['visitor'] }),
  },
];

type DraftName = keyof World['drafts'];
const draftLine = (part: string, draft: DraftName, holds: Secret, readersOf: Who): Line => ({
  door: `GET /contribute/[draft=draft]${part === '/place' ? '/[page=draftPage]' : part}`,
  about: draft,
  at: ({ drafts }) => ({ path: `/en/contribute/${drafts[draft]}${part}` }),
  who: readersOf,
  holds,
});
const draftPages: readonly Line[] = [
  ...['', '/preview', '/versions'].flatMap((part) => [
    draftLine(part, 'own', 'ownDraft', only('shown', team)),
    draftLine(part, 'ownHandedIn', 'ownHandedIn', only('shown', [...team, ...decides])),
    draftLine(part, 'other', 'otherDraft', only('shown', ['owner elsewhere'])),
    draftLine(part, 'otherHandedIn', 'otherHandedIn', only('shown', ['owner elsewhere', ...decides])),
    draftLine(part, 'personal', 'personalDraft', only('shown', ['writer'])),
    draftLine(part, 'withdrawn', 'withdrawnDraft', only('shown', team)),
  ]),
  draftLine('', 'ownHandedIn', 'noteOnOwn', only('shown', [...team, ...decides])),
  draftLine(
    '/place',
    'own',
    'ownDraft',
    only('shown', teamWriters, { 'led on': ['town commenter', 'town viewer'] }),
  ),
  draftLine('/place', 'other', 'otherDraft', only('shown', ['owner elsewhere'])),
  draftLine('/place', 'personal', 'personalDraft', only('shown', ['writer'])),
  draftLine(
    '/place',
    'otherHandedIn',
    'otherHandedIn',
    only('shown', ['editor'], { 'led on': ['owner elsewhere', 'secretariat'] }),
  ),
  draftLine('/review', 'otherHandedIn', 'otherHandedIn', only('shown', decides)),
];

const contributePages: readonly Line[] = [
  { ...open('/contribute', '/contribute'), holds: 'ownDraft' },
  { ...open('/contribute', '/contribute'), about: 'of another town', holds: 'otherDraft' },
  { ...open('/contribute', '/contribute'), about: 'of a person alone', holds: 'personalDraft' },
  {
    door: 'GET /contribute/review',
    at: at('/contribute/review'),
    who: only('shown', decides),
    holds: 'otherHandedIn',
  },
  {
    door: 'GET /contribute/care/[identifier]',
    at: ({ practice }) => ({ path: `/en/contribute/care/NP-${practice.id}` }),
    who: everybody,
  },
  ...draftPages,
];

const ofOffice = (path: string, holds?: Secret, about?: string): Line => ({
  door: `GET /secretariat${path.replace(/\?.*/, '')}`,
  at: at(`/secretariat${path}`),
  who: office,
  ...(holds && { holds }),
  ...(about !== undefined && { about }),
});
const officePages: readonly Line[] = [
  // Numbers of what waits, and what the imprint says to everybody.
  ofOffice(''),
  ofOffice('/settings'),
  ofOffice('/people?q=bystander', 'ownerAddress'),
  ofOffice('/invitations', 'invitedAddress'),
  ofOffice('/claims', 'claimLetter'),
  ofOffice('/audit', 'auditValue'),
  ofOffice('/audit.csv', 'auditValue'),
  // Mails name what they are about.
  { ...ofOffice('/outbox', 'mailText'), tells: ['withdrawnDraft'] },
  {
    door: 'GET /secretariat/people/[id]',
    at: ({ bystander }) => ({ path: `/en/secretariat/people/${bystander}` }),
    who: office,
    holds: 'ownerAddress',
  },
  {
    door: 'GET /secretariat/people/[id]',
    about: 'who does not exist',
    at: at('/secretariat/people/987654321'),
    who: who('not found', {
      'sign in': ['visitor'],
      'second factor': signedInReaders.filter(
        (r) => r === 'secretariat without app' || r === 'secretariat before code',
      ),
    }),
  },
];

/** Everything that can be opened, and what each reader is answered there. */
export const pages: readonly Line[] = [
  ...publicPages,
  ...archivedPages,
  ...signInPages,
  ...ownPages,
  ...townPages,
  ...contributePages,
  ...pagesOfMany,
  ...officePages,
];
