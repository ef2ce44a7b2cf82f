// A reading that other rooms need as it is: public facts, no policy beside it.
export { placesById } from '../store/places.ts';
