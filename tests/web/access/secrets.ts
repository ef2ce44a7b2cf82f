import { otherTown, readers, team, type Reader } from './readers.ts';

/** A word that every draft holds, so that a search that looked where it must not would find it. */
export const bait = 'Zvaigznesgrava';

/** Where each word stands that could leak, and who may read it; nobody else may meet it anywhere. */
export const secrets = {
  ownDraft: { word: 'zqowndraft', to: team },
  ownHandedIn: { word: 'zqownhandedin', to: [...team, 'editor', 'secretariat'] },
  noteOnOwn: { word: 'zqnoteonown', to: [...team, 'editor', 'secretariat'] },
  otherDraft: { word: 'zqotherdraft', to: ['owner elsewhere'] },
  otherHandedIn: { word: 'zqotherhandedin', to: ['owner elsewhere', 'editor', 'secretariat'] },
  personalDraft: { word: 'zqpersonaldraft', to: ['writer'] },
  withdrawnDraft: { word: 'zqwithdrawndraft', to: team },
  archivedPractice: { word: 'zqarchivedpractice', to: [] },
  ownerAddress: { word: 'zqowneraddress', to: ['secretariat'] },
  memberAddress: { word: 'zqmemberaddress', to: [...team, 'secretariat'] },
  otherMemberAddress: { word: 'zqothermember', to: ['owner elsewhere', 'secretariat'] },
  invitedAddress: { word: 'zqinvitedaddress', to: ['town owner', 'secretariat'] },
  otherInvitedAddress: { word: 'zqotherinvited', to: ['owner elsewhere', 'secretariat'] },
  invitationToken: { word: 'zqinvitationtoken', to: [] },
  claimLetter: { word: 'zqclaimletter', to: ['writer', 'secretariat'] },
  mailText: { word: 'zqmailtext', to: ['secretariat'] },
  mailToken: { word: 'zqmailtoken', to: [] },
  auditValue: { word: 'zqauditvalue', to: ['secretariat'] },
  sessionOfPerson: { word: 'zqsessionofperson', to: ['person'] },
  pendingAddress: { word: 'zqpendingaddress', to: ['person'] },
  passkeyName: { word: 'zqpasskeyname', to: ['person'] },
  sessionToken: { word: 'zqsessiontoken', to: [] },
  passwordHash: { word: 'zqpasswordhash', to: [] },
  appSecret: { word: 'zqappsecret', to: [] },
  importedTable: { word: 'zqimportedtable', to: ['editor'] },
  translationDraft: { word: 'zqtranslationdraft', to: ['town owner', 'town editor', 'editor'] },
  recoveryCodes: { word: 'zqrecoverycodes', to: [] },
} as const satisfies Record<string, { word: string; to: readonly Reader[] }>;

export type Secret = keyof typeof secrets;

const mayMeet = (reader: Reader, secret: Secret): boolean =>
  (secrets[secret].to as readonly Reader[]).includes(reader);

/** The secrets that stand in this text and that this reader must not meet. */
export const leaks = (reader: Reader, text: string): Secret[] =>
  (Object.keys(secrets) as Secret[]).filter(
    (secret) => text.includes(secrets[secret].word) && !mayMeet(reader, secret),
  );

/** Who may meet it. */
export const entitled = (secret: Secret): Reader[] => readers.filter((reader) => mayMeet(reader, secret));
export { otherTown };
