import { readFileSync } from 'node:fs';
import type { ProgrammeContent } from '../../documents/workbook/content.ts';
import { catalogue } from '../../programme/catalogue.ts';
import { meetingId } from '../../programme/meetings/meeting.ts';
import { judgedAll, type Sentence } from './judge.ts';
import { tallyOf, wrongOne } from './tally.ts';
import { openWith, towns } from './world.ts';

/**
 * Scores sentences that were labelled elsewhere, apart from the rules: `tsx test/understand/outside.ts FILE [--wrong]`.
 * They stay outside, so that nobody writes rules for them.
 */
const SHIOJIRI = '202151';
const MINOWA = '203831';

function content(): ProgrammeContent {
  const person = (
    name: string,
    role: 'municipal' | 'expert' | 'secretariat' | 'prefecture',
    of: string[],
    at: string,
  ) => ({ name, role, office: '', municipalities: of, email: at, chat: 'teams', lead: true }) as const;
  const meeting = (title: string, day: string, start: string, end: string, audience: string[]) =>
    ({ id: meetingId({ title, day, start }), title, day, start, end, audience, place: '県庁', kind: 'other' }) as const;
  const both = [SHIOJIRI, MINOWA];
  return {
    programme: {
      name: '市町村DX伴走支援事業（架空）',
      prefecture: '長野県',
      fiscalYear: 2024,
      start: '2024-08-15',
      end: '2025-03-14',
      checkIn: { weekday: 1, time: '09:00' },
      nudge: { weekday: 3, time: '09:00' },
      digest: { weekday: 5, time: '16:00' },
      closures: [],
    },
    municipalities: towns(),
    members: [
      person('山田 太郎', 'municipal', [SHIOJIRI], `municipal:${SHIOJIRI}`),
      person('小林 一', 'municipal', [SHIOJIRI], 'kobayashi'),
      person('小口 二', 'municipal', [SHIOJIRI], 'oguchi'),
      person('唐澤 三', 'municipal', [MINOWA], `municipal:${MINOWA}`),
      person('中村 四', 'expert', both, `expert:${both.join(',')}`),
      person('清水 五', 'secretariat', [], 'secretariat'),
      person('柳沢 六', 'prefecture', [], 'prefecture'),
    ],
    items: both.flatMap((municipality) =>
      catalogue.items.map(({ id }) => ({ municipality, item: id, year: 'this' as const })),
    ),
    kpis: both.flatMap((municipality) => catalogue.kpis.map(({ id }) => ({ municipality, kpi: id, weekly: false }))),
    meetings: [
      meeting('塩尻市打合せ', '2024-10-03', '10:00', '11:00', [SHIOJIRI]),
      meeting('第2回進捗状況確認会議', '2024-10-17', '13:30', '15:30', ['all']),
      meeting('フロントヤード改革研修', '2024-10-22', '10:00', '12:00', ['all']),
      meeting('箕輪町打合せ', '2024-10-24', '14:00', '15:00', [MINOWA]),
      meeting('塩尻市打合せ', '2024-10-25', '10:00', '11:00', [SHIOJIRI]),
    ],
  };
}

const [file = '', shown] = process.argv.slice(2);
const world = await openWith(content());
const all = await judgedAll(JSON.parse(readFileSync(file, 'utf8')) as readonly Sentence[], world);
for (const each of all) if (each.wrongWrite || (shown && !each.right)) console.log(wrongOne(each));
console.log(tallyOf(all));
await world.close();
