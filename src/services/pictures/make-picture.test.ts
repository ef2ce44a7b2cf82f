import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { projectRoot } from '#platform/project-root.ts';
import { samplePicture } from '../../../tests/setup/sample-pictures.ts';
import { pictureMaker, type PictureMaker } from './make-picture.ts';

let maker: PictureMaker | undefined;
afterEach(() => maker?.stop());

it('makes pictures in a process beside this one, and those who ask at once one after the other', async () => {
  maker = pictureMaker();
  const [one, other, none] = await Promise.all([
    maker.make(await samplePicture('jpeg')),
    maker.make(await samplePicture('webp', { shade: 3 })),
    maker.make(Buffer.from('no picture')),
  ]);
  expect([one.ok, other.ok]).toEqual([true, true]);
  expect(none).toEqual({ ok: false, refusal: { key: 'pictures_problem_kind' } });
});

it.each([
  ['crashing', 'the process that makes pictures ended'],
  ['endless', 'took longer than 1500 ms'],
])('says that a picture is broken whose process is %s, and tells the log why', async (name, why) => {
  const told: string[] = [];
  maker = pictureMaker({
    program: join(projectRoot(), 'src/services/documents/fixtures', `${name}.ts`),
    workMs: 1500,
    onFailure: (problem) => told.push(problem),
  });
  expect(await maker.make(Buffer.from('x'))).toEqual({
    ok: false,
    refusal: { key: 'pictures_problem_broken' },
  });
  expect(told).toEqual([why]);
});
