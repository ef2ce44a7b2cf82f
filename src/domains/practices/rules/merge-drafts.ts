import type { DraftContent, DraftField } from '../model.ts';
import { isSame } from './draft-fields.ts';
import { mergePictures } from './merge-pictures.ts';

export type Merge = {
  content: DraftContent;
  /** Fields that both changed, each in another way; `content` holds mine there. */
  conflicts: DraftField[];
};

/**
 * Brings together what two people made of one version: a field that one of them left alone gets the other's words. Only `fields` can be
 * mine: the rest of the form was not on my page.
 */
export function mergeDrafts(
  base: DraftContent,
  theirs: DraftContent,
  mine: Partial<DraftContent>,
  fields: readonly DraftField[],
): Merge {
  const content: DraftContent = { ...theirs };
  const full: DraftContent = { ...base, ...mine };
  const conflicts: DraftField[] = [];
  for (const field of fields) {
    if (isSame(field, base, full) || isSame(field, theirs, full)) continue;
    if (isSame(field, base, theirs)) {
      assign(content, field, full);
      continue;
    }
    if (field === 'pictures') {
      const merged = mergePictures(base.pictures, theirs.pictures, full.pictures);
      content.pictures = merged.pictures;
      if (!merged.isClear) conflicts.push(field);
      continue;
    }
    conflicts.push(field);
    assign(content, field, full);
  }
  return { content, conflicts };
}

function assign<F extends DraftField>(to: DraftContent, field: F, from: DraftContent): void {
  to[field] = from[field];
}
