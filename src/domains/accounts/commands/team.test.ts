import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { stoppedClock } from '#platform/clock.ts';
import { listAudit } from '#platform/audit/list-audit.ts';
import { testDatabase, type TestDatabase } from '#platform/database/testing.ts';
import { silentLog } from '#platform/log.ts';
import type { Result } from '#platform/result.ts';
import { listOutbox } from '#services/mail/index.ts';
import type { ActContext } from '../act-context.ts';
import { visitor, type Actor, type HeldRole, type PersonId } from '../model.ts';
import { listClaims } from '../queries/claims.ts';
import { readTeam } from '../queries/people.ts';
import { heldGrants } from '../store/role-grants.ts';
import { acceptInvitation } from './accept-invitation.ts';
import { claimTown } from './claim-town.ts';
import { decideClaim } from './decide-claim.ts';
import { endSessionsOf } from './end-sessions-of.ts';
import { grantRole } from './grant-role.ts';
import { invite, resendInvitation, type InvitationWish } from './invite.ts';
import { revokeRole } from './revoke-role.ts';
import { withdrawInvitation } from './withdraw-invitation.ts';

let database: TestDatabase;
let jobs: string[] = [];
const town = 'kaldava';

beforeAll(async () => {
  database = await testDatabase();
  const { db } = database;
  await db
    .insertInto('country')
    .values({ code: 'LV', official_languages: ['lv'] })
    .execute();
  for (const id of [town, 'otra'])
    await db
      .insertInto('place')
      .values({ id, kind: 'town', country_code: 'LV', lat: 57, lon: 25, name: id, coordinate_source: 'test' })
      .execute();
});
afterAll(() => database.close());
beforeEach(async () => {
  jobs = [];
  for (const table of ['role_grant', 'invitation', 'town_claim', 'session', 'outbox', 'person'] as const)
    await database.db.deleteFrom(table).execute();
});

async function person(name: string, ...roles: HeldRole[]): Promise<Actor> {
  const email = `${name}@kaldava.example`;
  const { id } = await database.db
    .insertInto('person')
    .values({ name, email, language: 'lv' })
    .returning('id')
    .executeTakeFirstOrThrow();
  for (const { role, scope } of roles)
    await database.db.insertInto('role_grant').values({ person_id: id, role, scope }).execute();
  return { ...visitor, person: { id: id as PersonId, name, email, language: 'lv' }, roles };
}

const as = (actor: Actor, at = '2026-11-25T10:00:00Z'): ActContext => ({
  db: database.db,
  actor,
  clock: stoppedClock(at),
  queue: { send: (_, name) => Promise.resolve(jobs.push(name) > 0) },
  log: silentLog,
  origin: 'https://nacre.example',
  language: 'en',
});

const idOf = (actor: Actor): number => actor.person?.id ?? 0;
const reason = (result: Result<unknown>) => (result.ok ? null : result.refusal.reasons[0]?.key);
const rolesOf = async (actor: Actor) =>
  (await heldGrants(database.db, { personId: idOf(actor) })).map(({ role, scope }) =>
    `${role} ${scope}`.trim(),
  );
const owner: HeldRole = { role: 'town-owner', scope: town };
const secretariat: HeldRole = { role: 'secretariat', scope: '' };
const lastActs = async (many: number) =>
  (await listAudit(database.db, { limit: many })).map(({ act, role }) => `${act} by ${role}`);

async function linkOfLastMail(): Promise<string> {
  const { mails } = await listOutbox(database.db, {}, { reveal: true });
  return /\/invitation\/([\w-]+)/.exec(mails[0]?.text ?? '')?.[1] ?? '';
}

const wish = (email: string, over: Partial<InvitationWish> = {}): InvitationWish => ({
  email,
  role: 'town-editor',
  scope: town,
  language: 'lv',
  ...over,
});

