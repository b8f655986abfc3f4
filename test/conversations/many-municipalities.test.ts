import type { Incoming } from '../../bot/channels/channel.ts';
import { draw as drawInLineWorks } from '../../bot/channels/line-works/draw.ts';
import { draw as drawInTeams, LARGEST_CARD } from '../../bot/channels/teams/draw.ts';
import { commands } from '../../bot/features/index.ts';
import type { Card } from '../../cards/card.ts';
import { digestCard } from '../../cards/digest/digest.ts';
import * as example from '../../cards/example.ts';
import type { ProgrammeContent } from '../../documents/workbook/content.ts';
import { digestOf, digestPeriod } from '../../programme/digest/digest.ts';
import { hasCheckDigit } from '../../programme/municipality.ts';
import { PROGRAMME } from '../../storage/collections.ts';
import { type Chatting, type Engine, openEngine, shown } from '../engine.ts';

const SECRETARIAT = 'office-1@office.example.jp';
/** As many as there are in Japan. */
const ALL = 1741;
/** Two are called so, and one has it in its name. */
const FUCHU = ['府中市', '府中市', '甲府中央町'];

/** The programme, and municipalities of other prefectures up to all there are. */
function withAll(content: ProgrammeContent): ProgrammeContent {
  const known = new Set(content.municipalities.map(({ code }) => code));
  const codes = Array.from({ length: 9000 }, (_, at) => 30_000 + at)
    .flatMap((start) => Array.from({ length: 10 }, (_, digit) => `${start}${digit}`).filter(hasCheckDigit))
    .filter((code) => !known.has(code));
  const more = codes.slice(0, ALL - known.size).map((code, at) => ({
    code,
    name: FUCHU[at] ?? `${'東西南北上中下'[at % 7]}${'川山野田原島崎沢'[at % 8]}${at}${'市町村'[at % 3]}`,
    area: `第${at % 47}区`,
    supported: true,
  }));
  return { ...content, municipalities: [...content.municipalities, ...more] };
}

let engine: Engine;
beforeAll(async () => {
  engine = await openEngine(withAll);
});
afterAll(() => engine.close());

const room: Incoming['room'] = { kind: 'group', id: 'room', address: { channel: 'line-works', id: 'room' } };

/** A file to keep goes beside the message. */
const withoutFile = (key: string, value: unknown): unknown =>
  (key === 'content' || key === 'png') && typeof value === 'object' ? undefined : value;

/** What hands out a file asks for nothing, and is the same card in both: thousands of pages are made once. */
const handedOut = new Map<string, Card>();

describe.each(['teams', 'line-works'] as const)(`with ${ALL} municipalities in %s`, (chat) => {
  let office: Chatting;
  beforeEach(async () => {
    office = engine.on(chat, SECRETARIAT);
    await office.backTo(undefined);
  });

  it.each(commands.map(({ name }) => name))(
    '%s is drawn, and names few of them',
    async (command) => {
      const known = handedOut.get(command);
      const { words, card } = known ? shown(known, chat) : await office.press({ command, input: {} }, true);
      if (card.body.some(({ kind }) => kind === 'file')) handedOut.set(command, card);
      expect(words).not.toContain('受付番号');
      expect(Buffer.byteLength(JSON.stringify(card, withoutFile))).toBeLessThan(16_000);
      await office.backTo(undefined);
      const there = await office.send({ kind: 'pressed', ask: { command, input: {} } }, room);
      expect(there.words).not.toContain('受付番号');
      // The 業務報告書 of so many is thousands of pages' worth of tables.
    },
    240_000,
  );
});

describe.each(['teams', 'line-works'] as const)('a meeting for all of them in %s', (chat) => {
  it.each(['show-meetings', 'add-agenda', 'record-minutes', 'change-meeting', 'cancel-meeting', 'attend'])(
    '%s is drawn',
    async (command) => {
      const office = engine.on(chat, SECRETARIAT);
      const meetings = await engine.store.meetings.list(PROGRAMME, { from: 'meeting-', below: 'meeting.' });
      const forAll = meetings.map(({ value }) => value).filter(({ audience }) => audience.includes('all'));
      expect(forAll.length).toBeGreaterThan(0);
      for (const { id } of [...forAll.slice(0, 2), ...forAll.slice(-2)]) {
        await office.backTo(undefined);
        const { words, card } = await office.press({ command, input: { meeting: id } }, true);
        expect(words).not.toContain('受付番号');
        expect(Buffer.byteLength(JSON.stringify(card))).toBeLessThan(24_000);
      }
    },
  );
});

