import { fullDate } from '../day.ts';
import { currentPlan, gradeName, planEditionText, planGrade, type SimplePlan } from '../initiatives/simple-plan.ts';
import type { Municipality } from '../municipality.ts';
import { ofRecord } from './drawn-figure.ts';
import type { ReportBlock } from './figure.ts';

/** 簡易計画 of a municipality: how far it is, which 版 it is in, and when the last one was decided. */
export function simplePlanBlock({ code, name }: Municipality, plan: SimplePlan | undefined): ReportBlock {
  const heading = '簡易計画';
  if (!plan) return { heading, facts: [{ label: '状態', cell: '作成していません' }] };
  const { number, content } = currentPlan(plan);
  const decided = plan.versions.findLast((version) => version.content.decided !== undefined);
  const records = ofRecord('simplePlans', plan.id, { municipality: code, version: number });
  const grade = planGrade(content);
  const decision = decided?.content.decided;
  return {
    heading,
    facts: [
      {
        label: '状態',
        cell: {
          ...{ key: `plan/${code}`, what: `${name} 簡易計画の状態`, text: gradeName(grade), value: grade },
          ...{ records, rule: '書いた節・意見照会・庁内決定による' },
        },
      },
      { label: '版', cell: planEditionText(plan) },
      {
        label: '庁内決定日',
        cell:
          decided && decision
            ? {
                ...{ key: `plan-decided/${code}`, what: `${name} 簡易計画の庁内決定日` },
                text: `${fullDate(decision.on)} ${decision.at}（${planEditionText(plan, decided.number)}）`,
                records: ofRecord('simplePlans', plan.id, {
                  ...{ municipality: code, version: decided.number, day: decision.on },
                }),
              }
            : '未決定',
      },
    ],
  };
}
