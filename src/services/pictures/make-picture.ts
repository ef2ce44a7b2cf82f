import { join } from 'node:path';
import { projectRoot } from '#platform/project-root.ts';
import { refuse, type Result } from '#platform/result.ts';
import { sideProcess, type SideProcess } from '#platform/side-process.ts';
import { DEVELOPING_MS, IDLE_MS, MOST_A_PROCESS } from './limits.ts';
import type { DevelopedPicture, PictureProblem } from './model.ts';

type Developing = Result<DevelopedPicture, PictureProblem>;

/** Makes pictures from what was sent. */
export interface PictureMaker {
  make(bytes: Uint8Array): Promise<Developing>;
  stop(): void;
}

export interface PictureMakerOptions {
  readonly program?: string;
  readonly workMs?: number;
  /** Told why a picture could not be made where that is a fault of the program, or a file made to break it. */
  readonly onFailure?: (problem: string) => void;
}

/** One picture at a time, in a process beside this one. What ends that process, or keeps it too long, counts as broken. */
export function pictureMaker({
  program = join(projectRoot(), 'src/services/pictures/picture-process.ts'),
  workMs = DEVELOPING_MS,
  onFailure = () => {},
}: PictureMakerOptions = {}): PictureMaker {
  const side: SideProcess<{ bytes: Uint8Array }, Developing> = sideProcess({
    program,
    called: 'the process that makes pictures',
    workMs,
    idleMs: IDLE_MS,
    mostOrders: MOST_A_PROCESS,
    // Nothing of the server's settings: this process reads what strangers send. Few arenas, so that memory goes back.
    env: { PATH: process.env['PATH'] ?? '', MALLOC_ARENA_MAX: '2', UV_THREADPOOL_SIZE: '1' },
  });
  return {
    async make(bytes) {
      const answer = await side.ask({ bytes });
      if (answer.ok) return answer.value;
      onFailure(answer.refusal);
      return refuse({ key: 'pictures_problem_broken' });
    },
    stop: side.stop,
  };
}

let ofProcess: PictureMaker | undefined;

/** The one of this process, so that pictures are made one at a time whoever asks. */
export const makePicture = (bytes: Uint8Array, onFailure: (problem: string) => void): Promise<Developing> =>
  (ofProcess ??= pictureMaker({ onFailure })).make(bytes);
