export { addressees, type Addressee } from '../store/addressees.ts';
