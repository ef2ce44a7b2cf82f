/** What a page asks the documents service to set; the service's own type, said here without knowing the service. */
export type DocumentRequest = {
  /** A template's path from src/. */
  template: string;
  language: string;
  title: string;
  /** Without its ending. */
  fileName: string;
  /** The address that asks for this document again. */
  madeFrom: string;
  /** Identifiers of the practices in it. */
  about: string[];
  /** Everything the template sets, as plain values. */
  data: object;
};
