import { strFromU8, unzipSync } from 'fflate';
import { documents } from '../../bot/features/documents.ts';
import { readOnePage } from '../../bot/features/overview/read-one-page.ts';
import { readTowns } from '../../bot/features/overview/read-towns.ts';
import type { HandedOut, Making } from '../../bot/files/handed-out.ts';
import { EXPERT, HOME, OFFICE, OFFICER } from '../../demo/programme.ts';
import { currentWeek } from '../../programme/asked-year.ts';
import { withCaseVersion } from '../../programme/cases/case.ts';
import { findKpi } from '../../programme/catalogue.ts';
import { dayOf } from '../../programme/day.ts';
import type { HelpStep } from '../../programme/help/help-request.ts';
import { meetingId } from '../../programme/meetings/meeting.ts';
import { kpiGraph } from '../../programme/progress/kpi-graph.ts';
import { townsPicture } from '../../programme/progress/town-picture.ts';
import type { Provenance } from '../../programme/provenance.ts';
import { MEMBERS, MISMATCHES, municipal, PROGRAMME, type Store } from '../../storage/collections.ts';
import type { Collection } from '../../storage/store.ts';
import { materialIn } from '../consent/planted.ts';
import { type House, openHouse } from '../house.ts';
import { supported } from '../operations/supported.ts';
import { twoTowns } from '../two-towns.ts';

const NOW = '2026-11-24T10:00:00+09:00';

/** What nobody outside may read in a file. Everything written in words in these collections is replaced. */
const CLOSED = ['helpRequests', 'visitRemarks', 'ratings', 'mismatches'] as const;
type Secret = { readonly word: string; readonly of: (typeof CLOSED)[number] | 'unconsented' };

let house: House;
const secrets: Secret[] = [];
const secretOf = (of: Secret['of']): string => {
  const word = `みせない${of}ことば${secrets.length}号`;
  secrets.push({ word, of });
  return word;
};

beforeAll(async () => {
  house = await openHouse({ history: false, rows: twoTowns('2027-03-12'), now: NOW });
  const { store } = house.service;
  const idOf = async (email: string) => {
    const found = (await store.members.list(MEMBERS)).find(({ value }) => value.email === email);
    if (!found) throw new Error(`no ${email}`);
    return found.value.id;
  };
  const people = { expert: await idOf(EXPERT), officer: await idOf(OFFICER), office: await idOf(OFFICE) };
  await supported(store, HOME, people);
  await plantRequests(store, people);
  await plantUnconsented(store, people);
  await plantMeetings(store, people);
  for (const name of CLOSED) await plantIn(store[name] as unknown as Collection<unknown>, name);
  const office = house.secretariat();
  await house.prefecture().install();
  await office.say('業務報告書提出');
  await office.press('はい、提出する');
});
afterAll(() => house.close());

const by = (who: string, ask: string): Provenance => ({ by: who, at: '2026-11-20T01:00:00.000Z', via: 'teams', ask });

/** One 相談 that has gone every way, one that is overdue, one taken back and one on either side of the support. */
async function plantRequests({ helpRequests }: Store, { officer, office }: { officer: string; office: string }) {
  const said = (did: HelpStep['did'], more: Partial<HelpStep> = {}): HelpStep => ({
    ...{ ...by(office, `step-${did}`), did, text: '経過に書いたこと' },
    ...more,
  });
  const steps = [said('taken'), said('assigned', { to: office }), said('promised', { due: '2026-11-21' })];
  const ways = {
    solved: { steps: [...steps, said('answered'), said('waiting'), said('solved')], category: 'system' },
    overdue: { steps, due: '2026-11-21', item: 'S1-3' },
    fresh: {},
    municipal: { side: 'municipal' },
    expert: { side: 'expert' },
    undone: { undone: by(officer, 'undone') },
  } as const;
  for (const [way, more] of Object.entries(ways)) {
    const of = { ...by(officer, `help-${way}`), id: `help-file-${way}`, municipality: HOME, text: '困っていること' };
    await helpRequests.put({ ...of, ...more } as never, 'absent');
  }
}

