import { pino } from 'pino';
import { readConfig } from '../../bot/config.ts';
import { startService } from '../../bot/service.ts';

/** The service as a process of its own, until it is killed. @param shiftMs how far its clock is ahead of the machine's */
export async function work(environment: Readonly<Record<string, string>>, shiftMs: number): Promise<void> {
  const log = pino({ level: 'silent' });
  const service = await startService(readConfig(environment), log, () => new Date(Date.now() + shiftMs));
  process.stdout.write(`${service.port}\n`);
}
