/** What a room or a page asks to be set. */
export interface DocumentRequest {
  /** A Typst template of ours, as a path from src/; never anything that a reader sent. */
  readonly template: string;
  /** BCP 47. */
  readonly language: string;
  readonly title: string;
  /** Letters, digits and hyphens, without ending. */
  readonly fileName: string;
  /** The address that asks for this document again. */
  readonly madeFrom: string;
  /** Identifiers of what it is about: when one of these is withdrawn it goes too. */
  readonly about?: readonly string[];
  /** The address that the request came from, where one is known; not kept. */
  readonly askedFrom?: string;
  /** What the template sets, as plain values; it comes as data and is never run. */
  readonly data: object;
}

/** Where a document stands. `ahead` is how many are set before it. */
export type DocumentProgress = { readonly digest: string; readonly madeFrom: string } & (
  | { readonly state: 'waiting'; readonly ahead: number }
  | { readonly state: 'setting' }
  | { readonly state: 'failed' }
  | { readonly state: 'ready'; readonly file: string }
);

/** What asking for a document is answered: it is there, it will be, it could not be made, or too many are waiting. */
export type DocumentAnswer =
  | { readonly state: 'ready'; readonly digest: string; readonly file: string }
  | { readonly state: 'waiting' | 'failed'; readonly digest: string }
  | { readonly state: 'busy'; readonly retryAfterSeconds: number };

/** A document's file as it is sent. */
export interface DocumentFile {
  readonly file: string;
  readonly mediaType: string;
  readonly content: Uint8Array;
  readonly language: string;
}
