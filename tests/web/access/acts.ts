import { randomUUID } from 'node:crypto';
import { actsOfMany } from './acts-of-many.ts';
import { beforeCode, everybody, officeActs, only, who, type Line } from './line.ts';
import { otherTown, ownTown, team, teamWriters, type Reader } from './readers.ts';
import type { DraftStep, World } from './world.ts';

const act = (door: string, fields: Record<string, string>, readersOf: Line['who']): Line => ({
  door: `POST ${door}`,
  at: () => ({ path: `/en${door}`, fields }),
  who: readersOf,
});
const readOnly = ['town commenter', 'town viewer'] as const;
const decides = ['editor', 'secretariat'] as const;
const anybody = who('done', { 'sign in': ['visitor'] });

/** Whoever has the token or the password may; who asks makes no difference. Nonsense is refused for all alike. */
const nonsense = who('led on', { refused: ['visitor'] });
const openActs: readonly Line[] = [
  act('/sign-in?/password', { email: 'x', password: '' }, nonsense),
  act('/sign-in?/link', { email: 'x' }, nonsense),
  act('/register', { name: '', email: 'x' }, nonsense),
  act('/forgotten-password', { email: 'x' }, who('refused')),
  { ...act('/sign-in/link', { token: 'x' }, who('refused')), counts: true },
  act('/sign-in/second-factor?/code', { code: 'x' }, who('refused')),
  act('/sign-in/second-factor?/recovery', { recovery: '' }, who('refused')),
  { ...act('/sign-in/passkey?/question', {}, everybody), counts: true },
  act('/sign-in/passkey?/answer', { answer: 'x' }, who('refused')),
  act('/reset-password', { token: 'x', password: '' }, who('refused')),
  act('/email-change', { token: 'x' }, who('refused')),
  { ...act('/shortlist', { clear: '' }, who('led on')), counts: true },
  { ...act('/sign-out', {}, who('untried', { 'led on': ['visitor'] })), counts: true },
];

/** One's own account: the record is whoever asks. What succeeds there is tried in account.test.ts. */
const own = (door: string, fields: Record<string, string>): Line =>
  act(door, fields, who('untried', { 'sign in': ['visitor'], refused: beforeCode }));
const wrongCode = (door: string): Line => ({
  ...act(door, { code: '000000' }, who('refused', { 'sign in': ['visitor'] })),
  counts: true,
});
const ownActs: readonly Line[] = [
  act('/account', { name: 'Renamed', language: 'en', reminders: 'on' }, anybody),
  own('/account/data', { confirm: 'on' }),
  {
    ...act('/account/data/file', {}, who('shown', { 'led on': ['visitor', ...beforeCode] })),
    holds: 'pendingAddress',
    counts: true,
  },
  own('/account/email', { email: 'other@town.example' }),
  own('/account/password', { password: 'a long enough new one 7' }),
  own('/account/passkeys?/question', {}),
  own('/account/passkeys?/add', { name: 'x', answer: '{}' }),
  own('/account/passkeys?/remove', { passkey: '1' }),
  own('/account/second-factor?/begin', { password: 'x' }),
  wrongCode('/account/second-factor?/confirm'),
  wrongCode('/account/second-factor?/renew'),
  wrongCode('/account/second-factor?/remove'),
  act('/account/sessions', { session: '987654321' }, who('untried', { 'sign in': ['visitor'] })),
];

const onTeam = (
  name: string,
  fields: (world: World) => Promise<Record<string, string>>,
  { town = ownTown, about, readersOf }: { town?: string; about?: string; readersOf: Line['who'] },
): Line => ({
  door: `POST /towns/[id]/team?/${name}`,
  ...(about !== undefined && { about }),
  at: async (world) => ({ path: `/en/towns/${town}/team?/${name}`, fields: await fields(world) }),
  who: readersOf,
});
const ownerOfTown = only('done', ['town owner', 'secretariat'], { refused: team.slice(1) });
const elsewhere = only('done', ['owner elsewhere', 'secretariat']);
const freshMail = () =>
  Promise.resolve({ role: 'town-viewer', email: `${randomUUID()}@town.example`, language: 'en' });
