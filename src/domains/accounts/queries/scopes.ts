import { countryName, languageName, languages, m, type Language } from '#services/i18n/index.ts';
import type { Database } from '#platform/database/connect.ts';
import { listInventedTowns, listTowns, readTeamTown } from '#domains/places/index.ts';
import { roles, type HeldRole, type Role } from '../model.ts';

/** What a role can be for: one of a list, or a text; null: the role has no scope. */
export type ScopeChoices = readonly { readonly value: string; readonly label: string }[] | 'text' | null;

const LONGEST = 120;

/** What the role can be for, in the reader's language. Anyone may know. */
export async function scopeChoices(db: Database, role: Role, language: Language): Promise<ScopeChoices> {
  switch (roles[role].scope) {
    case 'none':
      return null;
    case 'language':
      return languages.map((value) => ({ value, label: languageName(value, language) }));
    case 'country':
      return (await listTowns(db, language)).countries.map(({ code, name }) => ({
        value: code,
        label: name,
      }));
    case 'place':
      return [
        ...(await listTowns(db, language)).countries.flatMap(({ name, towns }) =>
          towns.map(({ id, displayName }) => ({ value: id, label: `${displayName} (${name})` })),
        ),
        ...(await listInventedTowns(db, language)).map(({ id, displayName }) => ({
          value: id,
          label: displayName,
        })),
      ];
    case 'round':
    case 'organisation':
      return 'text';
  }
}

/** Whether the role can be for this. */
export async function isScope(db: Database, { role, scope }: HeldRole): Promise<boolean> {
  if (roles[role].scope === 'round') return /^20\d\d$/.test(scope);
  const choices = await scopeChoices(db, role, 'en');
  if (choices === null) return scope === '';
  if (choices === 'text') return scope !== '' && scope === scope.trim() && scope.length <= LONGEST;
  return choices.some(({ value }) => value === scope);
}

const names: Record<Role, () => string> = {
  secretariat: m.people_role_secretariat,
  editor: m.people_role_editor,
  'partner-editor': m.people_role_partner_editor,
  translator: m.people_role_translator,
  mentor: m.people_role_mentor,
  'contact-point': m.people_role_contact_point,
  committee: m.people_role_committee,
  juror: m.people_role_juror,
  'town-owner': m.people_role_town_owner,
  'town-editor': m.people_role_town_editor,
  'town-commenter': m.people_role_town_commenter,
  'town-viewer': m.people_role_town_viewer,
};

/** The role's name in the language of the request. */
export const roleName = (role: Role): string => names[role]();

async function scopeName(db: Database, { role, scope }: HeldRole, language: Language): Promise<string> {
  switch (roles[role].scope) {
    case 'country':
      return countryName(scope, language);
    case 'language':
      return languageName(scope as Language, language);
    case 'place':
      return (await readTeamTown(db, scope, language))?.displayName ?? scope;
    case 'none':
    case 'round':
    case 'organisation':
      return scope;
  }
}

/** The role with what it is for: "Owner (Rūjiena)". */
export async function roleText(db: Database, held: HeldRole, language: Language): Promise<string> {
  const scope = await scopeName(db, held, language);
  return scope === '' ? roleName(held.role) : `${roleName(held.role)} (${scope})`;
}
