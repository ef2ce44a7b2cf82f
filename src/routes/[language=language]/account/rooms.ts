import type { PersonalRoom } from '#domains/accounts/index.ts';
import { personalPractices } from '#domains/practices/index.ts';

/** Every room that holds something about persons beside the room of accounts. A room that begins to is added here. */
export const personalRooms: readonly PersonalRoom[] = [personalPractices];
