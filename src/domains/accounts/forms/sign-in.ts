import { codeField, emailField, nameField, passwordField, recoveryCodeField, tokenField } from './fields.ts';

/** The forms of signing in, by page. */
export const signInForm = { email: emailField, password: passwordField };
export const askForLinkForm = { email: emailField };
export const registerForm = { name: nameField, email: emailField };
export const useLinkForm = { token: tokenField };
export const codeForm = { code: codeField };
export const recoveryForm = { recovery: recoveryCodeField };
export const resetForm = { token: tokenField, password: passwordField };
