import { readTable } from './read-table.ts';
import type { ReadingOrder } from './read-spreadsheet.ts';

// A process of its own, for one file: one that is made to fill the memory ends this process and no other.

process.once('message', (order: ReadingOrder) => {
  void readTable(Buffer.from(order.file), order.limits).then((outcome) => {
    process.send?.(outcome, undefined, undefined, () => process.exit(0));
  });
});
