import '#platform/outlive-signals.ts';
import { developPicture } from './develop-picture.ts';

// A process of its own: it reads what strangers send with native code, which may take hundreds of megabytes or end its process. It
// knows no setting and no secret, does one picture at a time, and ends with its parent.

process.on('message', ({ bytes }: { bytes: Uint8Array }) => {
  void developPicture(bytes).then((picture) => process.send?.(picture));
});
process.on('disconnect', () => process.exit(0));
process.send?.('ready');
