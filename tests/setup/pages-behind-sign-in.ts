import { createHash, randomBytes } from 'node:crypto';
import { visitor, type Actor, type HeldRole, type PersonId } from '../../src/domains/accounts/index.ts';
import { askChanges, submitDraft, takeDraft } from '../../src/domains/practices/index.ts';
import { aDraft, contextOf, published } from '../../src/domains/practices/testing.ts';
import type { Database } from '../../src/platform/database/connect.ts';
import { signedIn, type SignedIn } from './signed-in.ts';

/** Pages that only somebody is shown, or that stand on what is made for them: a path without its language, and who opens it. */
export interface PageBehindSignIn {
  readonly name: string;
  readonly path: string;
  readonly reader: SignedIn | null;
}

/** Their names, known before anything is made. */
export const pagesBehindSignIn = [
  'own practices',
  'a draft',
  'a draft with notes',
  'place, empty',
  'place',
  'problem',
  'what was done',
  'outcomes',
  'topics',
  'sources',
  'preview',
  'versions',
  'queue of reviews',
  'review',
  'care of one’s own practice',
  'invitation of a visitor',
  'invitation of the invited',
  'privacy',
  'own account',
] as const;
export type PageName = (typeof pagesBehindSignIn)[number];

const letters = (): string =>
  randomBytes(8)
    .toString('hex')
    .replaceAll(/\d/g, (digit) => 'ghijklmnop'[Number(digit)] ?? '');

const actorOf = ({ id, email }: SignedIn, roles: readonly HeldRole[]): Actor => ({
  ...visitor,
  person: { id: id as PersonId, name: 'Inga', email, language: 'en' },
  roles,
});

async function anInvitation(db: Database, by: SignedIn, to: SignedIn): Promise<string> {
  const token = letters();
  await db
    .insertInto('invitation')
    .values({
      email: to.email,
      role: 'town-editor',
      scope: 'rujiena',
      language: 'en',
      token_hash: createHash('sha256').update(token).digest('hex'),
      invited_by: by.id,
      expires_at: new Date(Date.now() + 86_400_000),
    })
    .execute();
  return token;
}

/** Makes a writer, an editor and drafts in each state, and names who answers for personal data. */
export async function makePagesBehindSignIn(
  db: Database,
  secret: string,
): Promise<Record<PageName, PageBehindSignIn>> {
  const team = [{ role: 'town-owner', scope: 'rujiena' }] as const;
  const editors = [{ role: 'editor', scope: '' }] as const;
  const writer = await signedIn(db, secret, `Writer ${letters()}`, { roles: team });
  const editor = await signedIn(db, secret, `Editor ${letters()}`, { roles: editors });
  const invited = await signedIn(db, secret, `Invited ${letters()}`);
  const at = new Date().toISOString();
  const writing = contextOf(db, actorOf(writer, team), at);
  const reviewing = contextOf(db, actorOf(editor, editors), at);
  await db.updateTable('site_setting').set({ controller: 'The demonstration\nA street 1, a town' }).execute();

  const empty = await aDraft(writing, { title: '', places: ['Atlantis'], yearStart: 'long ago' });
  const whole = await aDraft(writing, {}, 'lv', 'rujiena');
  const inReview = await aDraft(writing, {}, 'lv', 'rujiena');
  await submitDraft(writing, { draftId: inReview });
  await takeDraft(reviewing, { draftId: inReview });
  const withNotes = await aDraft(writing, {}, 'lv', 'rujiena');
  await submitDraft(writing, { draftId: withNotes });
  await takeDraft(reviewing, { draftId: withNotes });
  await askChanges(reviewing, { draftId: withNotes, notes: { outcomes: 'Who counted?' } });
  const practice = await published(writing, reviewing, await aDraft(writing, {}, 'lv', 'rujiena'));
  const token = await anInvitation(db, writer, invited);

  const of = (draft: number, part = ''): string => `/contribute/${draft}${part}`;
  const where: Record<PageName, [path: string, reader: SignedIn | null]> = {
    'own practices': ['/contribute', writer],
    'a draft': [of(whole), writer],
    'a draft with notes': [of(withNotes), writer],
    'place, empty': [of(empty, '/place'), writer],
    place: [of(whole, '/place'), writer],
    problem: [of(whole, '/problem'), writer],
    'what was done': [of(whole, '/done'), writer],
    outcomes: [of(withNotes, '/outcomes'), writer],
    topics: [of(whole, '/topics'), writer],
    sources: [of(whole, '/sources'), writer],
    preview: [of(whole, '/preview'), writer],
    versions: [of(whole, '/versions'), writer],
    'queue of reviews': ['/contribute/review', editor],
    review: [of(inReview, '/review'), editor],
    'care of one’s own practice': [`/contribute/care/NP-${practice}`, writer],
    'invitation of a visitor': [`/invitation/${token}`, null],
    'invitation of the invited': [`/invitation/${token}`, invited],
    privacy: ['/privacy', null],
    'own account': ['/account', writer],
  };
  return Object.fromEntries(
    pagesBehindSignIn.map((name) => [name, { name, path: where[name][0], reader: where[name][1] }]),
  ) as Record<PageName, PageBehindSignIn>;
}
