import type { Outcome } from './verb.ts';

/** What is printed of an outcome, and what the process exits with: 2 for a mistake of writing. */
export function ended({ ok, lines, data, misspelt = false }: Outcome, json: boolean): { code: number; text: string } {
  const code = ok ? 0 : misspelt ? 2 : 1;
  if (!json) return { code, text: lines.join('\n') };
  return { code, text: JSON.stringify(ok || !isRecord(data) ? data : { reason: reasonIn(lines), ...data }) };
}

/** The data of a failure that came before any verb had an outcome. */
export const reasonAlone = (told: string): string => JSON.stringify({ reason: told.split('\n')[0] });

/** A list has the reason in each of its entries. */
const isRecord = (data: unknown): data is object => typeof data === 'object' && data !== null && !Array.isArray(data);

/** What is marked as bad, wherever it stands; else the first line, which says what the others list. */
function reasonIn(lines: readonly string[]): string {
  const bad = lines.filter((line) => line.startsWith('× '));
  return bad.length > 0 ? bad.join('\n') : (lines[0] ?? '');
}
