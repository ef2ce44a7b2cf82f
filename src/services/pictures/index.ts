export { pictureLimits } from './limits.ts';
export { keepPicture } from './keep-picture.ts';
export { makePicture } from './make-picture.ts';
export type { DevelopedPicture, PictureProblem, PictureProblemKey, PictureSize } from './model.ts';
export { pictureNames } from './picture-names.ts';
export { purgePictures } from './purge-pictures.ts';
export { pictureFile, picturesKept, type ServedPicture } from './read-picture.ts';
export { receiveUpload, type UploadedFile } from './receive-upload.ts';
