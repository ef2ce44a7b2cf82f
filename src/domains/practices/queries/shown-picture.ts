import { pictureNames, type PictureSize } from '#services/pictures/index.ts';
import type { DraftPicture, PictureLicence, PracticePicture, ShownPicture } from '../model.ts';

/** A picture with the names of its files. */
export const shownPicture = (picture: PracticePicture): ShownPicture => ({
  ...picture,
  ...pictureNames(picture),
});

/** The pictures of a draft that are still kept, as they will be shown; their licence may be missing yet. */
export const shownDraftPictures = (
  pictures: readonly DraftPicture[],
  kept: ReadonlyMap<string, PictureSize>,
): ShownPicture[] =>
  pictures.flatMap((picture) => {
    const size = kept.get(picture.digest);
    return size ? [shownPicture({ ...picture, ...size, licence: picture.licence as PictureLicence })] : [];
  });
