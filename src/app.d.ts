import type { Shortlist } from '#domains/practices/index.ts';
import type { Database } from '#platform/database/connect.ts';
import type { Config } from '#platform/config/config.ts';
import type { Readiness } from '#platform/database/ready.ts';
import type { Language } from '#services/i18n/index.ts';

declare global {
  namespace App {
    interface Locals {
      db: Database;
      language: Language;
      /** Whether the database answers and is migrated. */
      readiness: () => Promise<Readiness>;
      /** The reader's shortlist. */
      shortlist: Shortlist;
      /** Replaces it, in the reader's browser. */
      keepShortlist: (list: Shortlist) => void;
      settings: Pick<Config, 'origin' | 'notice' | 'operator' | 'contact'>;
    }
    interface Error {
      message: string;
      /** The reference under which an unexpected error stands in the log. */
      reference?: string;
    }
  }
}
