/** What was looked at. `remedy` says how to mend it or, where it is `ok`, what else could be done. */
export type Finding = { readonly what: string; readonly ok: boolean; readonly remedy?: string };

/** A check waits so long for an answer, and no longer. */
const PATIENCE_MS = 20_000;

export const well = (what: string, remedy?: string): Finding => ({ what, ok: true, ...(remedy && { remedy }) });
export const wrong = (what: string, remedy: string): Finding => ({ what, ok: false, remedy });

/** Does the work; where it throws, tells the remedy and the reason. */
export async function findingOf(
  what: string,
  remedy: string | ((error: unknown) => string),
  work: () => Promise<Finding | undefined>,
): Promise<Finding> {
  try {
    return (await inTime(work())) ?? well(what);
  } catch (error) {
    const hint = typeof remedy === 'string' ? remedy : remedy(error);
    return wrong(what, `${hint}（${error instanceof Error ? error.message : '不明'}）`);
  }
}

function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${PATIENCE_MS / 1_000}秒待っても返事がありません`)), PATIENCE_MS);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
