// Packages that only tests use and that come without types: as much of each as is used.

declare module '@citation-js/core' {
  export class Cite {
    constructor(text: unknown);
    /** CSL-JSON. */
    readonly data: unknown[];
  }
}
declare module '@citation-js/plugin-bibtex';
declare module '@citation-js/plugin-ris';

declare module 'jsonld' {
  type Loaded = { contextUrl: null; documentUrl: string; document: object };
  type Options = { documentLoader?: (url: string) => Promise<Loaded>; safe?: boolean };
  const jsonld: {
    expand(document: object, options?: Options): Promise<Record<string, unknown>[]>;
    toRDF(document: object, options?: Options & { format?: string }): Promise<unknown>;
  };
  export default jsonld;
}

declare module '@adobe/structured-data-validator' {
  type Issue = { issueMessage: string; severity: 'ERROR' | 'WARNING'; path: unknown[]; fieldNames: string[] };
  type Extracted = {
    jsonld: Record<string, object[]>;
    microdata: object;
    rdfa: object;
    errors: object[];
    metatags: object;
  };
  export default class Validator {
    constructor(schemaOrg?: object);
    validate(extracted: Extracted): Promise<Issue[]>;
  }
}
