import { z } from 'zod';
import { codeField, emailField, nameField, passwordField, recoveryCodeField, tokenField } from './fields.ts';

/** The forms of signing in, by page. */
export const signInForm = z.object({ email: emailField, password: passwordField });
export const askForLinkForm = z.object({ email: emailField });
export const registerForm = z.object({ name: nameField, email: emailField });
export const useLinkForm = z.object({ token: tokenField });
export const codeForm = z.object({ code: codeField });
export const recoveryForm = z.object({ recovery: recoveryCodeField });
export const resetForm = z.object({ token: tokenField, password: passwordField });
