import { createHash, randomUUID } from 'node:crypto';
import { visitor, type Actor, type HeldRole, type PersonId } from '../../../src/domains/accounts/index.ts';
import { aDraft, aPerson, contextOf, published } from '../../../src/domains/practices/testing.ts';
import { askChanges, submitDraft, takeDraft, withdrawDraft } from '../../../src/domains/practices/index.ts';
import { archiveDraft, keepImport, saveTranslation } from '../../../src/domains/practices/index.ts';
import { appendAudit } from '../../../src/platform/audit/append-audit.ts';
import type { Database } from '../../../src/platform/database/connect.ts';
import type { SignedIn } from '../../setup/signed-in.ts';
import { otherTown, ownTown, type Reader } from './readers.ts';
import { bait, secrets } from './secrets.ts';

type Person = Awaited<ReturnType<typeof aPerson>>;
export type DraftStep = 'draft' | 'submitted' | 'in-review' | 'changes-asked' | 'withdrawn';

/** Records to ask for, and makers of fresh ones for acts that succeed. */
export interface World {
  readonly db: Database;
  readonly accounts: ReadonlyMap<Reader, SignedIn>;
  readonly drafts: Readonly<
    Record<'own' | 'ownHandedIn' | 'other' | 'otherHandedIn' | 'personal' | 'withdrawn', number>
  >;
  /** A published practice of the own town; its slug, and a practice that was archived. */
  readonly practice: { readonly id: number; readonly slug: string };
  readonly archived: { readonly id: number; readonly slug: string };
  readonly invitations: { readonly own: number; readonly other: number };
  readonly bystander: number;
  /** Of a table that 'editor' had checked. */
  readonly importDigest: string;
  readonly claim: number;
  draft(step: DraftStep, town: string | null): Promise<number>;
  publishedPractice(town: string): Promise<number>;
  invitation(town: string, email?: string): Promise<{ id: number; token: string }>;
  member(town: string): Promise<number>;
  waitingClaim(): Promise<number>;
}

/** Acts as whoever writes for both towns, without holding a role in the database: nobody among the readers. */
const asAuthor = (person: Person): Actor => ({
  ...person,
  roles: [ownTown, otherTown].map((scope): HeldRole => ({ role: 'town-editor', scope })),
});

