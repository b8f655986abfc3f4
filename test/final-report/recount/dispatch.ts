import { current, type Exported, rateSaid, summed, type Undoable } from './exported.ts';

type Visit = {
  readonly id: string;
  readonly municipality: string;
  readonly versions: readonly (Undoable & {
    readonly number: number;
    readonly content: { readonly day: string; readonly start: string; readonly end: string; readonly mode: string };
  })[];
  readonly answers?: readonly (Undoable & { readonly version: number; readonly verdict: string })[];
};
type Assignment = {
  readonly municipality: string;
  readonly active?: boolean;
  readonly after?: string;
  readonly versions: readonly { readonly from: string; readonly planned?: number }[];
};
type Rating = {
  readonly municipality: string;
  readonly visit: string;
  readonly versions: readonly (Undoable & { readonly score: number })[];
};

const clock = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/** 派遣実績, and the KPIs of the programme that follow from it. */
export function dispatch(of: Exported): void {
  const counting = of.read<Visit>('visitRecords').flatMap((record) => {
    const version = current(record.versions);
    return version && of.isOfYear(version.content.day) ? [{ record, version }] : [];
  });
  const each = of.towns.map(({ code, name }) => {
    const own = counting.filter(({ record }) => record.municipality === code);
    const days = new Set(own.map(({ version }) => version.content.day)).size;
    const minutes = summed(own.map(({ version: { content } }) => clock(content.end) - clock(content.start)));
    const inPerson = own.filter(({ version }) => version.content.mode === 'in-person').length;
    const open = own.filter(({ record, version }) => {
      const answers = (record.answers ?? []).filter((answer) => answer.version === version.number);
      return current(answers)?.verdict !== 'confirmed';
    }).length;
    if (own.length > 0) {
      of.say(`${name} 訪問の回数`, own.length);
      of.say(`${name} 訪問の日数`, days);
      of.say(`${name} 訪問の時間`, minutes);
      of.say(`${name} 対面率`, inPerson, rateSaid(inPerson, own.length));
      of.say(`${name} 市町村の確認のない訪問`, open);
    }
    return { code, visits: own.length, days, minutes, inPerson };
  });
  const visits = summed(each.map((town) => town.visits));
  const inPerson = summed(each.map((town) => town.inPerson));
  of.say('派遣の回数', visits);
  of.say('派遣の日数', summed(each.map((town) => town.days)));
  of.say('派遣の時間', summed(each.map((town) => town.minutes)));
  of.say('派遣の記録のある団体', each.filter((town) => town.visits > 0).length);
  if (visits > 0) {
    of.say('対面率', inPerson, rateSaid(inPerson, visits));
    of.say('KP-01 派遣実施回数・対面率', inPerson, `（${inPerson}/${visits}）`);
  }
  plans(of, each);
  satisfaction(of, new Map(counting.map(({ record }) => [record.id, record.municipality])));
}

/** 計画日数 of what began in the year, and 交代. */
function plans(of: Exported, each: readonly { readonly code: string; readonly days: number }[]): void {
  const begun = of.read<Assignment>('assignments').filter(({ active, versions }) => {
    const from = versions.at(-1)?.from;
    return active !== false && from !== undefined && of.isOfYear(from);
  });
  of.say('派遣人材の交代（市町村ごと）', begun.filter(({ after }) => after !== undefined).length);
  let [days, planned] = [0, 0];
  for (const town of each) {
    const own = begun
      .filter(({ municipality }) => municipality === town.code)
      .flatMap(({ versions }) => versions.at(-1)?.planned ?? []);
    if (own.length === 0) continue;
    days += town.days;
    planned += summed(own);
  }
  if (planned === 0) return;
  of.say('計画日数に対する日数', days, rateSaid(days, planned, '日'));
  of.say('KP-02 支援計画消化率', days, `（${days}/${planned}）`);
}

/** 満足度, where at least three municipalities have said one. */
function satisfaction(of: Exported, counting: ReadonlyMap<string, string>): void {
  const said = of.read<Rating>('ratings').flatMap(({ visit, municipality, versions }) => {
    const score = current(versions)?.score;
    return counting.has(visit) && score !== undefined ? [{ municipality, score }] : [];
  });
  if (new Set(said.map(({ municipality }) => municipality)).size < 3) return;
  of.say('KP-03 支援満足度', summed(said.map(({ score }) => score)));
}
