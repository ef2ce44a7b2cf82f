import type { JobKind } from '#platform/queue/start-queue.ts';
import {
  WRITE_SIGN_IN_MAIL,
  writeSignInMail,
  type SignInMailRequest,
  type WritingContext,
} from '#domains/accounts/index.ts';

/** The jobs of the room of people. `context` is made when a job first needs it: the queue is not there before the jobs are. */
export const accountJobs = (context: () => WritingContext): JobKind[] => [
  {
    name: WRITE_SIGN_IN_MAIL,
    expiresAfter: 60,
    work: (data) => writeSignInMail(context(), data as SignInMailRequest),
  },
];
