export { draftPages, type DraftPageName } from '../../rules/draft-fields.ts';