/** One that is over and one that is coming, of those who read what is made for them, and a visit that was talked over. */
async function plantMeetings({ meetings, minutes }: Store, { office }: { office: string }) {
  const times = { start: '14:00', end: '15:30' };
  for (const [title, day, kind] of [
    ['第3回 進捗状況確認会議', '2026-11-13', 'progress'],
    ['第4回 進捗状況確認会議', '2026-11-27', 'progress'],
    ['小海町の打合せ', '2026-11-12', 'working'],
  ] as const) {
    const slot = { title, day, ...times };
    const audience = kind === 'progress' ? ['prefecture', 'secretariat'] : [HOME];
    await meetings.put({ ...slot, id: meetingId(slot), kind, place: '県庁', audience }, 'absent');
    if (day > '2026-11-24') continue;
    const version = { ...by(office, `minutes-${day}`), number: 1, decisions: '次回は12月に開く' };
    await minutes.put({ meeting: meetingId(slot), versions: [version] }, 'absent');
  }
}

/** A 事例 and a material that the municipality was never asked about. */
async function plantUnconsented(store: Store, { office }: { office: string }) {
  const words = () => secretOf('unconsented');
  const texts = { title: words(), background: words(), approach: words(), effect: words(), contact: words() };
  const of = { municipality: HOME, item: 'S3-2' };
  await store.cases.put(withCaseVersion(undefined, of, { texts, photos: [], works: [] }, by(office, 'case')), 'absent');
  const content = { title: words(), sections: [{ label: '背景・課題', text: words() }] };
  await materialIn(store, { municipality: HOME, name: 'case-secret', content, at: NOW });
}

/** Puts a secret in the place of every text that people have written. */
async function plantIn(docs: Collection<unknown>, of: (typeof CLOSED)[number]) {
  for (const partition of [municipal(HOME), MISMATCHES, PROGRAMME])
    for (const { value, etag } of await docs.list(partition)) await docs.put(withSecrets(value, of), etag);
}

const PEOPLE_WRITE = /[\u3041-\u30ff\u4e00-\u9fff]/;
function withSecrets(value: unknown, of: (typeof CLOSED)[number]): unknown {
  if (typeof value === 'string') return PEOPLE_WRITE.test(value) ? secretOf(of) : value;
  if (Array.isArray(value)) return value.map((each) => withSecrets(each, of));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, withSecrets(each, of)]));
}

/** Every word in every part of a workbook or a Word file, however it is cut into runs. */
function wordsIn(file: Uint8Array): string {
  const parts = Object.entries(unzipSync(file)).filter(([name]) => /\.(xml|rels)$/.test(name));
  return parts.map(([, bytes]) => strFromU8(bytes).replace(/<[^>]*>/g, '')).join('\n');
}
const secretsIn = (
  file: Uint8Array,
  kinds: readonly Secret['of'][] = [...CLOSED, 'unconsented'],
): readonly Secret[] => {
  const words = wordsIn(file);
  return secrets.filter(({ word, of }) => kinds.includes(of) && words.includes(word));
};

it('everything closed was planted, and its own people read it', async () => {
  for (const of of [...CLOSED, 'unconsented'] as const)
    expect([of, secrets.filter((secret) => secret.of === of).length > 0]).toEqual([of, true]);
  const { store } = house.service;
  const kept = JSON.stringify(await Promise.all(CLOSED.map((name) => readAll(store[name] as never))));
  for (const { word } of secrets.filter(({ of }) => of !== 'unconsented')) expect(kept).toContain(word);
  const shown = await house.secretariat().ask('show-requests', { municipality: HOME, request: 'help-file-fresh' });
  expect(secrets.some(({ word, of }) => of === 'helpRequests' && shown.words.includes(word))).toBe(true);
});

const readAll = async (docs: Collection<unknown>) =>
  Promise.all([municipal(HOME), MISMATCHES, PROGRAMME].map((partition) => docs.list(partition)));

/** Whoever asks for what these hand out sees what the municipality has not consented to: it is theirs, or consent is asked with it. */
const OWN = ['事例', '共有承諾書'];

