import type { Writable } from 'node:stream';

/** What a pipe takes at a time. */
const PIECE = 64 * 1024;
/** The reader has gone away, just now or before. */
const GONE = new Set(['EPIPE', 'ERR_STREAM_DESTROYED']);

/**
 * Writes until everything has left this process, however slow the reader is. A reader that has gone, as `head` does, is
 * no fault: the rest is dropped. Who prints must not end the process; it ends by itself when nothing is left to do.
 */
export async function print(text: string, to: Writable): Promise<void> {
  const gone = new Promise<'gone'>((resolve) => {
    to.once('close', () => resolve('gone'));
    to.on('error', (error: NodeJS.ErrnoException) => {
      if (!GONE.has(error.code ?? '')) throw error;
      resolve('gone');
    });
  });
  const bytes = Buffer.from(`${text}\n`);
  for (let at = 0; at < bytes.length; at += PIECE) {
    const piece = bytes.subarray(at, at + PIECE);
    const written = new Promise<void>((resolve) => to.write(piece, () => resolve()));
    if ((await Promise.race([written, gone])) === 'gone') return;
  }
}
