import type { LeftOut } from '../turn.ts';

/** Longer nobody waits for a picture: Teams gives up on a turn after ten seconds and more. */
const PATIENCE_MS = 6_000;

/**
 * A picture as PNG, painted from what `make` draws. Where that fails or takes too long, its card goes without it, because
 * the words of the card say the same. @param make may draw it in several sizes: the first that is light enough is taken
 * @param leftOut is told of it
 */
export async function pictureOf(
  make: () => Promise<string | readonly string[]>,
  leftOut: LeftOut | undefined,
): Promise<Uint8Array | undefined> {
  let late: NodeJS.Timeout | undefined;
  const patience = new Promise<never>((_, reject) => {
    late = setTimeout(() => reject(new PictureLate()), PATIENCE_MS);
  });
  try {
    return await Promise.race([painted(make), patience]);
  } catch (error) {
    leftOut?.('a picture was left out', error);
    return undefined;
  } finally {
    clearTimeout(late);
  }
}

/** The first of the sizes that is light enough. @throws PictureTooLarge where none is */
async function painted(make: () => Promise<string | readonly string[]>): Promise<Uint8Array> {
  const { PictureTooLarge, paint } = await import('../../documents/picture/paint.ts');
  const sizes = [await make()].flat();
  for (const svg of sizes.slice(0, -1)) {
    const png = await paint(svg).catch((error) => {
      if (!(error instanceof PictureTooLarge)) throw error;
    });
    if (png) return png;
  }
  return paint(sizes.at(-1) ?? '');
}

class PictureLate extends Error {
  constructor() {
    super(`not painted within ${PATIENCE_MS} ms`);
    this.name = 'PictureLate';
  }
}
