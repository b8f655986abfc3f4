import { ask } from '../../programme/asks.ts';
import { fullDate, shortDate, shortMoment } from '../../programme/day.ts';
import {
  currentPlan,
  gradeName,
  PLAN_KPI,
  PlanSection,
  PlanSize,
  type PlanTexts,
  planEditionOf,
  planEditionText,
  planGrade,
  planSectionNames,
  planSizeNames,
  type SimplePlan,
  stillToWrite,
} from '../../programme/initiatives/simple-plan.ts';
import type { Municipality } from '../../programme/municipality.ts';
import { type Button, buttons, type Card, card, list, type Node, notice, offering, text } from '../card.ts';
import { excerpt } from '../excerpt.ts';
import { never } from '../understood.ts';
import { wordFile } from '../word-file.ts';
import { roadmapYears } from './roadmap.ts';

export type SimplePlanView = {
  readonly municipality: Municipality;
  readonly plan: SimplePlan;
  /** Every section as it stands: what was written, or the template. */
  readonly texts: PlanTexts;
  /** How many initiatives and KPIs its tables will have. */
  readonly initiatives: number;
  readonly kpis: number;
  /** What is reported of K1-01; absent where nothing is, `notSet` where it is no KPI of this municipality. */
  readonly reported: number | undefined | 'notSet';
  readonly mayWrite: boolean;
};

const SIZES: Readonly<Record<PlanSize, string>> = {
  small: 'いちばん短いひな形。ことばを少し直すだけで、庁議に出せます。',
  town: '標準のひな形。3つの柱で書きます。',
  city: '詳しいひな形。部局と議会への説明まで入ります。',
};

/** None yet: which template it is to begin with. */
export function noSimplePlanCard(municipality: Municipality, mayWrite: boolean): Card {
  const sentence = `${municipality.name}の簡易計画は、まだ作られていません。`;
  return offering(
    '簡易計画',
    sentence,
    notice('quiet', sentence),
    mayWrite
      ? [
          text('規模を選ぶと、ひな形と記録から下書きができます。', 'strong'),
          list(
            PlanSize.options.map((size) => ({
              title: planSizeNames[size],
              detail: SIZES[size],
              ask: ask('start-simple-plan', { municipality: municipality.code, size }),
            })),
          ),
        ]
      : text('市町村が作り始めると、ここで確認できます。', 'quiet'),
    buttons({ label: '工程表', ask: ask('show-initiatives', { municipality: municipality.code }) }),
  );
}

/** 簡易計画 at a glance: which grade of K1-01 it has reached, its sections, and what comes next. */
export function simplePlanCard(view: SimplePlanView, said: readonly Node[] = []): Card {
  const { municipality, plan } = view;
  const { content, at } = currentPlan(plan);
  const edition = planEditionText(plan);
  return offering(
    '簡易計画',
    `${municipality.name}の簡易計画 ${edition}: ${gradeName(planGrade(content))}`,
    said,
    text(`${municipality.name}　${edition}　${roadmapYears(plan.year)}`, 'strong'),
    standingNodes(view),
    list(sectionRows(view)),
    text(`表は記録から入ります: 取組${view.initiatives}件（工程表）、KPI${view.kpis}件`, 'quiet'),
    text(`ひな形: ${planSizeNames[content.size]}　${shortMoment(new Date(at))} 更新`, 'quiet'),
    buttons(...planButtons(view)),
  );
}

function standingNodes({ plan }: SimplePlanView): Node[] {
  const { content } = currentPlan(plan);
  const { decided, circulatedOn } = content;
  const grade = `${PLAN_KPI} の段階: ${gradeName(planGrade(content))}`;
  const left = stillToWrite(content).map((section) => planSectionNames[section]);
  return [
    notice(decided ? 'good' : 'quiet', grade),
    ...(decided ? [text(`庁内決定: ${fullDate(decided.on)}　${decided.at}`)] : []),
    ...(!decided && circulatedOn ? [text(`意見照会: ${shortDate(circulatedOn)}から`)] : []),
    ...(left.length > 0 ? [text(`素案までに、自分のことばで書くところ: ${left.join('、')}`)] : []),
  ];
}

const sectionRows = ({ municipality, plan, texts }: SimplePlanView) =>
  PlanSection.options.map((section) => {
    const { content } = currentPlan(plan);
    const isOwn = content.decided !== undefined || content.texts[section] !== undefined;
    return {
      title: planSectionNames[section],
      detail: `${isOwn ? '' : '（ひな形のまま）'}${excerpt(texts[section].replaceAll('\n', ' '), 34)}`,
      ask: ask('show-simple-plan', { municipality: municipality.code, section }),
    };
  });