const openInvitation = (town: string) => async (world: World) => ({
  id: String((await world.invitation(town)).id),
});
const freshMember = (role: string, town: string) => async (world: World) => ({
  role,
  personId: String(await world.member(town)),
});
/** A number of another town's record, posted to the own town's page: the record decides, not the page. */
const across = who('not found', {
  'sign in': ['visitor'],
  refused: team,
  done: ['secretariat', 'owner elsewhere'],
});
const townActs: readonly Line[] = [
  onTeam('invite', freshMail, { readersOf: ownerOfTown }),
  onTeam('invite', freshMail, { town: otherTown, about: 'of another town', readersOf: elsewhere }),
  onTeam('resend', openInvitation(ownTown), { readersOf: ownerOfTown }),
  onTeam('resend', openInvitation(otherTown), { about: 'of another town, from here', readersOf: across }),
  onTeam('withdraw', openInvitation(ownTown), { readersOf: ownerOfTown }),
  onTeam('withdraw', openInvitation(otherTown), { about: 'of another town, from here', readersOf: across }),
  onTeam('change', freshMember('town-editor', ownTown), { readersOf: ownerOfTown }),
  onTeam('change', freshMember('town-editor', otherTown), {
    about: 'of somebody of another town',
    readersOf: only('done', ['secretariat'], { refused: team }),
  }),
  onTeam('change', freshMember('secretariat', ownTown), {
    about: 'to a role that no town gives',
    readersOf: who('not found', { 'sign in': ['visitor'], refused: [...team, 'secretariat'] }),
  }),
  onTeam('revoke', freshMember('town-viewer', ownTown), { readersOf: ownerOfTown }),
  onTeam('revoke', freshMember('town-viewer', otherTown), {
    town: otherTown,
    about: 'of another town',
    readersOf: elsewhere,
  }),
  {
    door: 'POST /towns/[id]/claim',
    // A town that nobody of them asked for yet.
    at: () => ({
      path: '/en/towns/saldus/claim',
      fields: { organisation: 'Town hall', jobTitle: 'Officer', letter: 'Please.' },
    }),
    who: anybody,
  },
  {
    door: 'POST /towns/[id]/claim',
    about: 'of the own town',
    at: () => ({
      path: `/en/towns/${ownTown}/claim`,
      fields: { organisation: 'Town hall', jobTitle: 'Officer', letter: 'Please.' },
    }),
    who: who('done', { 'sign in': ['visitor'], 'led on': team }),
  },
  {
    door: 'POST /invitation/[token]',
    about: 'to another address',
    at: async (world) => ({
      path: `/en/invitation/${(await world.invitation(otherTown)).token}`,
      fields: {},
    }),
    who: who('refused', { 'sign in': ['visitor'] }),
  },
];

const onDraft = (
  part: string,
  step: DraftStep,
  readersOf: Line['who'],
  {
    fields = {},
    about = step,
    town = ownTown,
  }: { fields?: Record<string, string>; about?: string; town?: string | null } = {},
): Line => ({
  door: `POST /contribute/[draft=draft]${part.replace('/place', '/[page=draftPage]')}`,
  about,
  at: async (world) => ({
    path: `/en/contribute/${await world.draft(step, town)}${part}`,
    fields,
  }),
  who: readersOf,
});
const writers = only('done', teamWriters, { refused: readOnly });
const decisions = (name: string, fields: Record<string, string>, those: readonly Reader[]): Line =>
  onDraft(
    `/review?/${name}`,
    'in-review',
    only('done', those, { refused: decides.filter((one) => !those.includes(one)) }),
    { fields },
  );
const draftActs: readonly Line[] = [
  onDraft('/place', 'draft', only('done', teamWriters, { 'led on': readOnly }), {
    fields: { base: '2', title: 'Another title', teaser: 'x' },
  }),
  onDraft('/place', 'in-review', only('done', ['editor'], { 'led on': [...team, 'secretariat'] }), {
    fields: { base: '2', title: 'Put right', teaser: 'x' },
  }),
  onDraft('/place', 'draft', only('done', ['owner elsewhere']), {
    fields: { base: '2', title: 'Another title' },
    about: 'of another town',
    town: otherTown,
  }),
  onDraft('/versions', 'draft', writers, { fields: { number: '1' } }),
  onDraft('?/submit', 'draft', writers),
  onDraft('?/submit', 'draft', who('not found', { 'sign in': ['visitor'] }), {
    about: 'of a person alone',
    town: null,
  }),
  onDraft('?/withdraw', 'submitted', only('done', teamWriters, { refused: [...readOnly, ...decides] })),
  onDraft('/review?/take', 'submitted', only('done', ['editor'])),
  decisions('notes', { 'note-title': 'Please say where.' }, ['editor']),
  decisions('ask', { 'note-title': 'Please say where.' }, ['editor']),
  decisions('publish', {}, ['editor']),
  decisions('archive', { reason: 'Not for this collection.' }, decides),
];

