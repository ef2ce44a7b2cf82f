export {
  lifetimes,
  passwordLength,
  sessionCookie,
  type Answer,
  type Enrolment,
  type Entry,
  type Visit,
} from './model.ts';
export { attemptKey, countAttempt, limits, type Limit } from './count-attempt.ts';
export { throughGate } from './hashing-gate.ts';
export { signInKey } from './key.ts';
export { knownPasswords } from './known-passwords.ts';
export { codeAt, stepAt } from './one-time-code.ts';
export { purgeSignIn, signInJobs } from './purge-sign-in.ts';
export { createSignIn, nobodysVisit, type SignIn, type Turn } from './sign-in.ts';
