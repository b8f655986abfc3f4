import { INCIDENTS } from '../../../programme/approvals/incident.ts';
import { INQUIRIES } from '../../../programme/reports/inquiry.ts';
import { MEMBERS, PROGRAMME } from '../../../storage/collections.ts';
import { HANAKO, NEW_LEAD_IN, PM, PREFECTURE } from '../people.ts';
import { asks, presses, type Scene, says } from '../scene.ts';
import type { World } from '../world.ts';

const ASKED = '小海町の標準化の進み具合';
/** Said in the night of a Saturday, when every office is closed. */
export const ACCIDENT = {
  day: '2024-11-30',
  time: '22:30',
  said: '事故 申請書の写しを別の町へ誤送信しました',
} as const;

const openInquiry = async ({ store }: World) => {
  const all = (await store.inquiries.list(PROGRAMME, INQUIRIES)).map(({ value }) => value);
  return { inquiry: all.find(({ text }) => text.includes('標準化'))?.id };
};
const accident = async ({ store }: World) => ({ incident: (await store.incidents.list(INCIDENTS))[0]?.value.id });

/** The colleague of a municipality whose lead has another task from now on. */
async function colleague({ store }: World) {
  const all = (await store.members.list(MEMBERS)).map(({ value }) => value);
  const here = all.filter(({ role, municipalities }) => role === 'municipal' && municipalities.includes(NEW_LEAD_IN));
  return { municipality: NEW_LEAD_IN, member: here.find(({ lead }) => !lead)?.name };
}

/** What nobody has planned: a 臨時報告, what follows an accident, a leave, another lead. */
export const mishaps: readonly Scene[] = [
  {
    ...{ day: '2024-09-27', part: '16:20', called: '休み' },
    lines: [says(HANAKO, '休み 9/30-10/4', /休み/)],
  },
  {
    ...{ day: '2024-10-21', part: '09:30', called: '臨時報告を求める' },
    lines: [says(PREFECTURE, `臨時報告 ${ASKED} 10/25まで`, /臨時報告を求めました/)],
  },
  {
    ...{ day: '2024-10-21', part: '13:20', called: '臨時報告の受領' },
    lines: [asks(PM, 'receive-inquiry', openInquiry, /までに回答してください/)],
  },
  {
    ...{ day: '2024-10-23', part: '13:20', called: '臨時報告の回答' },
    lines: [
      asks(
        PM,
        'answer-inquiry',
        async (world) => ({ ...(await openInquiry(world)), answer: '移行は予定どおりです' }),
        /回答を記録しました/,
      ),
    ],
  },
  {
    ...{ day: '2024-10-24', part: '09:30', called: '臨時報告を終える' },
    lines: [asks(PREFECTURE, 'end-inquiry', openInquiry, /終えました/)],
  },
  {
    ...{ day: '2024-11-11', part: '16:20', called: '主担当の交代' },
    lines: [asks(PM, 'assign-lead', colleague, /まだ変えていません/), presses(PM, 'はい、変える', /変えました/)],
  },
  {
    ...{ day: '2024-12-03', part: '09:30', called: '事故のその後' },
    lines: [
      asks(
        PM,
        'complete-incident',
        async (world) => ({ ...(await accident(world)), cause: '宛先の確認もれ', prevention: '2人で宛先を確かめる' }),
        /./,
      ),
    ],
  },
];
