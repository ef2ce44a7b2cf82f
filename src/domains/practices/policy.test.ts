import { describe, expect, it } from 'vitest';
import { roleNames, roles, type Actor, type PersonId, type Role } from '#domains/accounts/index.ts';
import { draftStates, type DraftState } from './model.ts';
import {
  bulkActs,
  may,
  mayBulk,
  mayCare,
  mayRead,
  mayReview,
  mayStart,
  mayWriteFor,
  translatesAll,
  translatesAs,
  translationActs,
  type DraftFacts,
} from './policy.ts';
import { draftActs, workflow, type DraftAct } from './rules/workflow.ts';

const OWNER = 1 as PersonId;
const SOMEBODY = 2 as PersonId;

const person = (id: PersonId): Actor['person'] => ({
  id,
  name: 'A',
  email: 'a@town.example',
  language: 'en',
});
type Who = Pick<Actor, 'person' | 'roles'>;
const as = (role: Role | null, scope = '', id = SOMEBODY): Who => ({
  person: person(id),
  roles: role === null ? [] : [{ role, scope }],
});
const draft = (state: DraftState): DraftFacts => ({ state, ownerId: OWNER, teamPlaceId: 'rujiena' });

/** Everybody who could come: each role for the draft's own town and for another, the owner, nobody. */
const people: [name: string, who: Who, part: 'writer' | 'reviewer' | 'archiver' | null][] = [
  ['a visitor', { person: null, roles: [] }, null],
  // Roles without a person cannot be; if they come, they do not count.
  ['roles without a person', { person: null, roles: [{ role: 'editor', scope: '' }] }, null],
  ['a person without a role', as(null), null],
  ['the owner', as(null, '', OWNER), 'writer'],
  ...roleNames.flatMap((role): typeof people => {
    const part =
      role === 'editor'
        ? 'reviewer'
        : role === 'secretariat'
          ? 'archiver'
          : role === 'town-owner' || role === 'town-editor'
            ? 'writer'
            : null;
    return roles[role].scope === 'place'
      ? [
          [`${role} of its town`, as(role, 'rujiena'), part],
          [`${role} of another town`, as(role, 'valka'), null],
        ]
      : [[role, as(role, 'rujiena'), part]];
  }),
];

const expected = (part: (typeof people)[number][2], act: DraftAct, state: DraftState): boolean => {
  if (part === null) return false;
  if (part === 'archiver') return act === 'archive' && workflow(state, act, 'reviewer').ok;
  return workflow(state, act, part).ok;
};

describe('every role × act × state, own town and other', () => {
  it.each(people)('%s', (_name, who, part) => {
    for (const act of draftActs)
      for (const state of draftStates)
        expect([act, state, may(who, act, draft(state)).ok]).toEqual([
          act,
          state,
          expected(part, act, state),
        ]);
  });

  it('reading: the writers, the team, and those who decide once it is handed in', () => {
    for (const [name, who, part] of people)
      for (const state of draftStates) {
        const isInTeam = name.endsWith('of its town');
        const isHandedIn = state !== 'draft' && state !== 'withdrawn';
        const isDecider = part === 'reviewer' || part === 'archiver';
        expect([name, state, mayRead(who, draft(state))]).toEqual([
          name,
          state,
          part === 'writer' || isInTeam || (isDecider && isHandedIn),
        ]);
      }
  });

  it('starting, the queue, and caring for what is published', () => {
    for (const [name, who, part] of people) {
      expect([name, mayStart(who)]).toEqual([name, who.person !== null]);
      expect([name, mayReview(who)]).toEqual([name, part === 'reviewer' || part === 'archiver']);
      expect([name, mayCare(who, draft('published'))]).toEqual([
        name,
        part === 'writer' || part === 'reviewer',
      ]);
      const writesForTown = name.startsWith('town-') && part === 'writer';
      expect([name, mayWriteFor(who, 'rujiena')]).toEqual([name, writesForTown]);
    }
  });
});

it('many practices at once: the import is an editor’s, the export the secretariat’s too', () => {
  for (const [name, who, part] of people) {
    const allowed = bulkActs.filter((act) => mayBulk(who, act));
    expect([name, allowed]).toEqual([
      name,
      part === 'reviewer' ? ['export', 'import'] : part === 'archiver' ? ['export'] : [],
    ]);
  }
});

describe('an editor’s own draft', () => {
  const editor: Who = { person: person(OWNER), roles: [{ role: 'editor', scope: '' }] };
  it.each(['take', 'note', 'ask-changes', 'publish', 'archive'] as const)('%s is another editor’s', (act) => {
    for (const state of draftStates) {
      const verdict = may(editor, act, draft(state));
      expect(verdict.ok).toBe(false);
      if (!verdict.ok && workflow(state, act, 'reviewer').ok)
        expect(verdict.reasons).toEqual([{ key: 'contribute_refused_own' }]);
    }
  });

  it('of a team is not the team’s to publish either', () => {
    const colleague: Who = {
      person: person(SOMEBODY),
      roles: [
        { role: 'editor', scope: '' },
        { role: 'town-editor', scope: 'rujiena' },
      ],
    };
    expect(may(colleague, 'publish', draft('in-review')).ok).toBe(false);
    expect(may(colleague, 'submit', draft('draft')).ok).toBe(true);
  });
});

it('a draft whose owner was erased belongs to nobody but its team', () => {
  const orphan: DraftFacts = { state: 'draft', ownerId: null, teamPlaceId: null };
  for (const [, who] of people) expect(may(who, 'edit', orphan).ok).toBe(false);
});

describe('translating: every role × act × own and other town × own and other language', () => {
  const practice = { ownerId: OWNER, teamPlaceId: 'rujiena' };
  const languages = ['lv', 'fi'] as const;
  /** As `people`, but for the one role whose scope is a language. */
  const translators: typeof people = languages.map((language) => [
    `translator ${language}`,
    as('translator', language),
    null,
  ]);

  it.each([...people, ...translators])('%s', (name, who, part) => {
    for (const language of languages)
      for (const act of translationActs) {
        const isOfLanguage = name === `translator ${language}`;
        const isWriter = part === 'writer' && act !== 'machine';
        const expected = isOfLanguage
          ? 'translator'
          : part === 'reviewer'
            ? 'editor'
            : isWriter
              ? name === 'the owner'
                ? 'owner'
                : 'town-editor'
              : null;
        expect([language, act, translatesAs(who, act, { ...practice, language })]).toEqual([
          language,
          act,
          expected,
        ]);
        expect(translatesAll(who, language)).toBe(isOfLanguage || part === 'reviewer');
      }
  });

  it('a role without a person does not count', () => {
    const nobody: Who = { person: null, roles: [{ role: 'translator', scope: 'lv' }] };
    for (const act of translationActs)
      expect(translatesAs(nobody, act, { ...practice, language: 'lv' })).toBeNull();
  });
});
