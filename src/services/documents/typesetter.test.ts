import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { hasPdfTools, pdfObjects, pdfText } from '../../../tests/setup/pdf-tools.ts';
import { projectRoot } from '#platform/project-root.ts';
import { typesetter, type Typesetter } from './typesetter.ts';

const fixture = (name: string) => join(projectRoot(), 'src/services/documents/fixtures', name);
const plain = (text: string) => ({
  template: 'services/documents/fixtures/plain.typ',
  data: JSON.stringify({ title: 'Title', language: 'lv', text }),
});

let setter: Typesetter | undefined;
afterEach(() => setter?.stop());

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

  it('says what is wrong with a template or its data', async () => {
    setter = typesetter();
    const outcome = await setter.set({ ...plain('x'), data: '{}' });
    expect(outcome).toMatchObject({ ok: false, problem: expect.stringContaining('title') as string });
  });
});
