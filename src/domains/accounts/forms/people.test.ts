import { describe, expect, it, test } from 'vitest';
import { parseAuditQuestion } from './audit-question.ts';
import { chosenRole, claimForm, decisionForm, invitationForm, peopleQuestion, roleForm } from './people.ts';

const keysOf = (result: { success: boolean; error?: { issues: { message: string }[] } | undefined }) =>
  result.error?.issues.map(({ message }) => message) ?? [];

describe('an invitation', () => {
  const good = { email: ' Liva@Town.Example ', role: 'town-editor', scope: 'rujiena', language: 'lv' };

  it('goes to an address in lower case', () => {
    expect(invitationForm.parse(good).email).toBe('liva@town.example');
  });

  it.each(['', 'liva', 'liva@town', 'a b@town.example', 'x@y.example\r\nBcc: z@y.example', 'a@b.c,d@e.f'])(
    'does not go to %j',
    (email) => expect(keysOf(invitationForm.safeParse({ ...good, email }))).toEqual(['people_error_email']),
  );

  it('is for a role that there is', () => {
    expect(keysOf(invitationForm.safeParse({ ...good, role: 'king' }))).toEqual(['people_error_role']);
    expect(roleForm.parse({ role: 'mentor' })).toEqual({ role: 'mentor', scope: '' });
  });
});

test('a claim says organisation, job title and why, each within its length', () => {
  expect(keysOf(claimForm.safeParse({ organisation: ' ', jobTitle: '', letter: '\n' }))).toEqual([
    'people_error_organisation',
    'people_error_job_title',
    'people_error_letter',
  ]);
  const long = { organisation: 'x'.repeat(201), jobTitle: 'Officer', letter: 'x'.repeat(4001) };
  expect(keysOf(claimForm.safeParse(long))).toEqual(['people_error_long', 'people_error_long']);
});

test('a refusal needs a reason, a confirmation does not', () => {
  expect(keysOf(decisionForm.safeParse({ id: '1', decision: 'refused', reason: '  ' }))).toEqual([
    'people_error_reason',
  ]);
  expect(decisionForm.safeParse({ id: '1', decision: 'confirmed', reason: '' }).success).toBe(true);
  expect(decisionForm.safeParse({ id: '-1', decision: 'confirmed' }).success).toBe(false);
});

test('whatever stands in an address is read or left out', () => {
  const read = (text: string) => peopleQuestion(new URLSearchParams(text));
  expect(read('q=%20liva%20%20b&role=mentor&page=3')).toMatchObject({
    words: ['liva', 'b'],
    role: 'mentor',
    page: 3,
  });
  expect(read('role=king&page=-1')).toMatchObject({ words: [], role: undefined, page: 1 });
  expect(chosenRole(new URLSearchParams('role=juror'))).toBe('juror');
  expect(chosenRole(new URLSearchParams('role=king'))).toBeNull();
});

test('a question to the audit log', () => {
  const read = (text: string) => parseAuditQuestion(new URLSearchParams(text));
  expect(
    read('words=a%20b&act=role.grant&person=7&subject=person:8&from=2026-11-01&until=2026-11-02'),
  ).toMatchObject({
    filter: {
      words: 'a b',
      act: 'role.grant',
      actor: 7,
      subject: { kind: 'person', id: '8' },
      from: new Date('2026-11-01T00:00:00Z'),
      // The last day counts whole.
      until: new Date('2026-11-03T00:00:00Z'),
    },
  });
  expect(read('person=x&subject=person:anna&from=2026-13-45&before=-1')).toMatchObject({
    filter: {},
    before: undefined,
  });
  expect(read('subject=practice').filter).toEqual({ subject: { kind: 'practice' } });
});
