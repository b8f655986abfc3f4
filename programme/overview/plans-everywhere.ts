import type { Day } from '../day.ts';
import { currentInitiative, type Initiative } from '../initiatives/initiative.ts';
import { currentPlan, gradeName, planEditionText, planGrade, type SimplePlan } from '../initiatives/simple-plan.ts';
import type { Municipality } from '../municipality.ts';

/** Where a municipality is with its 工程表 and its 簡易計画. */
export type TownPlans = {
  readonly municipality: Municipality;
  readonly roadmap: {
    /** Its first year. */
    readonly year: number;
    readonly initiatives: number;
    /** How many of them have a 庁内決定日, and the last of these days. */
    readonly decided: number;
    readonly decidedOn: Day | undefined;
  };
  /** Absent where none was begun. */
  readonly plan:
    | {
        /** 第1版（案） */
        readonly edition: string;
        /** 60%（素案） */
        readonly grade: string;
        /** Of the edition that was decided last, which may be an earlier one than the one that is being written. */
        readonly decided: { readonly on: Day; readonly at: string } | undefined;
        readonly isDraft: boolean;
      }
    | undefined;
};

type Records = {
  readonly municipality: Municipality;
  readonly year: number;
  readonly open: readonly Initiative[];
  readonly plan: SimplePlan | undefined;
};

export function townPlans({ municipality, year, open, plan }: Records): TownPlans {
  const days = open.flatMap((one) => currentInitiative(one).content.decidedOn ?? []).toSorted();
  return {
    municipality,
    roadmap: { year, initiatives: open.length, decided: days.length, decidedOn: days.at(-1) },
    plan: plan && {
      edition: planEditionText(plan),
      grade: gradeName(planGrade(currentPlan(plan).content)),
      decided: plan.versions.findLast(({ content }) => content.decided)?.content.decided,
      isDraft: currentPlan(plan).content.decided === undefined,
    },
  };
}

/** How many municipalities are how far; none is counted twice. */
export function countedPlans(all: readonly TownPlans[]) {
  const count = (is: (town: TownPlans) => boolean) => all.filter(is).length;
  return {
    roadmaps: {
      decided: count(({ roadmap: { initiatives, decided } }) => initiatives > 0 && decided === initiatives),
      partly: count(({ roadmap: { initiatives, decided } }) => decided > 0 && decided < initiatives),
      undecided: count(({ roadmap: { initiatives, decided } }) => initiatives > 0 && decided === 0),
      none: count(({ roadmap: { initiatives } }) => initiatives === 0),
    },
    plans: {
      decided: count(({ plan }) => plan?.decided !== undefined),
      begun: count(({ plan }) => plan !== undefined && plan.decided === undefined),
      none: count(({ plan }) => plan === undefined),
    },
  };
}
