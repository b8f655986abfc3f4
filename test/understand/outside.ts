import { readFileSync } from 'node:fs';
import { commands } from '../../bot/features/index.ts';
import { registryOf } from '../../bot/registry.ts';
import { keyOf } from '../../bot/understand/fold.ts';
import { understand } from '../../bot/understand/understand.ts';
import { type Verdict, verdictOn } from '../../bot/understand/verdict.ts';
import type { ProgrammeContent } from '../../documents/workbook/content.ts';
import { catalogue } from '../../programme/catalogue.ts';
import { meetingId } from '../../programme/meetings/meeting.ts';
import { openWith, towns } from './world.ts';

const { writes } = registryOf(commands);

/**
 * Scores sentences that were labelled elsewhere, apart from the rules: `tsx test/understand/outside.ts FILE [--all]`.
 * Each is `{ id, as, now, text, expect }`; `expect` holds only what the sentence determines. They stay outside, so that
 * nobody writes rules for them.
 */
type Sentence = {
  readonly id: string;
  readonly as: string;
  readonly now: string;
  readonly text: string;
  readonly expect: { readonly command?: string; readonly input?: Readonly<Record<string, unknown>> };
};

const SHIOJIRI = '202151';
const MINOWA = '203831';
const FREE = ['text', 'note', 'evidence', 'reason', 'title', 'place', 'decisions', 'actions', 'substitute'];

const plain = (value: unknown): string => keyOf(JSON.stringify(value) ?? '').replace(/[\s"-]/g, '');

function isSame(name: string, expected: unknown, got: unknown, { now, who }: { now: string; who: string }): boolean {
  if (got === undefined) return isDefault(name, expected, { now, who });
  if (FREE.includes(name)) return plain(got).includes(plain(expected).replace(/^\[|\]$/g, ''));
  return plain(got) === plain(expected) || plain([got]) === plain(expected);
}

/** The only municipality of a person, or the first day again as the last: what stands without being said. */
const isDefault = (name: string, expected: unknown, { who }: { now: string; who: string }): boolean =>
  (name === 'municipality' && who === expected) || name === 'until';

function judge({ as, now, expect, id }: Sentence, got: Verdict) {
  const acts = got.sure && got.ask.length === 0;
  const who = /^municipal:(\d+)$/.exec(as)?.[1] ?? '';
  const { command, input = {} } = expect;
  const wanted = Object.entries(input);
  const hits = wanted.every(([name, value]) => isSame(name, value, got.input[name], { now, who }));
  const added = Object.entries(got.input).filter(([name, value]) => !(name in input) && value !== who);
  const stray = added.filter(([name]) => !FREE.includes(name) && name !== 'week' && name !== 'proxy');
  const isWrite = acts && writes(got.command, got.input);
  const right = command === undefined ? (id.startsWith('n') ? !isWrite : !acts) : got.command === command && hits;
  return { acts, right, wrongWrite: isWrite && (!right || stray.length > 0) };
}

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
const sums = new Map<string, { all: number; right: number; acts: number; wrongWrites: number }>();
for (const sentence of JSON.parse(readFileSync(file, 'utf8')) as readonly Sentence[]) {
  const turn = world.turnOf(sentence.as, sentence.now);
  const got = await verdictOn(await understand(sentence.text, commands, turn), commands, turn);
  const { acts, right, wrongWrite } = judge(sentence, got);
  const sum = sums.get(sentence.id.slice(0, 1)) ?? { all: 0, right: 0, acts: 0, wrongWrites: 0 };
  sum.all += 1;
  sum.right += Number(right);
  sum.acts += Number(acts);
  sum.wrongWrites += Number(wrongWrite);
  sums.set(sentence.id.slice(0, 1), sum);
  if (wrongWrite || (shown && !right)) console.log(wrongWrite ? '!!' : '  ', sentence.id, JSON.stringify(got));
}
const groups = [...sums.values()];
const total = (of: 'all' | 'right' | 'acts' | 'wrongWrites') => groups.reduce((sum, each) => sum + each[of], 0);
for (const [group, { all, right, acts, wrongWrites }] of sums)
  console.log(`${group}: ${right}/${all} right, ${acts} acts, ${wrongWrites} wrong writes`);
console.log(`${total('right')}/${total('all')} right, ${total('acts')} acts, ${total('wrongWrites')} wrong writes`);
await world.close();
