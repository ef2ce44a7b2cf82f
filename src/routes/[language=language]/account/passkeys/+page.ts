// A passkey is asked for by a script.
export const csr = true;