async function insertPerson(db: Database, email: string, name: string): Promise<number> {
  const row = await db
    .insertInto('person')
    .values({ email, name, email_verified: true, language: 'en' })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

const actorOf = (id: number, email: string): Actor => ({
  ...visitor,
  person: { id: id as PersonId, name: 'Somebody', email, language: 'en' },
});

async function insertInvitation(
  db: Database,
  by: number,
  { town, email, token }: { town: string; email: string; token: string },
): Promise<number> {
  const row = await db
    .insertInto('invitation')
    .values({
      email,
      role: 'town-viewer',
      scope: town,
      language: 'en',
      token_hash: createHash('sha256').update(token).digest('hex'),
      invited_by: by,
      // Longer ago than a form that is sent twice.
      invited_at: new Date(Date.now() - 3_600_000),
      expires_at: new Date(Date.now() + 86_400_000),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

/** What the tables of signing in hold of 'person', and what the person's own pages show. */
async function fillSignIn(db: Database, personId: number, bystander: number): Promise<void> {
  const later = new Date(Date.now() + 86_400_000);
  await db
    .insertInto('session')
    .values([
      {
        person_id: personId,
        token: randomUUID(),
        expires_at: later,
        user_agent: secrets.sessionOfPerson.word,
      },
      { person_id: bystander, token: secrets.sessionToken.word, expires_at: later },
    ])
    .execute();
  await db
    .insertInto('email_change')
    .values({
      person_id: personId,
      new_email: `${secrets.pendingAddress.word}@town.example`,
      old_token_hash: randomUUID(),
      new_token_hash: randomUUID(),
      expires_at: later,
    })
    .execute();
  await db
    .insertInto('passkey')
    .values({
      person_id: personId,
      name: secrets.passkeyName.word,
      public_key: 'key',
      credential_id: randomUUID(),
      counter: 0,
      device_type: 'singleDevice',
      backed_up: false,
    })
    .execute();
  await db
    .insertInto('sign_in_method')
    .values({
      person_id: bystander,
      provider_id: 'credential',
      account_id: String(bystander),
      password: secrets.passwordHash.word,
    })
    .execute();
  await db
    .insertInto('second_factor')
    .values({
      person_id: bystander,
      secret: secrets.appSecret.word,
      backup_codes: secrets.recoveryCodes.word,
      verified: true,
    })
    .execute();
}

async function fillOffice(db: Database, bystander: number): Promise<void> {
  await db
    .insertInto('outbox')
    .values({
      kind: 'sign-in-link',
      language: 'en',
      state: 'kept',
      recipient: `${secrets.ownerAddress.word}@town.example`,
      subject: 'A mail',
      body_text: `${secrets.mailText.word} {link}`,
      body_html: `<p>${secrets.mailText.word}</p>`,
      secrets: JSON.stringify({ link: `https://nacre.example/${secrets.mailToken.word}` }),
      secrets_expire_at: new Date(Date.now() + 86_400_000),
    })
    .execute();
  await db.transaction().execute((trx) =>
    appendAudit(trx, {
      act: 'role.grant',
      subject: { kind: 'person', id: bystander },
      actor: { personId: bystander, name: 'Somebody', role: 'secretariat' },
      after: { value: secrets.auditValue.word },
      at: new Date(),
    }),
  );
}

/** Puts a record with a secret of its own behind everything that is kept from somebody. */
export async function makeWorld(db: Database, accounts: ReadonlyMap<Reader, SignedIn>): Promise<World> {
  const idOf = (reader: Reader): number => accounts.get(reader)?.id ?? 0;
  const at = new Date().toISOString();
  const ownerAddress = `${secrets.ownerAddress.word}@town.example`;
  const bystander = await insertPerson(db, ownerAddress, 'Bystander');
  const author = { ...(await aPerson(db)), person: { ...actorOf(bystander, ownerAddress).person } } as Person;
  const ctx = contextOf(db, asAuthor(author), at);
  const editor = contextOf(db, await aPerson(db, [{ role: 'editor', scope: '' }]), at);

  const draft = async (step: DraftStep, town: string | null, word = '', by = ctx): Promise<number> => {
    const draftId = await aDraft(by, { title: `${bait} ${word}`, summary: `${bait} ${word}` }, 'lv', town);
    if (step === 'draft') return draftId;
    if (step === 'withdrawn') await withdrawDraft(by, { draftId });
    else await submitDraft(by, { draftId });
    if (step === 'in-review' || step === 'changes-asked') await takeDraft(editor, { draftId });
    if (step === 'changes-asked')
      await askChanges(editor, { draftId, notes: { title: `${secrets.noteOnOwn.word}` } });
    return draftId;
  };
  const publishedPractice = async (town: string, title = 'Kāpnes'): Promise<number> => {
    const id = await published(ctx, editor, await aDraft(ctx, { title }, 'lv', town));
    // Long ago: confirming it today changes something.
    await db.updateTable('practice').set({ verified_on: '2026-01-01' }).where('id', '=', id).execute();
    return id;
  };
  const slugOf = async (id: number): Promise<string> =>
    (await db.selectFrom('practice').select('slug').where('id', '=', id).executeTakeFirstOrThrow()).slug;
  const invitation = async (town: string, email = `${randomUUID()}@town.example`) => {
    const token = randomUUID();
    await db
      .updateTable('invitation')
      .set({ withdrawn_at: new Date() })
      .where('email', '=', email)
      .where('accepted_at', 'is', null)
      .execute();
    const by = idOf(town === ownTown ? 'town owner' : 'owner elsewhere');
    return { id: await insertInvitation(db, by, { town, email, token }), token };
  };
  const member = async (town: string, word: string = randomUUID()): Promise<number> => {
    const id = await insertPerson(db, `${word}@town.example`, 'A member');
    await db.insertInto('role_grant').values({ person_id: id, role: 'town-viewer', scope: town }).execute();
    return id;
  };
  const waitingClaim = async (personId?: number, letter = 'Please.'): Promise<number> => {
    const row = await db
      .insertInto('town_claim')
      .values({
        place_id: 'vormsi',
        person_id: personId ?? (await insertPerson(db, `${randomUUID()}@town.example`, 'An officer')),
        organisation: 'Town hall',
        job_title: 'Officer',
        letter,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    return row.id;
  };

  await fillSignIn(db, idOf('person'), bystander);
  await fillOffice(db, bystander);
  await member(ownTown, secrets.memberAddress.word);
  await member(otherTown, secrets.otherMemberAddress.word);
  const archivedDraft = await aDraft(
    ctx,
    { title: 'Vecais tilts', summary: secrets.archivedPractice.word },
    'lv',
    null,
  );
  const archivedId = await published(ctx, editor, archivedDraft);
  await archiveDraft(editor, { draftId: archivedDraft, reason: 'It was no more.' });
  const practiceId = await publishedPractice(ownTown, 'Kāpnes pie torņa');
  await saveTranslation(editor, {
    practiceId,
    language: 'fi',
    base: 0,
    typed: { title: secrets.translationDraft.word },
  });
  const importer = accounts.get('editor');
  const kept = await keepImport(
    contextOf(db, { ...actorOf(importer?.id ?? 0, importer?.email ?? ''), roles: editor.actor.roles }, at),
    {
      file: Buffer.from(`title,places\nKāpnes,${secrets.importedTable.word}\n`),
      name: 'many.csv',
    },
  );
  if (!kept.ok) throw new Error(JSON.stringify(kept.refusal));
  const writer = accounts.get('writer');
  const own = await invitation(ownTown, `${secrets.invitedAddress.word}@town.example`);
  const other = await invitation(otherTown, `${secrets.otherInvitedAddress.word}@town.example`);
  const writing = contextOf(db, actorOf(writer?.id ?? 0, writer?.email ?? ''), at);
  return {
    db,
    accounts,
    drafts: {
      own: await draft('draft', ownTown, secrets.ownDraft.word),
      ownHandedIn: await draft('changes-asked', ownTown, secrets.ownHandedIn.word),
      other: await draft('draft', otherTown, secrets.otherDraft.word),
      otherHandedIn: await draft('in-review', otherTown, secrets.otherHandedIn.word),
      personal: await draft('draft', null, secrets.personalDraft.word, writing),
      withdrawn: await draft('withdrawn', ownTown, secrets.withdrawnDraft.word),
    },
    practice: { id: practiceId, slug: await slugOf(practiceId) },
    archived: { id: archivedId, slug: await slugOf(archivedId) },
    invitations: { own: own.id, other: other.id },
    bystander,
    importDigest: kept.value,
    claim: await waitingClaim(writer?.id, secrets.claimLetter.word),
    // Nobody may begin more than fifty drafts a day.
    draft: async (step, town) => draft(step, town, '', contextOf(db, asAuthor(await aPerson(db)), at)),
    publishedPractice: (town) => publishedPractice(town),
    invitation,
    member: (town) => member(town),
    waitingClaim: () => waitingClaim(),
  };
}
