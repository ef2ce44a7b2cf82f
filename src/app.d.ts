import type { ActContext, Actor, SignInContext } from '#domains/accounts/index.ts';
import type { Shortlist } from '#domains/practices/index.ts';
import type { Database } from '#platform/database/connect.ts';
import type { Config } from '#platform/config/config.ts';
import type { Readiness } from '#platform/database/ready.ts';
import type {
  DocumentAnswer,
  DocumentFile,
  DocumentProgress,
  DocumentRequest,
} from '#services/documents/index.ts';
import type { Language } from '#services/i18n/index.ts';
import type { PictureProblem, UploadedFile } from '#services/pictures/index.ts';
import type { Result } from '#platform/result.ts';

declare global {
  namespace App {
    interface Locals {
      db: Database;
      language: Language;
      /** Who asks: a visitor, or a signed-in person with the roles that count in this session. */
      actor: Actor;
      /** What a command is given. */
      act: () => ActContext;
      /** The same, of whoever this request has just signed in. */
      actSignedIn: () => Promise<ActContext>;
      /** What a command is given that signs in, or changes how somebody does. */
      signIn: () => SignInContext;
      /** Whether the database answers and is migrated. */
      readiness: () => Promise<Readiness>;
      /** The reader's shortlist. */
      shortlist: Shortlist;
      /** Replaces it, in the reader's browser. */
      keepShortlist: (list: Shortlist) => void;
      /** Set when the request failed because too many others were running, or because it asked for too much. */
      isBusy?: true;
      settings: Pick<Config, 'origin' | 'notice' | 'operator' | 'contact'> & {
        /** Who translates by machine, without the key; undefined: nobody. */
        translation:
          | (Pick<NonNullable<Config['translation']>, 'provider' | 'monthlyCharacters'> & { host: string })
          | undefined;
      };
      /** Reads a form with a file called `picture`, within limits of bytes and of memory, and does the work with it. */
      receiveUpload: <T>(
        work: (form: FormData, file: UploadedFile) => Promise<T>,
      ) => Promise<Result<T, PictureProblem>>;
      /** The documents service: asks for one, says where it stands, gives its file. */
      documents: {
        request: (request: DocumentRequest) => Promise<DocumentAnswer>;
        progress: (digest: string) => Promise<DocumentProgress | undefined>;
        file: (digest: string) => Promise<DocumentFile | undefined>;
      };
    }
    interface Error {
      message: string;
      /** The reference under which an unexpected error stands in the log. */
      reference?: string;
      /** The database had no time for it (no connection free, or a statement cancelled): asking again later helps. */
      isBusy?: true;
    }
  }
}
