import { existsSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { Config } from '../../config.ts';
import { type Finding, findingOf, well, wrong } from '../../upkeep/finding.ts';

/** The oldest Node.js of package.json. */
const [MAJOR, MINOR] = [20, 19];

export function nodeFinding(version = process.versions.node): Finding {
  const what = `Node.js ${version}`;
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major > MAJOR || (major === MAJOR && minor >= MINOR)) return well(what);
  return wrong(what, `Node.js を ${MAJOR}.${MINOR} 以降にしてください。`);
}

/** Tokens are refused, and people asked at the wrong time, where clocks differ by more. */
const SKEW_MS = 60_000;
const NOON = { at: new Date('2026-11-24T03:00:00Z'), inJapan: '12' };

/** Compares the clock with the one of a server that is asked anyway. @param server undefined where there is none */
export async function clockFinding(now: Date, server: string | undefined, fetched = fetch): Promise<Finding> {
  const what = '時計と日本の時刻';
  const hour = new Intl.DateTimeFormat('en', { timeZone: 'Asia/Tokyo', hour: '2-digit', hourCycle: 'h23' });
  if (hour.format(NOON.at) !== NOON.inJapan)
    return wrong(
      what,
      'この Node.js は日本の時刻を計算できません。時間帯の情報（full-icu）を含む Node.js を入れてください。',
    );
  const date = server === undefined ? undefined : await dateOf(server, fetched);
  if (date === undefined) return well(what, 'ほかの時計と比べられませんでした。ずれていないか、目で確かめてください。');
  const seconds = Math.round((now.getTime() - date) / 1_000);
  if (Math.abs(seconds) * 1_000 <= SKEW_MS) return well(what);
  const way = seconds > 0 ? '進んで' : '遅れて';
  return wrong(
    what,
    `このコンピューターの時計が約${Math.abs(seconds)}秒${way}います。時刻の同期（NTP）を有効にしてください。`,
  );
}

async function dateOf(server: string, fetched: typeof fetch): Promise<number | undefined> {
  try {
    const answer = await fetched(server, { method: 'HEAD', signal: AbortSignal.timeout(5_000) });
    const date = Date.parse(answer.headers.get('date') ?? '');
    return Number.isNaN(date) ? undefined : date;
  } catch {
    return undefined;
  }
}

/** Years of a programme fit in a tenth of it; the log of writes and a copy want room as well. */
const ROOM_MB = 500;

export async function diskFindings({ STORE, EMBEDDED_FILE }: Config, roomOf = freeBytes): Promise<readonly Finding[]> {
  if (STORE !== 'embedded') return [];
  const what = '保存先の空き';
  const finding = await findingOf(what, 'EMBEDDED_FILE のフォルダーがあるか確かめてください。', async () => {
    const free = Math.floor((await roomOf(folderFor(EMBEDDED_FILE))) / 1024 / 1024);
    if (free >= ROOM_MB) return well(`${what}（${free} MB）`);
    return wrong(
      `${what}（${free} MB）`,
      `${ROOM_MB} MB 以上を空けるか、EMBEDDED_FILE を空きのあるディスクに移してください。満杯になると報告を受けられません。`,
    );
  });
  return [finding];
}

/** The folder of a file, or the one in which that would be made: looking makes none. */
export function folderFor(file: string): string {
  const above = dirname(resolve(file));
  return existsSync(above) || above === dirname(above) ? above : folderFor(above);
}

async function freeBytes(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}
