/** What is done to the vocabulary beside reading it. */
export const vocabularyActs = [
  'concept.read',
  'concept.save',
  'concept.add',
  'concept.merge',
  'concept.retire',
] as const;
export type VocabularyAct = (typeof vocabularyActs)[number];

/** Whether the actor may do it. The words that all practices are sorted by are the secretariat's; `act` is there for the day on which that differs. */
export function may(actor: { readonly roles: readonly { readonly role: string }[] }, act: VocabularyAct) {
  return vocabularyActs.includes(act) && actor.roles.some(({ role }) => role === 'secretariat');
}
