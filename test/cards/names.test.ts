import { pino } from 'pino';
import type { Incoming } from '../../bot/channels/channel.ts';
import { draw as drawLineWorks, plainText } from '../../bot/channels/line-works/draw.ts';
import { draw as drawTeams } from '../../bot/channels/teams/draw.ts';
import { dispatch } from '../../bot/dispatch.ts';
import { admission } from '../../bot/features/admission.ts';
import { commands } from '../../bot/features/index.ts';
import { jobs } from '../../bot/features/jobs.ts';
import { importWorkbook } from '../../bot/hand-over/import/import-workbook.ts';
import { createMetrics } from '../../bot/observe/metrics.ts';
import { writeHistory } from '../../demo/history.ts';
import { fictionalProgramme, HOME, OFFICER, PREFECTURE_OFFICER } from '../../demo/programme.ts';
import type { ProgrammeContent } from '../../documents/workbook/content.ts';
import type { OpenStore } from '../../storage/collections.ts';
import { openEmbedded } from '../../storage/embedded.ts';
import { markdownTexts } from './drawn.ts';
import { contents } from './line-works-drawn.ts';
import { faultsOf, type Json } from './line-works-limits.ts';
import { markdownIn } from './markdown.ts';

/** A workbook whose every name would call somebody, or be read as something else. */
const EVIL = '**[悪](https://e.jp)**<at>全員</at><m userId="all">';
const now = new Date('2026-11-24T10:00:00+09:00');

function evil(content: ProgrammeContent): ProgrammeContent {
  return {
    ...content,
    programme: { ...content.programme, name: `事業${EVIL}` },
    municipalities: content.municipalities.map((town) => ({ ...town, name: `${town.name}${EVIL}`, area: EVIL })),
    members: content.members.map((member) => ({ ...member, name: `${member.name}${EVIL}`, office: `課${EVIL}` })),
    meetings: content.meetings.map((meeting) => ({ ...meeting, title: `会議${EVIL}`, place: `庁舎${EVIL}` })),
  };
}

const SAID: Readonly<Record<string, readonly string[]>> = {
  [OFFICER]: [
    '状況',
    '自分',
    'ヘルプ',
    '週次報告',
    '変更なし',
    'KPI',
    '履歴 K0-03',
    '会議',
    '出席',
    '設定',
    'なぜ',
    '項目 S1-3',
  ],
  [PREFECTURE_OFFICER]: ['状況', 'ダイジェスト', '未報告', '会議', '自分', `状況 ${HOME}`],
  'office-1@office.example.jp': ['未報告', '配信状況', '会議作成', '議事録', '会議変更', '催促', '登録'],
};

let opened: OpenStore;
beforeAll(async () => {
  opened = openEmbedded(':memory:');
  const content = evil(fictionalProgramme(now));
  await importWorkbook(opened.store, content, now);
  await writeHistory(opened.store, content, now);
});
afterAll(() => opened.close());

let count = 0;
async function answerTo(email: string, text: string, formsInCards: boolean) {
  const incoming: Incoming = {
    ...{ id: `names-${count++}`, channel: formsInCards ? 'teams' : 'line-works', person: email, formsInCards },
    room: { kind: 'personal', id: email, address: { channel: 'teams', id: email } },
    did: { kind: 'said', text },
    profile: async () => ({ emails: [email] }),
  };
  const log = pino({ level: 'silent' });
  const answer = await dispatch(
    { store: opened.store, commands, admission, jobs, now: () => now, log, metrics: createMetrics() },
    incoming,
  );
  if (!answer) throw new Error('no answer');
  return answer.card;
}

const cases = Object.entries(SAID).flatMap(([email, said]) => said.map((text) => [email, text] as const));
let named = 0;

it.each(cases)('names of the workbook stay text in what %s is answered to %s', async (email, text) => {
  const inTeams = drawTeams(await answerTo(email, text, true));
  const shown = [...markdownTexts(inTeams), String(inTeams['fallbackText']), String(inTeams['speak'])];
  expect(shown.flatMap(markdownIn)).toEqual([]);
  if (shown.some((each) => each.includes('悪'))) named++;
  const card = await answerTo(email, text, false);
  expect(contents(drawLineWorks(card)).flatMap((content) => faultsOf(content as unknown as Json))).toEqual([]);
  expect(plainText(card)).not.toMatch(/<\s*\/?\s*m(?![a-z0-9])/i);
});

it('and they are shown indeed', () => expect(named).toBeGreaterThan(cases.length / 2));
