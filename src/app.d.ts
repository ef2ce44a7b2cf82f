import type { Database } from '#platform/database/connect.ts';
import type { Config } from '#platform/config/config.ts';
import type { Language } from '#services/i18n/index.ts';

declare global {
  namespace App {
    interface Locals {
      db: Database;
      language: Language;
      settings: Pick<Config, 'origin' | 'notice'>;
    }
    interface Error {
      message: string;
      /** The reference under which an unexpected error stands in the log. */
      reference?: string;
    }
  }
}
