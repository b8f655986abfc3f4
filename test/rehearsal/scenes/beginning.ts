import { PlanText, planTextNames } from '../../../programme/reports/whole-plan.ts';
import { PARTY, PM } from '../people.ts';
import { END, START } from '../programme.ts';
import { asks, presses, type Scene, says } from '../scene.ts';

const ORGANIZATION = {
  ...{ contractor: '伴走支援共同体', position: '部長', reach: '026-000-0001', career: '情報部門に10年' },
  ...{ experience: '県のDX支援', phone: '026-000-0000', hours: '平日 9:00-17:00', escalation: '窓口 → PM → 責任者' },
};

/** What the secretariat hands in when the contract begins, and the prefecture decides. */
export const beginning: readonly Scene[] = [
  {
    ...{ day: START, part: '13:20', called: '再委託' },
    lines: [
      asks(
        PM,
        'edit-subcontract',
        {
          ...{ party: PARTY, representative: '支援 太郎', address: '長野県松本市', work: '4町村への訪問' },
          ...{ reason: '人手が要るため', amount: 1_200_000, from: START, until: END },
          ...{ personalData: '無', safeguards: '契約書に同じ義務を定める', supervision: '月1回の報告' },
        },
        /再委託を提出する/,
      ),
      says(PM, '再委託提出', /県の承諾を求めて提出します/),
      presses(PM, 'はい、提出する', /提出済み・県の決定待ち/),
    ],
  },
  {
    ...{ day: '2024-08-16', part: '09:30', called: '体制表' },
    lines: [
      asks(PM, 'edit-organization', ORGANIZATION, /下書き/),
      presses(PM, '体制表を提出する', /この内容で県に提出します/),
      presses(PM, 'はい、提出する', /提出済み・県の決定待ち/),
    ],
  },
  {
    ...{ day: '2024-08-20', part: '13:20', called: '全体計画' },
    lines: [
      ...PlanText.options.map((section) =>
        asks(
          PM,
          'edit-whole-plan',
          { section, text: `${planTextNames[section]}は、仕様書のとおりとする。` },
          /保存しました|第1版/,
        ),
      ),
      says(PM, 'マイルストーン 中間報告書の提出 12/18', /保存しました/),
      says(PM, '全体計画提出', /県に提出しますか/),
      presses(PM, 'はい、提出する', /提出済み・県の決定待ち|県に提出しました/),
    ],
  },
];