describe('an invitation', () => {
  it('goes by mail in its language, and its link makes the invited person a member', async () => {
    const inga = await person('inga', owner);
    const liva = await person('liva');
    expect((await invite(as(inga), wish('liva@kaldava.example'))).ok).toBe(true);
    const { mails } = await listOutbox(database.db);
    expect(mails).toHaveLength(1);
    expect(mails[0]).toMatchObject({
      to: 'liva@kaldava.example',
      language: 'lv',
      kind: 'invitation',
      isMasked: true,
    });
    expect(jobs).toEqual(['send-mail-with-link']);
    expect(mails[0]?.text).toContain('Redaktors pilsētas komandā (kaldava)');
    const token = await linkOfLastMail();
    // The database alone lets nobody in.
    const stored = await database.db.selectFrom('invitation').select('token_hash').executeTakeFirstOrThrow();
    expect(stored.token_hash).not.toContain(token);
    expect(await acceptInvitation(as(liva), token)).toMatchObject({ ok: true });
    expect(await rolesOf(liva)).toEqual([`town-editor ${town}`]);
    expect(await lastActs(3)).toEqual([
      'invitation.accept by person',
      'role.grant by person',
      'invitation.send by town-owner',
    ]);
  });

  it('of which two acceptances come at one moment gives one grant', async () => {
    const liva = await person('liva');
    const inga = await person('inga', owner);
    await invite(as(inga), wish('liva@kaldava.example'));
    const token = await linkOfLastMail();
    const results = await Promise.all(Array.from({ length: 5 }, () => acceptInvitation(as(liva), token)));
    expect(results.every(({ ok }) => ok)).toBe(true);
    const rows = await database.db
      .selectFrom('role_grant')
      .selectAll()
      .where('person_id', '=', idOf(liva))
      .execute();
    expect(rows).toHaveLength(1);
    const accepted = await listAudit(database.db, { act: 'invitation.accept', actor: idOf(liva) });
    expect(accepted).toHaveLength(1);
  });

  it('is for the invited address only, and tells nobody else', async () => {
    const inga = await person('inga', owner);
    const other = await person('other');
    await invite(as(inga), wish('liva@kaldava.example'));
    const token = await linkOfLastMail();
    expect(reason(await acceptInvitation(as(other), token))).toBe('people_refused_other_address');
    expect(reason(await acceptInvitation(as(visitor), token))).toBe('people_refused_not_allowed');
    expect(reason(await acceptInvitation(as(other), `${token}x`))).toBe('people_refused_not_found');
    expect(await rolesOf(other)).toEqual([]);
  });

  it('ends after fourteen days; sent again, the old link is dead and the new one works', async () => {
    const inga = await person('inga', owner);
    const liva = await person('liva');
    await invite(as(inga), wish('liva@kaldava.example'));
    const old = await linkOfLastMail();
    const later = '2026-12-09T10:00:00Z';
    expect(reason(await acceptInvitation(as(liva, later), old))).toBe('people_refused_invitation_over');
    const again = await invite(as(inga, later), wish('liva@kaldava.example'));
    expect(again.ok).toBe(true);
    expect(reason(await acceptInvitation(as(liva, later), old))).toBe('people_refused_not_found');
    expect((await acceptInvitation(as(liva, later), await linkOfLastMail())).ok).toBe(true);
  });

  it('sent twice by a double click is one; sent anew while it is open is refused, and can be sent again by its number', async () => {
    const inga = await person('inga', owner);
    const [first, second] = await Promise.all([
      invite(as(inga), wish('liva@kaldava.example')),
      invite(as(inga), wish('liva@kaldava.example')),
    ]);
    expect(first).toEqual(second);
    expect((await listOutbox(database.db)).total).toBe(1);
    const later = as(inga, '2026-11-25T11:00:00Z');
    expect(reason(await invite(later, wish('liva@kaldava.example')))).toBe('people_refused_invited');
    if (!first.ok) throw new Error('refused');
    expect((await resendInvitation(later, first.value)).ok).toBe(true);
    expect((await listOutbox(database.db)).total).toBe(2);
  });

  it('that is withdrawn is over', async () => {
    const inga = await person('inga', owner);
    const liva = await person('liva');
    const sent = await invite(as(inga), wish('liva@kaldava.example'));
    if (!sent.ok) throw new Error('refused');
    const token = await linkOfLastMail();
    expect((await withdrawInvitation(as(inga), sent.value)).ok).toBe(true);
    expect(reason(await acceptInvitation(as(liva), token))).toBe('people_refused_invitation_over');
    // The address can be invited anew.
    expect((await invite(as(inga), wish('liva@kaldava.example'))).ok).toBe(true);
  });

  it('of somebody who lost the right to invite is over', async () => {
    const inga = await person('inga', owner);
    const anna = await person('anna', owner);
    const liva = await person('liva');
    await invite(as(inga), wish('liva@kaldava.example'));
    expect((await revokeRole(as(anna), { personId: idOf(inga), ...owner })).ok).toBe(true);
    expect(reason(await acceptInvitation(as(liva), await linkOfLastMail()))).toBe(
      'people_refused_invitation_over',
    );
  });

  it('to a lower rank takes no higher one away', async () => {
    const inga = await person('inga', owner);
    const liva = await person('liva', owner);
    await database.db.deleteFrom('role_grant').where('person_id', '=', idOf(liva)).execute();
    await invite(as(inga), wish('liva@kaldava.example', { role: 'town-viewer' }));
    await database.db
      .insertInto('role_grant')
      .values({ person_id: idOf(liva), ...owner })
      .execute();
    await acceptInvitation(as(liva), await linkOfLastMail());
    expect(await rolesOf(liva)).toEqual([`town-owner ${town}`]);
  });

  it('is not sent by an owner for another town, for other roles, or by an editor', async () => {
    const inga = await person('inga', owner);
    const editor = await person('editor', { role: 'town-editor', scope: town });
    const no = 'people_refused_not_allowed';
    expect(reason(await invite(as(inga), wish('x@y.example', { scope: 'otra' })))).toBe(no);
    expect(reason(await invite(as(inga), wish('x@y.example', { role: 'secretariat', scope: '' })))).toBe(no);
    expect(reason(await invite(as(editor), wish('x@y.example')))).toBe(no);
    expect((await listOutbox(database.db)).total).toBe(0);
  });
});

