import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { hasPdfTools, pdfObjects, pdfText } from '../../../tests/setup/pdf-tools.ts';
import { projectRoot } from '#platform/project-root.ts';
import { typesetterProgram } from './folders.ts';
import { typesetter, type Typesetter } from './typesetter.ts';

const fixture = (name: string) => join(projectRoot(), 'src/services/documents/fixtures', name);
const plain = (text: string) => ({
  template: 'services/documents/fixtures/plain.typ',
  data: JSON.stringify({ title: 'Title', language: 'lv', text }),
});

let setter: Typesetter | undefined;
afterEach(() => {
  setter?.stop();
  setter = undefined;
});

async function pdf(text: string): Promise<Uint8Array> {
  setter ??= typesetter();
  const outcome = await setter.set(plain(text));
  if (!outcome.ok) throw new Error(outcome.problem);
  return outcome.pdf;
}

describe('what is set', () => {
  it.skipIf(!hasPdfTools)('says its language, its title and that it is PDF/UA-1', async () => {
    const objects = await pdfObjects(await pdf('Saturs'));
    expect(objects).toMatch(/\/Lang \(lv\)/);
    expect(objects).toContain('/StructTreeRoot');
    expect(objects).toContain('<pdfuaid:part>1</pdfuaid:part>');
    expect(objects).toContain('<rdf:li xml:lang="x-default">Title</rdf:li>');
  });

  it.skipIf(!hasPdfTools)('has the letters of all nine languages as text', async () => {
    const letters = 'āčēģīķļņšūž ąęėįųŲ õäöü øæåØÆÅ ß łńóśźżćŁŻ „“”’–…€';
    expect(await pdfText(await pdf(letters))).toContain(letters);
  });

  it.skipIf(!hasPdfTools)('shows data as it is and never runs it', async () => {
    const text = '#panic("x") $a$ *b* <c> @d #import "/etc/passwd" \\ `e` ]';
    expect(await pdfText(await pdf(text))).toContain(text);
  });

  it.skipIf(!hasPdfTools)('shows a letter that no font has as a question mark', async () => {
    expect(await pdfText(await pdf('a日b\u0007c Ж'))).toContain('a?b?c Ж');
  });
});

describe('the process that sets', () => {
  it('is replaced when it crashed', async () => {
    const crashing = typesetter({ program: fixture('crashing.ts') });
    for (const time of [1, 2])
      expect({ time, ...(await crashing.set(plain('x'))) }).toEqual({
        time,
        ok: false,
        problem: 'the process that sets pages ended',
      });
    crashing.stop();
  });

  it('is ended when it takes too long, and the next document is begun', async () => {
    const endless = typesetter({ program: fixture('endless.ts'), settingMs: 1500 });
    const outcomes = await Promise.all([endless.set(plain('x')), endless.set(plain('y'))]);
    for (const outcome of outcomes)
      expect(outcome).toEqual({ ok: false, problem: 'took longer than 1500 ms' });
    endless.stop();
  });

  it('is stopped without a word against the documents that it was told to set', async () => {
    const endless = typesetter({ program: fixture('endless.ts') });
    const givenUp = expect.objectContaining({ message: 'given up before it was set' }) as Error;
    const outcomes = Promise.allSettled([endless.set(plain('x')), endless.set(plain('y'))]);
    await sleep(300);
    endless.stop();
    for (const outcome of await outcomes) expect(outcome).toEqual({ status: 'rejected', reason: givenUp });
  });

  it.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)(
    'lets its parent decide when it ends: %s to the whole group changes nothing',
    async (signal) => {
      const child = fork(typesetterProgram(), { serialization: 'advanced' });
      await once(child, 'message');
      child.kill(signal);
      child.send(plain('x'));
      const [outcome] = (await once(child, 'message')) as unknown[];
      expect(outcome).toMatchObject({ ok: true });
      child.disconnect();
      expect(await once(child, 'exit')).toEqual([0, null]);
    },
  );

  it('that others end in order is no fault of the document', async () => {
    const ending = typesetter({ program: fixture('ending.ts') });
    await expect(ending.set(plain('x'))).rejects.toThrow('given up before it was set');
    ending.stop();
  });

  it.skipIf(!hasPdfTools)('sets the next document as if there had been none that cannot be set', async () => {
    setter = typesetter();
    // Half of a pair, which no JSON reader takes; a text of a kind that cannot be shown; data without what the template asks.
    for (const data of ['{"title":"T","text":"\\ud800"}', '[]', '{"title":7}']) {
      expect(await setter.set({ ...plain('x'), data })).toMatchObject({ ok: false });
      expect(await pdfText(await pdf('Saturs'))).toMatch(/^Title\s+Saturs\s+$/);
    }
  });

  it('says what is wrong with a template or its data', async () => {
    setter = typesetter();
    const outcome = await setter.set({ ...plain('x'), data: '{}' });
    expect(outcome).toMatchObject({ ok: false, problem: expect.stringContaining('title') as string });
  });
});
