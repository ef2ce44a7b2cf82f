import type { DraftField } from '../../model.ts';
import { draftFields, type DraftPageName } from '../../rules/draft-fields.ts';
import { outcomes } from './outcomes.ts';
import type { DraftPage } from './page.ts';
import { pictures } from './pictures.ts';
import { place } from './place.ts';
import { problem } from './problem.ts';
import { sources } from './sources.ts';
import { topics } from './topics.ts';
import { whatWasDone } from './what-was-done.ts';

/** The pages of the form by name, in order. */
export const pages: Readonly<Record<DraftPageName, DraftPage>> = {
  place,
  problem,
  done: whatWasDone,
  outcomes,
  topics,
  pictures,
  sources,
};

/** The page's fields as a form posted them; a field that is not there counts as empty. */
export function readFields(form: FormData, fields: readonly DraftField[]): Record<string, unknown> {
  const all = (name: string) => form.getAll(name).map((value) => (typeof value === 'string' ? value : ''));
  return Object.fromEntries(
    fields.map((field) => {
      const { kind } = draftFields[field];
      if (kind === 'places' || kind === 'concepts') return [field, all(field)];
      if (kind === 'pictures') {
        const [alts, credits, licences] = ['pictureAlt', 'pictureCredit', 'pictureLicence'].map(all);
        return [
          field,
          all('pictureDigest').map((digest, n) => ({
            digest,
            alt: alts?.[n] ?? '',
            credit: credits?.[n] ?? '',
            licence: licences?.[n] ?? '',
          })),
        ];
      }
      if (kind !== 'sources') return [field, all(field)[0] ?? ''];
      const urls = all('sourceUrl');
      return [field, all('sourceTitle').map((title, n) => ({ title, url: urls[n] ?? '' }))];
    }),
  );
}
