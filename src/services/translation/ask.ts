import { TranslationFailure, type FailureKind } from './model.ts';

/** More than any answer to what we send: one that goes on is no answer. */
const MOST_ANSWER_BYTES = 2_000_000;

/** DeepL answers 456 where its quota is used up and 529 where it is overrun; all else is as HTTP has it. */
function kindOf(status: number): FailureKind {
  if (status === 456) return 'quota';
  if (status === 408 || status === 425 || status === 429 || status >= 500) return 'later';
  return 'refused';
}

export interface Asking {
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: object;
  readonly timeoutMs: number;
}

/** Posts JSON and reads the JSON of the answer. Throws `TranslationFailure`; follows nobody elsewhere, since it carries a key. */
export async function ask({ url, headers = {}, body, timeoutMs }: Asking): Promise<unknown> {
  let text: string;
  let status: number;
  try {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json', ...headers },
      body: JSON.stringify(body),
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
    });
    status = answer.status;
    if (!answer.ok) {
      await answer.body?.cancel();
      throw new TranslationFailure(kindOf(status), `The provider answered ${status}.`);
    }
    text = await readAtMost(answer, MOST_ANSWER_BYTES);
  } catch (error) {
    if (error instanceof TranslationFailure) throw error;
    const isLate = error instanceof Error && error.name === 'TimeoutError';
    throw new TranslationFailure(
      'later',
      isLate ? 'The provider did not answer in time.' : 'The provider cannot be reached.',
    );
  }
  try {
    return JSON.parse(text);
  } catch {
    throw new TranslationFailure('later', `The provider answered ${status} with something that is no JSON.`);
  }
}

async function readAtMost(answer: Response, most: number): Promise<string> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of answer.body ?? []) {
    size += part.byteLength;
    if (size > most) throw new TranslationFailure('refused', 'The answer of the provider is too long.');
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}
