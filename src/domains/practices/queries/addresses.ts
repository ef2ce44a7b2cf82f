// Readings that go straight to the store: public addresses, nothing to decide.
export { placesWithPractices, slugById } from '../store/practices.ts';
