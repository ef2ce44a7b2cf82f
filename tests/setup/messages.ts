import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

/** Compiles the messages in a process of its own, for the compiler keeps the one that it ran in alive. */
export default function setup(): void {
  execFileSync(process.execPath, [join(import.meta.dirname, '../../scripts/compile-messages.js')], {
    stdio: 'inherit',
  });
}
