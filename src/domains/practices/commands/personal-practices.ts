import { otherWriters, type PersonalRoom } from '#domains/accounts/index.ts';
import { inLanguage, m } from '#services/i18n/index.ts';
import { textBytes } from '#services/archives/index.ts';
import { forgetWriter, handOn, townsLookedAfter } from '../store/forget-person.ts';
import { heldBesides, heldDrafts, heldPictures } from '../store/held-about.ts';

/**
 * What this room holds about a person. Erased, their own drafts are gone, and of what was published the text stays without them; what they
 * looked after in a town's name passes to the next of its team who writes there, where there is one.
 */
export const personalPractices: PersonalRoom = {
  held: async (db, personId, language) => {
    const drafts = await heldDrafts(db, personId);
    const pictures = await heldPictures(db, personId);
    const [what, whatPictures] = inLanguage(language, () => [
      m.contribute_export_draft(),
      m.contribute_export_picture(),
    ]);
    return {
      data: { drafts, ...(await heldBesides(db, personId)) },
      files: [
        ...drafts.map((draft) => ({
          name: `drafts/draft-${draft.draft}.json`,
          bytes: textBytes(`${JSON.stringify(draft, null, 2)}\n`),
          what,
        })),
        // By the digest that drafts name them by.
        ...pictures.map(({ digest, name, content }) => ({
          name: `pictures/${digest}-${name}`,
          bytes: content,
          what: whatPictures,
        })),
      ],
    };
  },
  forget: async (trx, personId) => {
    for (const placeId of await townsLookedAfter(trx, personId)) {
      const [next] = await otherWriters(trx, placeId, personId);
      if (next !== undefined) await handOn(trx, personId, placeId, next);
    }
    await forgetWriter(trx, personId);
  },
};