const begin = (about: string, more: Record<string, string>, readersOf: Line['who']): Line => ({
  door: 'POST /contribute',
  about,
  at: () => ({ path: '/en/contribute', fields: { once: randomUUID(), language: 'lv', ...more } }),
  who: readersOf,
});
const careOf = (name: string, fields: Record<string, string>, readersOf: Line['who']): Line => ({
  door: `POST /contribute/care/[identifier]?/${name}`,
  at: async (world) => ({
    path: `/en/contribute/care/NP-${await world.publishedPractice(ownTown)}?/${name}`,
    fields: { ...fields, once: randomUUID() },
  }),
  who: readersOf,
});
const mayCare = who('refused', { 'sign in': ['visitor'], done: [...teamWriters, 'editor'] });
const contributeActs: readonly Line[] = [
  begin('alone', {}, anybody),
  begin('for the own town', { team: ownTown }, who('refused', { 'sign in': ['visitor'], done: teamWriters })),
  begin(
    'for another town',
    { team: otherTown },
    who('refused', { 'sign in': ['visitor'], done: ['owner elsewhere'] }),
  ),
  {
    door: 'POST /contribute',
    about: 'of a published practice',
    at: async (world) => ({
      path: '/en/contribute',
      fields: {
        once: randomUUID(),
        language: 'lv',
        practice: String(await world.publishedPractice(ownTown)),
      },
    }),
    who: mayCare,
  },
  careOf('confirm', {}, mayCare),
  careOf('contact', { message: 'How many steps?' }, anybody),
  ...draftActs,
];

const onPerson = (name: string, fields: Record<string, string>): Line => ({
  door: `POST /secretariat/people/[id]?/${name}`,
  at: async (world) => ({
    path: `/en/secretariat/people/${await world.member(ownTown)}?/${name}`,
    fields,
  }),
  who: officeActs,
});
const inOffice = (door: string, fields: (world: World) => Promise<Record<string, string>>): Line => ({
  door: `POST /secretariat/${door}`,
  at: async (world) => ({ path: `/en/secretariat/${door}`, fields: await fields(world) }),
  who: officeActs,
});
const officeActLines: readonly Line[] = [
  onPerson('grant', { role: 'mentor', scope: '' }),
  onPerson('revoke', { role: 'town-viewer', scope: ownTown }),
  // Of somebody who has none: nothing changes but the log.
  onPerson('sessions', {}),
  inOffice('invitations?/invite', async () => ({ ...(await freshMail()), role: 'mentor', scope: '' })),
  inOffice('invitations?/resend', openInvitation(ownTown)),
  inOffice('invitations?/withdraw', openInvitation(ownTown)),
  inOffice('claims', async (world) => ({
    id: String(await world.waitingClaim()),
    decision: 'refused',
    reason: 'Not from this address.',
  })),
  inOffice('settings', () => Promise.resolve({ name: 'Nacre', operator: 'Somebody' })),
];

/** Gives a reader a role: after everything else. */
const lastActs: readonly Line[] = [
  {
    door: 'POST /invitation/[token]',
    about: 'to the address of “mentor”',
    at: async (world) => {
      const email = world.accounts.get('mentor')?.email ?? '';
      return { path: `/en/invitation/${(await world.invitation(otherTown, email)).token}`, fields: {} };
    },
    who: who('refused', { 'sign in': ['visitor'], done: ['mentor'] }),
  },
];

/** Everything that can be posted, and what each reader is answered there. */
export const acts: readonly Line[] = [
  ...openActs,
  ...ownActs,
  ...townActs,
  ...contributeActs,
  ...officeActLines,
  ...actsOfMany,
  ...lastActs,
];