describe('a role', () => {
  it('of a town is one a person, and several others stand beside it', async () => {
    const office = await person('office', secretariat);
    const liva = await person('liva');
    const grant = (held: HeldRole) => grantRole(as(office), { personId: idOf(liva), ...held });
    for (const held of [
      { role: 'town-viewer', scope: town },
      owner,
      { role: 'town-editor', scope: 'otra' },
    ] as const)
      expect((await grant(held)).ok).toBe(true);
    await grant({ role: 'translator', scope: 'lv' });
    await grant({ role: 'translator', scope: 'lv' });
    await grant({ role: 'translator', scope: 'et' });
    expect((await rolesOf(liva)).sort()).toEqual(
      ['town-editor otra', `town-owner ${town}`, 'translator et', 'translator lv'].sort(),
    );
  });

  it.each([
    { role: 'translator', scope: 'xx' },
    { role: 'town-owner', scope: 'atlantis' },
    { role: 'contact-point', scope: 'US' },
    { role: 'juror', scope: 'next year' },
    { role: 'mentor', scope: 'x' },
    { role: 'partner-editor', scope: '' },
  ] as const)('for something that is not there is refused: %j', async (held) => {
    const office = await person('office', secretariat);
    expect(reason(await grantRole(as(office), { personId: idOf(office), ...held }))).toBe(
      'people_refused_scope',
    );
  });

  it('of the last owner stays, until another is named, whoever asks', async () => {
    const inga = await person('inga', owner);
    const office = await person('office', secretariat);
    const lose = { personId: idOf(inga), ...owner };
    for (const actor of [inga, office])
      expect(reason(await revokeRole(as(actor), lose))).toBe('people_refused_last_owner');
    expect(reason(await grantRole(as(inga), { ...lose, role: 'town-editor' }))).toBe(
      'people_refused_last_owner',
    );
    const anna = await person('anna', { role: 'town-viewer', scope: town });
    expect((await grantRole(as(inga), { personId: idOf(anna), ...owner })).ok).toBe(true);
    expect((await revokeRole(as(inga), lose)).ok).toBe(true);
    expect(await rolesOf(inga)).toEqual([]);
    expect(await lastActs(1)).toEqual(['role.leave by town-owner']);
  });

  it('of two owners who leave at the same moment stays with one', async () => {
    const owners = [await person('inga', owner), await person('anna', owner)];
    const results = await Promise.all(
      owners.map((actor) => revokeRole(as(actor), { personId: idOf(actor), ...owner })),
    );
    expect(results.map(reason).sort()).toEqual([null, 'people_refused_last_owner'].sort());
    expect(await heldGrants(database.db, owner)).toHaveLength(1);
  });

  it('of the last secretariat stays', async () => {
    const office = await person('office', secretariat);
    const lose = { personId: idOf(office), ...secretariat };
    expect(reason(await revokeRole(as(office), lose))).toBe('people_refused_last_secretariat');
    await person('second', secretariat);
    expect((await revokeRole(as(office), lose)).ok).toBe(true);
  });

  it('is given by an owner only to those in the team: nobody else is shown to be there', async () => {
    const inga = await person('inga', owner);
    const stranger = await person('stranger');
    expect(reason(await grantRole(as(inga), { personId: idOf(stranger), ...owner }))).toBe(
      'people_refused_not_found',
    );
    expect(reason(await grantRole(as(inga), { personId: 987_654, ...owner }))).toBe(
      'people_refused_not_found',
    );
  });
});

