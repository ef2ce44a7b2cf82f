// Readings that go straight to the store: public addresses, nothing to decide.
export { publishedSlugs, slugById } from '../store/practices.ts';