it('a digest where every one of them asks for help and is quiet names a few', () => {
  const week = example.week;
  const [one] = example.region;
  if (!one) throw new Error('no example');
  const digest = digestOf(example.programme, week, digestPeriod(example.programme, week, example.now), [one]);
  const [each] = digest.municipalities;
  if (!each) throw new Error('no municipality');
  const municipalities = Array.from({ length: ALL }, () => ({ ...each, helps: 2, silentWeeks: 5, achieved: [1] }));
  const view = { records: [one], meetings: [], page: 1, mayDrillDown: true };
  const card = digestCard({ ...digest, municipalities }, view);
  expect(JSON.stringify(drawInTeams(card)).length).toBeLessThan(LARGEST_CARD / 2);
  expect(JSON.stringify(drawInLineWorks(card))).toContain(`ほか${ALL - 10}団体`);
});

describe('a part of a name finds a municipality', () => {
  it('in LINE WORKS, where a search is a question', async () => {
    const office = engine.on('line-works', SECRETARIAT);
    await office.backTo(undefined);
    expect((await office.say('状況')).words).toContain('名前の一部を送ってください');
    expect((await office.say('町')).words).toMatch(/「町」に当てはまるものが\d+件あります。名前をもう少し長く/);
    expect((await office.say('ほげほげ')).words).toContain('「ほげほげ」の付く名前は見つかりません');
    const which = await office.say('府中');
    expect(which.replies.map(({ label }) => label)).toEqual([
      ...['府中市（第0区）', '府中市（第1区）', '甲府中央町（第2区）', 'やめる'],
    ]);
    expect((await office.say('府中市（第1区）')).words).toContain('府中市の状況');
    await office.say('状況');
    expect((await office.say('小海')).words).toContain('小海町の状況');
    await office.say('状況');
    expect((await office.say('こうみ')).words).toContain('小海町の状況');
  });

  it('in LINE WORKS, on the way to a report', async () => {
    const office = engine.on('line-works', SECRETARIAT);
    await office.backTo(undefined);
    await office.say('KPI報告');
    expect((await office.say('小海')).words).toContain('KPI');
    expect((await office.say('K0-03')).words).toContain('修了者数');
  });

  it('in Teams, where it is a field of a form', async () => {
    const office = engine.on('teams', SECRETARIAT);
    const { words } = await office.say('状況');
    expect(words).toContain('名前の一部');
    const fill = (municipality: string) => office.press({ command: 'show-status', input: { municipality } });
    expect((await fill('府中')).words).toContain('「府中」に当てはまるものが3件あります');
    expect((await fill('府中市')).words).toContain('「府中市」に当てはまるものが2件あります');
    expect((await fill('ほげ')).words).toContain('「ほげ」の付く市町村は見つかりません');
    expect((await fill('小海')).words).toContain('小海町の状況');
  });

  it('for whom a meeting is, and who sees a room', async () => {
    const office = engine.on('line-works', SECRETARIAT);
    await office.backTo(undefined);
    await office.say('会議作成 打合せ 12/10 14:00-15:00');
    for (let count = 0; count < 3; count++) {
      const at = await office.interview();
      if (at?.questions[at.at]?.name === 'audience') break;
      await office.say('そのまま');
    }
    expect((await office.interview())?.questions.some(({ type }) => type === 'search')).toBe(true);
    await office.say('府中');
    await office.say('スキップ');
    const asked = await office.say('そのまま');
    expect(asked.replies.map(({ label }) => label)).toContain('甲府中央町（第2区）');
    const made = await office.say('甲府中央町（第2区）');
    // Nobody of it is on the roster yet.
    expect(made.words).toContain('甲府中央町にあたる方が名簿にいません');
    expect((await office.say('県、甲府中央町')).words).toContain('会議を作成しました');

    const bind = (audience: string) =>
      office.send({ kind: 'pressed', ask: { command: 'bind-room', input: { audience } } }, room);
    expect((await bind('甲府中央')).words).toContain('甲府中央町（第2区）でよろしいですか');
    expect((await bind('事務局')).words).toContain('事務局でよろしいですか');
  });
});
