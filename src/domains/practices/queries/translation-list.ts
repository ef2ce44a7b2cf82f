import type { Actor } from '#domains/accounts/index.ts';
import type { Database } from '#platform/database/connect.ts';
import { languages, type Language } from '#services/i18n/index.ts';
import type { TranslationQuestion } from '../forms/translation.ts';
import type { TranslatedField, TranslationContent, TranslationState } from '../model.ts';
import { isTranslator, translatesAll } from '../policy.ts';
import { practiceIdentifier } from '../rules/identifier.ts';
import { slicesOfPage, type StateCounts } from '../rules/translation-pages.ts';
import { changedWords, wordsOf } from '../rules/translation-words.ts';
import { practicesById } from '../store/practices.ts';
import {
  countTranslations,
  ownsPractices,
  translationsIn,
  type TranslationRow,
  type Whose,
} from '../store/translation-list.ts';
import { basesOf } from '../store/translations.ts';

/** Practices on a page of the list. */
export const translationPageSize = 20;

export type TranslationEntry = TranslationRow & {
  identifier: string;
  /** Of a stale text: which fields of the original say something else now; null where that is not known. */
  changed: TranslatedField[] | null;
};

export type TranslationList = {
  language: Language;
  state: TranslationState | null;
  /** Whether all practices are listed, or those of the actor and their towns. */
  isAll: boolean;
  counts: StateCounts;
  entries: TranslationEntry[];
  page: number;
  pageCount: number;
};

/** The languages into which the actor may translate something, those of the role translator first; none for a visitor. */
export async function translationLanguages(db: Database, actor: Actor): Promise<Language[]> {
  if (actor.person === null) return [];
  const own = languages.filter((language) => isTranslator(actor, language));
  const isOnlyTranslator = own.length > 0 && actor.roles.every(({ role }) => role === 'translator');
  if (isOnlyTranslator && !(await ownsPractices(db, actor.person.id))) return own;
  return [...own, ...languages.filter((language) => !own.includes(language))];
}

/** Whether there is something that the actor may translate: by a role, or a practice of the own hand or town. */
export async function translatesSomething(db: Database, actor: Actor): Promise<boolean> {
  if (actor.person === null) return false;
  if (languages.some((language) => translatesAll(actor, language))) return true;
  return townsOf(actor).length > 0 || ownsPractices(db, actor.person.id);
}

/** How the practices that the actor may translate stand in a language, a page of them; undefined for a visitor. */
export async function listTranslations(
  db: Database,
  actor: Actor,
  { language, state, page }: TranslationQuestion & { language: Language },
): Promise<TranslationList | undefined> {
  if (actor.person === null) return undefined;
  const isAll = translatesAll(actor, language);
  const whose: Whose = isAll ? 'all' : { personId: actor.person.id, placeIds: townsOf(actor) };
  const counts = await countTranslations(db, language, whose);
  const { slices, ...paging } = slicesOfPage(counts, state, { page, size: translationPageSize });
  const rows: TranslationRow[] = [];
  for (const slice of slices) rows.push(...(await translationsIn(db, language, whose, slice)));
  const changed = await changesIn(db, language, rows);
  return {
    language,
    state,
    isAll,
    counts,
    entries: rows.map((row) => ({
      ...row,
      identifier: practiceIdentifier(row.id),
      changed: changed.get(row.id) ?? null,
    })),
    page: paging.page,
    pageCount: paging.pageCount,
  };
}

const townsOf = (actor: Actor): string[] =>
  actor.roles.filter(({ role }) => role === 'town-owner' || role === 'town-editor').map(({ scope }) => scope);

/** Which fields changed since each stale text was checked, by the practice's number. */
async function changesIn(
  db: Database,
  language: Language,
  rows: readonly TranslationRow[],
): Promise<Map<number, TranslatedField[]>> {
  const ids = rows.filter(({ state }) => state === 'stale').map(({ id }) => id);
  const bases = await basesOf(db, ids, language);
  const practices = await practicesById(db, [...bases.keys()]);
  return new Map(
    practices.map((practice): [number, TranslatedField[]] => {
      const original = wordsOf(practice.texts.find(({ state }) => state === 'original'));
      return [practice.id, changedWords(bases.get(practice.id) as TranslationContent, original)];
    }),
  );
}