describe('a claim of a town', () => {
  const letter = {
    placeId: town,
    organisation: 'Kaldava municipality',
    jobTitle: 'Officer',
    letter: 'We ask.',
  };

  it('asked twice is one, and confirmed makes its officer the owner, by mail', async () => {
    const office = await person('office', secretariat);
    const liva = await person('liva');
    const [claim, again] = [await claimTown(as(liva), letter), await claimTown(as(liva), letter)];
    expect(again).toEqual(claim);
    if (!claim.ok) throw new Error('refused');
    const told = (await listOutbox(database.db)).mails;
    expect(told.map(({ to, kind }) => [to, kind])).toEqual([['office@kaldava.example', 'town-claim-asked']]);
    expect(told[0]?.text).toContain('/lv/secretariat/claims');
    expect(told[0]?.text).not.toContain('liva');
    const waiting = (await listClaims(as(office)))?.waiting;
    expect(waiting).toHaveLength(1);
    expect(waiting?.[0]).toMatchObject({
      domain: 'kaldava.example',
      hint: 'named',
      isTaken: false,
      letter: 'We ask.',
    });
    expect((await decideClaim(as(office), { id: claim.value, decision: 'confirmed', reason: '' })).ok).toBe(
      true,
    );
    expect(await rolesOf(liva)).toEqual([`town-owner ${town}`]);
    expect((await listOutbox(database.db)).mails[0]).toMatchObject({
      to: 'liva@kaldava.example',
      language: 'lv',
    });
  });

  it('is refused with its reason, which the officer gets', async () => {
    const office = await person('office', secretariat);
    const liva = await person('liva');
    const claim = await claimTown(as(liva), letter);
    if (!claim.ok) throw new Error('refused');
    const refuse = { id: claim.value, decision: 'refused', reason: '' } as const;
    expect(reason(await decideClaim(as(office), refuse))).toBe('people_error_reason');
    expect((await decideClaim(as(office), { ...refuse, reason: 'Write from the town’s address.' })).ok).toBe(
      true,
    );
    expect((await listOutbox(database.db)).mails[0]?.text).toContain('Write from the town’s address.');
    expect(reason(await decideClaim(as(office), { ...refuse, reason: 'Again.' }))).toBe(
      'people_refused_decided',
    );
    expect(await rolesOf(liva)).toEqual([]);
    // And may ask again.
    expect((await claimTown(as(liva), letter)).ok).toBe(true);
  });

  it('of two officers confirmed at the same moment gives the town one team', async () => {
    const office = await person('office', secretariat);
    const officers = [await person('liva'), await person('anna')];
    const claims = await Promise.all(officers.map((actor) => claimTown(as(actor), letter)));
    const results = await Promise.all(
      claims.map((claim) =>
        decideClaim(as(office), { id: claim.ok ? claim.value : 0, decision: 'confirmed', reason: '' }),
      ),
    );
    expect(results.map(reason).sort()).toEqual([null, 'people_refused_town_taken'].sort());
    expect(await heldGrants(database.db, owner)).toHaveLength(1);
  });

  it('of a town whose owner was named without a claim is refused too', async () => {
    const office = await person('office', secretariat);
    await person('inga', owner);
    const claim = await claimTown(as(await person('liva')), letter);
    if (!claim.ok) throw new Error('refused');
    const confirm = { id: claim.value, decision: 'confirmed', reason: '' } as const;
    expect(reason(await decideClaim(as(office), confirm))).toBe('people_refused_town_taken');
  });

  it('is confirmed where the team before has no owner any more', async () => {
    const office = await person('office', secretariat);
    const [first, second] = [await person('liva'), await person('anna')];
    const confirm = async (actor: Actor) => {
      const claim = await claimTown(as(actor), letter);
      return decideClaim(as(office), { id: claim.ok ? claim.value : 0, decision: 'confirmed', reason: '' });
    };
    expect((await confirm(first)).ok).toBe(true);
    expect(reason(await confirm(second))).toBe('people_refused_town_taken');
    // As when the account of the owner is erased.
    await database.db
      .updateTable('person')
      .set({ erased_at: new Date() })
      .where('id', '=', idOf(first))
      .execute();
    expect((await confirm(second)).ok).toBe(true);
    expect((await heldGrants(database.db, owner)).map(({ personName }) => personName)).toEqual(['anna']);
  });

  it('is decided by nobody but the secretariat, and the database keeps to one team as well', async () => {
    const liva = await person('liva', owner);
    const claim = await claimTown(as(await person('anna')), letter);
    if (!claim.ok) throw new Error('refused');
    const confirm = { id: claim.value, decision: 'confirmed', reason: '' } as const;
    expect(reason(await decideClaim(as(liva), confirm))).toBe('people_refused_not_found');
    const row = { place_id: town, person_id: idOf(liva), organisation: '', job_title: '', letter: '' };
    const confirmed = { ...row, decision: 'confirmed', decided_at: new Date() };
    await database.db.insertInto('town_claim').values(confirmed).execute();
    await expect(database.db.insertInto('town_claim').values(confirmed).execute()).rejects.toThrow(
      'town_claim_confirmed',
    );
  });
});

it('a team is read by its members and the secretariat, and its sessions are ended by the secretariat alone', async () => {
  const office = await person('office', secretariat);
  const viewer = await person('viewer', { role: 'town-viewer', scope: town });
  await person('inga', owner);
  expect((await readTeam(as(viewer), town))?.members.map(({ personName }) => personName)).toEqual([
    'inga',
    'viewer',
  ]);
  expect(await readTeam(as(viewer), 'otra')).toBeNull();
  expect(await readTeam(as(await person('stranger')), town)).toBeNull();
  const session = { person_id: idOf(viewer), token: 'a token', expires_at: new Date('2027-01-01') };
  await database.db.insertInto('session').values(session).execute();
  expect(reason(await endSessionsOf(as(viewer), idOf(viewer)))).toBe('people_refused_not_found');
  expect(await endSessionsOf(as(office), idOf(viewer))).toEqual({ ok: true, value: 1 });
  expect(await database.db.selectFrom('session').selectAll().execute()).toEqual([]);
});
