export { TranslationFailure, type FailureKind, type TranslationSettings } from './model.ts';
export { translateTexts } from './translate-texts.ts';
export { charactersLeft } from './usage.ts';
