export type { Button, Letter, LetterContent, Site } from './letter.ts';
export { mailStates, type Mail, type MailState, type OutboxMail } from './model.ts';
export { composeMail } from './compose-mail.ts';
export { forgetRecipient } from './forget-recipient.ts';
export { listOutbox, type OutboxPage, type OutboxQuestion } from './list-outbox.ts';
export { mailJobs } from './mail-jobs.ts';
export { mailTransport, type MailTransport } from './mail-transport.ts';
export { sendMail } from './send-mail.ts';
