import { addDays, type Day } from '../../../programme/day.ts';
import { MEMBERS } from '../../../storage/collections.ts';
import { openDay } from '../calendar.ts';
import { PM, REPLACED, REPLACED_FROM, SUCCESSOR } from '../people.ts';
import type { Plan } from '../plan.ts';
import { asks, type Line, presses, type Scene, says } from '../scene.ts';
import type { World } from '../world.ts';

const CAUSES = ['進め方', '進め方', '稼働'] as const;

/** Two low answers in a row make a ミスマッチ, which the secretariat follows up; the first ends in another expert. */
export function mismatches({ visits, towns }: Plan): readonly Scene[] {
  const unhappy = towns.filter(({ code }) => visits.some((visit) => visit.municipality === code && visit.score < 3));
  return unhappy.flatMap(({ name, code }, at): readonly Scene[] => {
    const last = visits.findLast((visit) => visit.municipality === code && visit.score < 3);
    if (!last) return [];
    const noticed = openDay(addDays(last.day, 5));
    return [
      {
        ...{ day: noticed, part: '13:20', called: `${name}のミスマッチ` },
        lines: followedUp(name, CAUSES[at % CAUSES.length] ?? '進め方', at === 0 ? '交代' : '改善', noticed),
      },
    ];
  });
}

const followedUp = (town: string, cause: string, measure: string, day: Day): readonly Line[] => [
  says(PM, 'ミスマッチ', new RegExp(town)),
  presses(PM, new RegExp(`^${town}`), /満足度3以下が2回続いたため/),
  presses(PM, '内容を書く', /理由区分/),
  presses(PM, '記録する', /進め方の説明が少ない/, { 理由区分: cause, 内容: '進め方の説明が少ない' }),
  presses(PM, '聞き取りを書く', /聞き取り/),
  presses(PM, '記録する', /資料を先に見たい/, {
    市町村への聞き取り: '資料を先に見たい',
    派遣人材への聞き取り: '前の週に送る',
  }),
  presses(PM, '対応を書く', /対応/),
  presses(PM, '記録する', new RegExp(measure), { 対応: measure, 解決日: day, フォロー日: openDay(addDays(day, 28)) }),
];

const named = async ({ store }: World, email: string): Promise<string> => {
  const all = (await store.members.list(MEMBERS)).map(({ value }) => value);
  return all.find((member) => member.email === email)?.name ?? '';
};

/** 体制変更: who comes is approved before the day, taken into the roster, and sent to the same municipalities. */
export function replacement({ towns }: Plan, end: Day): readonly Scene[] {
  const theirs = towns.filter(({ expert }) => expert === REPLACED);
  const [first] = theirs;
  if (!first) return [];
  const staffing = async (world: World) => ({
    ...{ kind: 'expert', before: await named(world, REPLACED), after: SUCCESSOR.name, day: REPLACED_FROM },
    ...{ reason: '市町村の希望に沿うため', handover: '12月に同行する', career: '町の情報部門に12年' },
  });
  const newcomer = {
    ...{ name: SUCCESSOR.name, role: 'expert', municipalities: first.code, office: '派遣人材' },
    ...{ email: SUCCESSOR.email, chat: 'teams' },
  };
  const decided = (code: string) => async (world: World) => ({
    ...{
      municipality: code,
      expert: SUCCESSOR.name,
      from: REPLACED_FROM,
      until: end,
      planned: 6,
      agreed: '2024-11-28',
    },
    ...{ reason: '交代のため', themes: 'S1-3', after: await named(world, REPLACED) },
  });
  return [
    {
      ...{ day: '2024-11-06', part: '13:20', called: '体制変更' },
      lines: [asks(PM, 'change-staffing', staffing, /下書き/), presses(PM, '体制変更を提出する', /提出済み/)],
    },
    {
      ...{ day: '2024-11-28', part: '13:20', called: '名簿追加' },
      lines: [
        asks(PM, 'add-member', newcomer, /まだ変えていません/),
        presses(PM, 'はい、変える', /変えました/),
        says(PM, `誓約 ${SUCCESSOR.name} 11/27`, /まだ変えていません/),
        presses(PM, 'はい、変える', /変えました/),
      ],
    },
    {
      ...{ day: '2024-11-29', part: '13:20', called: '派遣決定' },
      lines: theirs.flatMap(({ code }) => [
        asks(PM, 'assign', decided(code), /まだ変えていません/),
        presses(PM, 'はい、変える', /変えました/),
      ]),
    },
  ];
}
