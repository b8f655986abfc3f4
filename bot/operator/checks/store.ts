import { accessSync, constants, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { firstChannel } from '../../../programme/channel.ts';
import type { Interview } from '../../../programme/interview.ts';
import { holidaysUnknown } from '../../../programme/period.ts';
import type { Programme } from '../../../programme/programme.ts';
import { INTERVIEWS, municipal, PROGRAMME, type Store } from '../../../storage/collections.ts';
import { supportedMunicipalities } from '../../../storage/municipalities.ts';
import type { Config } from '../../config.ts';
import { openStore } from '../../service.ts';
import { type Finding, well, wrong } from '../../upkeep/finding.ts';
import { isMissing, storeProblem } from '../../upkeep/store-trouble.ts';
import { folderFor } from './machine.ts';

/** Opened, written to, and something to work with in it. */
export async function storeFindings(config: Config, now: Date): Promise<readonly Finding[]> {
  const what = config.STORE === 'embedded' ? `保存先（${config.EMBEDDED_FILE}）` : '保存先（Cosmos DB）';
  try {
    const { store, ping, close } = await openStore(config);
    try {
      await ping();
      await writeProbe(store, now);
      const programme = await store.programmes.get(PROGRAMME, 'programme');
      return [
        well(what),
        importedFinding(programme !== undefined),
        ...holidayFindings(programme?.value),
        ...(await unaskedFindings(store)),
      ];
    } finally {
      await close();
    }
  } catch (error) {
    if (config.STORE === 'embedded' && isMissing(error)) return [placeFinding(what, config), importedFinding(false)];
    return [wrong(what, remedyOf(error, config))];
  }
}

const CHECK_PLACE = 'EMBEDDED_FILE の場所に書き込めるか確かめてください。';
const CHECK_ACCOUNT =
  'COSMOS_ENDPOINT と、マネージド ID の権限（データの書き込み）、データベースとコンテナーがあるかを確かめてください。';

/** A store that knows what is wrong says what to do itself; another remedy beside that would send people elsewhere. */
function remedyOf(error: unknown, { STORE, EMBEDDED_FILE: file }: Config): string {
  const known = storeProblem(error);
  if (STORE === 'embedded' && !isFolder(dirname(file))) return CHECK_PLACE;
  if (STORE === 'embedded' && known !== undefined) return known;
  const reason = known ?? (error instanceof Error ? error.message : '不明');
  return `${STORE === 'embedded' ? CHECK_PLACE : CHECK_ACCOUNT}（${reason.replace(/。$/, '')}）`;
}

/** What stands where the folder should be may itself be a file. */
function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

/** Where the calendar ends before the programme does. */
function holidayFindings(programme: Programme | undefined): readonly Finding[] {
  const unknown = programme && holidaysUnknown(programme);
  return unknown ? [well('祝日', `${unknown.problem}。${unknown.remedy}。`)] : [];
}

const MAX_NAMED = 5;

/** Municipalities without a weekly KPI are asked nothing in the check-in, and would never notice. */
async function unaskedFindings(store: Store): Promise<readonly Finding[]> {
  const supported = await supportedMunicipalities(store);
  const names: string[] = [];
  for (const { code, name } of supported) {
    const kpis = await store.kpis.list(municipal(code));
    if (!kpis.some((kpi) => kpi.value.weekly)) names.push(name);
  }
  if (names.length === 0) return [];
  const others = names.length > MAX_NAMED ? `ほか${names.length - MAX_NAMED}団体` : '';
  const who = `${names.slice(0, MAX_NAMED).join('、')}${others}`;
  return [well('週次の指標', `${who}には毎週聞く指標がありません。取込表の「KPI」で「週次」に○を付けてください。`)];
}

/** Where there is none yet, `import` will want to make one, and its folder. Looking makes neither: the disk may be missing. */
function placeFinding(what: string, { EMBEDDED_FILE: file }: Config): Finding {
  try {
    const folder = folderFor(file);
    accessSync(folder, constants.W_OK | constants.X_OK);
    if (!isFolder(folder)) return wrong(what, CHECK_PLACE);
    return well(what, 'まだありません。取込表を取り込むと作られます。');
  } catch {
    return wrong(what, CHECK_PLACE);
  }
}

function importedFinding(isThere: boolean): Finding {
  return isThere ? well('取込表') : wrong('取込表', 'npm run bansou -- import FILE で取り込んでください。');
}

const PROBE_ID = 'check';

/** Reading alone would not notice a missing right. Of a kind that nobody exports, asks for by this id, or is told of. */
async function writeProbe({ interviews }: Store, now: Date): Promise<void> {
  const left = await interviews.get(INTERVIEWS, PROBE_ID);
  if (left) await interviews.remove(INTERVIEWS, PROBE_ID, left.etag);
  const put = await interviews.put(probe(now), 'absent');
  if (put.outcome === 'written') await interviews.remove(INTERVIEWS, PROBE_ID, put.etag);
}

function probe(now: Date): Interview {
  const question = { name: 'check', label: 'check', type: 'text' as const, required: false, intro: [], part: 0 };
  return {
    id: PROBE_ID,
    channel: firstChannel,
    title: 'check',
    ask: { command: 'check', input: {} },
    questions: [question],
    at: 1,
    values: {},
    state: 'done',
    lastAsk: 'check',
    touchedAt: now.toISOString(),
  };
}