describe('what is handed out as a file', () => {
  const making = async (shared?: true): Promise<Making> => {
    const programme = (await house.service.store.programmes.get(PROGRAMME, 'programme'))?.value;
    if (!programme) throw new Error('no programme');
    return { store: house.service.store, programme, now: new Date(NOW), ...(shared ? { shared } : {}) };
  };
  async function filesOf(document: HandedOut, shared?: true) {
    const from = await making(shared);
    const ids = (await document.list(from)).map(([id]) => id);
    const own = ids.filter((id) => id.includes(HOME));
    const files: Uint8Array[] = [];
    for (const id of (own.length > 0 ? own : ids).slice(0, 4))
      for (const file of [await document.make(id, from), await document.annex?.(id, from)]) if (file) files.push(file);
    return files;
  }

  it.each(documents.map((document) => [document.name, document] as const))(
    '%s holds none of it',
    async (name, document) => {
      const kinds = OWN.includes(name) ? CLOSED : ([...CLOSED, 'unconsented'] as const);
      const files = await filesOf(document);
      expect(files.length).toBeGreaterThan(0);
      for (const file of files) expect(secretsIn(file, kinds)).toEqual([]);
      if (document.shares) for (const file of await filesOf(document, true)) expect(secretsIn(file)).toEqual([]);
    },
  );

  it('is made of this municipality, too', async () => {
    const all = await Promise.all(documents.map(async (document) => (await filesOf(document)).map(wordsIn)));
    expect(all.flat().filter((words) => words.includes('小海町')).length).toBeGreaterThan(5);
  });
});

describe('what the prefecture gets in its chat', () => {
  /** What a file is asked for by, with what has to be in it so that it is the one that was meant. */
  const asked = [
    ['状況 小海町 Excelで', '小海町'],
    ['KPI 小海町 Excelで', 'K0-03'],
    ['小海町 K0-03の履歴 Excelで', 'K0-03'],
    ['全体 Excelで', '小海町'],
    ['全市町村のKPI Excelで', 'K0-03'],
    ['K0-03 全市町村 Excelで', '小海町'],
    ['全市町村の全国指標 Excelで', '小海町'],
    ['全市町村の工程表 Excelで', '小海町'],
    ['9月からの変化 Excelで', '小海町'],
    ['小海町の9月からの変化 Excelで', '小海町'],
    ['工程表 Excel 小海町', '小海町'],
    ['財源活用シート 小海町', '小海町'],
    ['1枚で', 'DX'],
    ['会議資料', '進捗状況確認会議'],
    ['月次報告書 10月', '令和8年'],
    ['業務報告書ファイル', '小海町'],
  ] as const;
  it.each(asked)('by 「%s」 holds none of it', async (words, meant) => {
    const prefecture = house.prefecture();
    const before = prefecture.consents().length;
    const told = (await prefecture.say(words)).words;
    const offered = prefecture.consents().slice(before);
    expect([told, offered.length > 0]).toEqual([told, true]);
    let all = '';
    for (const on of offered) {
      const { place } = await prefecture.consent('accept', { on });
      const file = place && house.teams.oneDrive.saved(place);
      if (!file) throw new Error(`${on.file?.name} was not saved`);
      if (!/\.(xlsx|docx)$/.test(on.file?.name ?? '')) continue;
      expect(secretsIn(file)).toEqual([]);
      all += wordsIn(file);
    }
    expect(all).toContain(meant);
  });
});

describe('what a picture is drawn from', () => {
  // Words become outlines in a PNG and cannot be searched for: what the drawing is given is looked at instead.
  const drawnFrom = async () => {
    const { store } = house.service;
    const programme = (await store.programmes.get(PROGRAMME, 'programme'))?.value;
    if (!programme) throw new Error('no programme');
    const now = new Date(NOW);
    const of = { start: programme.start, today: dayOf(now), week: currentWeek(programme, now) };
    const towns = await readTowns(store, programme, undefined);
    const graphs = (await store.kpis.list(municipal(HOME))).flatMap(({ value }) => {
      const kpi = findKpi(value.kpi);
      return kpi ? [[`グラフ ${kpi.id}`, { 小海町: kpiGraph(kpi, value, of) }] as const] : [];
    });
    expect(graphs.length).toBeGreaterThan(0);
    return {
      ...Object.fromEntries(graphs),
      '1枚': await readOnePage({ store, programme, now }),
      全体図: townsPicture(towns, of, undefined),
      'K0-03 の全体図': townsPicture(towns, of, findKpi('K0-03')),
    };
  };

  it('holds no word of it, and is of this municipality', async () => {
    for (const [what, given] of Object.entries(await drawnFrom())) {
      const words = JSON.stringify(given);
      expect([what, secrets.filter(({ word }) => words.includes(word))]).toEqual([what, []]);
      expect([what, words.includes('小海町')]).toEqual([what, true]);
    }
  });
});