function planButtons(view: SimplePlanView): Button[] {
  const {
    municipality: { code: municipality },
    plan,
    reported,
    mayWrite,
  } = view;
  const { content } = currentPlan(plan);
  const grade = planGrade(content);
  const isReported = reported === 'notSet' || reported === grade;
  return [
    ...(mayWrite && !isReported
      ? [
          {
            label: `${PLAN_KPI} を${grade}%で報告`,
            look: 'primary' as const,
            ask: ask('report-kpi', { municipality, kpi: PLAN_KPI, value: grade }),
          },
        ]
      : []),
    { label: '簡易計画 Word', ask: ask('simple-plan-file', { municipality }) },
    ...(mayWrite ? [{ label: '書く', ask: ask('edit-simple-plan', { municipality }) }] : []),
    ...(mayWrite && grade === 60
      ? [{ label: '意見照会に出した', ask: ask('circulate-simple-plan', { municipality }) }]
      : []),
    ...(mayWrite && grade >= 60 && !content.decided
      ? [{ label: '庁内決定を記録', ask: ask('decide-simple-plan', { municipality }) }]
      : []),
    { label: '工程表', ask: ask('show-initiatives', { municipality }) },
  ];
}

/** One section whole. */
export function planSectionCard(view: SimplePlanView, section: PlanSection, said: readonly Node[] = []): Card {
  const { municipality, plan, texts, mayWrite } = view;
  const { content, number } = currentPlan(plan);
  const isTemplate = content.decided === undefined && content.texts[section] === undefined;
  const of = { municipality: municipality.code };
  return card(
    planSectionNames[section],
    `${municipality.name}の簡易計画 ${planEditionText(plan)}: ${planSectionNames[section]}`,
    said,
    text(`${municipality.name}の簡易計画 ${planEditionText(plan)}`, 'quiet'),
    text(texts[section]),
    isTemplate ? text('ひな形のままです。', 'quiet') : [],
    buttons(
      ...(mayWrite ? [{ label: '書き直す', ask: ask('edit-simple-plan', { ...of, section, seen: number }) }] : []),
      { label: '簡易計画', ask: ask('show-simple-plan', of) },
    ),
  );
}

/** Which section is to be written. */
export function whichPlanSectionCard(view: SimplePlanView): Card {
  const { municipality, plan } = view;
  const { number: seen } = currentPlan(plan);
  const question = '簡易計画のどこを書きますか。';
  return offering(
    '簡易計画を書く',
    question,
    text(question, 'strong'),
    text(municipality.name, 'quiet'),
    list(
      sectionRows(view).map((row, at) => ({
        ...row,
        ask: ask('edit-simple-plan', { municipality: municipality.code, section: PlanSection.options[at], seen }),
      })),
    ),
    buttons({ label: '簡易計画', ask: ask('show-simple-plan', { municipality: municipality.code }) }, never),
  );
}

/** The decision about a plan, before it is recorded. */
export function confirmPlanDecision(
  view: SimplePlanView,
  decision: { readonly day: string; readonly council: string },
): Card {
  const { municipality, plan } = view;
  const { number } = currentPlan(plan);
  const { edition } = planEditionOf(plan, number);
  const question = `簡易計画 第${edition}版の庁内決定を記録しますか。まだ記録していません。`;
  return offering(
    '簡易計画の庁内決定',
    `${municipality.name}　${question}`,
    text(question, 'strong'),
    text(`${municipality.name}　${fullDate(decision.day)}　${decision.council}`),
    text(`今の文章が第${edition}版として残ります。あとで書き直すと、次の版の案になります。`, 'quiet'),
    buttons(
      {
        ...{ label: 'はい、記録する', look: 'primary' },
        ask: ask('decide-simple-plan', {
          municipality: municipality.code,
          day: decision.day,
          title: decision.council,
          meant: String(number),
        }),
      },
      { label: '簡易計画', ask: ask('show-simple-plan', { municipality: municipality.code }) },
      never,
    ),
  );
}

export function simplePlanFileCard(
  view: Pick<SimplePlanView, 'municipality' | 'plan'>,
  version: number,
  content: Uint8Array,
): Card {
  const {
    municipality: { name, code },
    plan,
  } = view;
  const edition = planEditionText(plan, version);
  return card(
    '簡易計画 Word',
    `${name}の簡易計画 ${edition}をWordでお渡しします。`,
    text(`${name}の簡易計画 ${edition}`, 'strong'),
    notice('quiet', 'Wordで開いて、整えて使えます。表は今の工程表とKPIです。'),
    wordFile(`簡易計画 ${name} ${edition}`, content, ask('simple-plan-file', { municipality: code, version })),
    buttons({ label: '簡易計画', ask: ask('show-simple-plan', { municipality: code }) }),
  );
}
