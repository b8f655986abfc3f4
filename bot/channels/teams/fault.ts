import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';

/**
 * A fault of ours: one log line with a reference, and the sentence for the person, who sees only the reference.
 * The error's message stays out of the log: it may quote what somebody wrote.
 */
export function reportFault(log: Logger, error: unknown, what: string): string {
  const reference = randomUUID().slice(0, 8).toUpperCase();
  log.error({ reference, ...traceOf(error) }, what);
  return `うまく処理できませんでした。少し待ってから、もう一度お試しください。続くときは事務局に受付番号 ${reference} をお知らせください。`;
}

export function traceOf(error: unknown): { readonly error: string; readonly code?: unknown; readonly at?: string[] } {
  if (!(error instanceof Error)) return { error: typeof error };
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  const code: unknown = Reflect.get(error, 'code') ?? Reflect.get(error, 'statusCode');
  return { error: error.name, ...(code !== undefined && { code }), at: frames.slice(0, 6).map((line) => line.trim()) };
}
