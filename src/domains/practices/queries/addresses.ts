// Readings that go straight to the store: public addresses, nothing to decide.
export { slugById } from '../store/practices.ts';
