import { m } from '#services/i18n/index.ts';

/** What is asked of every practice: the public policy, and the reviewer's checklist. */
export const policyPoints = [
  m.contribute_policy_place,
  m.contribute_policy_culture,
  m.contribute_policy_useful,
  m.contribute_policy_sources,
  m.contribute_policy_honest,
  m.contribute_policy_people,
  m.contribute_policy_rights,
  m.contribute_policy_new,
];
