import { current, dateSaid, type Exported, summed, type Undoable } from './exported.ts';

type Meeting = {
  readonly id: string;
  readonly title: string;
  readonly kind: string;
  readonly day: string;
  readonly end: string;
  readonly status?: string;
};
type Minutes = { readonly meeting: string; readonly versions: readonly (Undoable & { readonly decisions: string })[] };
type Consent = {
  readonly askings: readonly { readonly due: string }[];
  readonly answers?: readonly { readonly asking: number; readonly verdict: string }[];
  readonly withdrawals?: readonly { readonly asking: number }[];
  readonly until?: string;
};
type Content = {
  readonly initialCost?: number;
  readonly runningCost?: number;
  readonly fundings: readonly string[];
  readonly decidedOn?: string;
  readonly name: string;
};
type Initiative = {
  readonly id: string;
  readonly municipality: string;
  readonly year: number;
  readonly removed?: unknown;
  readonly versions: readonly { readonly content: Content }[];
};
type FundingRecord = {
  readonly fiscalYear: number;
  readonly uses: readonly { readonly versions: readonly { readonly state: string }[] }[];
  readonly talks: readonly unknown[];
};
type Training = {
  readonly fiscalYear: number;
  readonly removed?: unknown;
  readonly versions: readonly {
    readonly content: { readonly level: string; readonly planned: number; readonly done?: number };
  }[];
};
type Plan = {
  readonly municipality: string;
  readonly versions: readonly {
    readonly content: {
      readonly size: string;
      readonly texts: Readonly<Record<string, string>>;
      readonly circulatedOn?: string;
      readonly decided?: unknown;
    };
  }[];
};

const KINDS = { progress: '進捗状況確認会議', working: '打合せ', training: '研修', other: 'その他' };
const STATES = {
  ...{ considering: '検討', negotiating: '協議中', applied: '申請済', granted: '採択', rejected: '不採択' },
  ...{ reckoned: '算入・交付', dropped: '見送り' },
};
const LEVELS = {
  ...{ executive: '首長・幹部', manager: '管理職', middle: '中堅職員', staff: '一般職員' },
  ...{ leader: 'DX推進リーダー', specialist: 'DX担当職員' },
};

/** 会議: what was held, and how many decisions its minutes have. @param now a moment in Japan, 2027-03-12T10:00 */
export function meetings(of: Exported, now: string): void {
  const { start, end } = of.programme;
  const held = of
    .read<Meeting>('meetings')
    .filter(({ kind, status, day }) => kind !== 'visit' && status !== 'cancelled' && day >= start && day <= end)
    .filter((each) => `${each.day}T${each.end}` <= now);
  for (const [kind, name] of Object.entries(KINDS)) {
    const own = held.filter((each) => each.kind === kind);
    if (own.length > 0) of.say(`${name}の回数`, own.length);
  }
  for (const { meeting, versions } of of.read<Minutes>('minutes')) {
    const own = held.find(({ id }) => id === meeting);
    const decisions = current(versions)?.decisions;
    if (!own || decisions === undefined) continue;
    const lines = decisions.split('\n').filter((line) => line.replace(/^[\s　・･\-*]+/, '').trim() !== '');
    of.say(`${dateSaid(own.day)} ${own.title} 決定事項`, lines.length);
  }
}

/** 承諾: asked for, and given on the last day. */
export function consents(of: Exported, day: string): void {
  const all = of.read<Consent>('consents');
  const given = all.filter(({ askings, answers = [], withdrawals = [], until }) => {
    const last = (each: { readonly asking: number }) => each.asking === askings.length;
    const isOver = until !== undefined && until < day;
    return !isOver && !withdrawals.some(last) && answers.findLast(last)?.verdict === 'approve';
  });
  of.say('承諾の依頼', all.length);
  of.say('承諾のあるもの', given.length);
}

/** 工程表, 財源, 人材 and 簡易計画. */
export function resources(of: Exported): void {
  const open = of
    .read<Initiative>('initiatives')
    .filter(({ year, removed }) => year === of.fiscalYear + 1 && removed === undefined)
    .map(({ versions, ...each }) => ({ ...each, content: versions.at(-1)?.content ?? { fundings: [], name: '' } }));
  const cost = (of_: 'initialCost' | 'runningCost') => open.flatMap(({ content }) => content[of_] ?? []);
  of.say('工程表の取組', open.length);
  of.say('庁内決定日のある取組', open.filter(({ content }) => content.decidedOn !== undefined).length);
  of.say('財源の候補のある取組', open.filter(({ content }) => content.fundings.length > 0).length);
  if (cost('initialCost').length > 0) of.say('初期費用の合計', summed(cost('initialCost')));
  if (cost('runningCost').length > 0) of.say('経常費用の合計', summed(cost('runningCost')));
  for (const funding of new Set(open.flatMap(({ content }) => content.fundings))) {
    const own = open.filter(({ content }) => content.fundings.includes(funding));
    of.say(`${funding} を候補とする取組`, own.length);
    of.say(`${funding} を候補とする団体`, new Set(own.map(({ municipality }) => municipality)).size);
  }
  const names = new Map(of.towns.map(({ code, name }) => [code, name]));
  const reported = of.towns.filter(({ supported }) => supported).map(({ code }) => code);
  for (const { municipality, content } of open.filter((each) => reported.includes(each.municipality))) {
    const what = `${names.get(municipality)} ${content.name}`;
    if (content.initialCost !== undefined) of.say(`${what} 初期費用`, content.initialCost);
    if (content.runningCost !== undefined) of.say(`${what} 経常費用`, content.runningCost);
  }
  money(of);
  plans(of, names, reported);
}

function money(of: Exported): void {
  const records = of.read<FundingRecord>('fundingRecords').filter(({ fiscalYear }) => fiscalYear === of.fiscalYear);
  const states = records.flatMap(({ uses }) => uses.flatMap(({ versions }) => versions.at(-1)?.state ?? []));
  for (const [state, name] of Object.entries(STATES)) {
    const own = states.filter((each) => each === state);
    if (own.length > 0) of.say(`財源が「${name}」の取組`, own.length);
  }
  const talks = summed(records.map((record) => record.talks.length));
  if (talks > 0) of.say('財源についての県との協議', talks);
  const trainings = of
    .read<Training>('trainings')
    .filter(({ fiscalYear, removed }) => fiscalYear === of.fiscalYear && removed === undefined)
    .flatMap(({ versions }) => versions.at(-1)?.content ?? []);
  for (const [level, name] of Object.entries(LEVELS)) {
    const own = trainings.filter((each) => each.level === level);
    if (own.length === 0) continue;
    of.say(`${name} 研修の計画人数`, summed(own.map(({ planned }) => planned)));
    const done = own.flatMap((each) => each.done ?? []);
    if (done.length > 0) of.say(`${name} 研修の実績人数`, summed(done));
  }
  const talents = of.read<Omit<Training, 'versions'>>('talentProfiles');
  of.say(
    '外部人材の要件書',
    talents.filter(({ fiscalYear, removed }) => fiscalYear === of.fiscalYear && removed === undefined).length,
  );
}

/** What a municipality of each size has to write itself before its plan is a 素案. */
const OWN_WORDS: Readonly<Record<string, readonly string[]>> = {
  small: ['current', 'vision'],
  town: ['current', 'vision', 'policies'],
  city: ['current', 'vision', 'policies', 'structure'],
};

function plans(of: Exported, names: ReadonlyMap<string, string>, reported: readonly string[]): void {
  for (const { municipality, versions } of of.read<Plan>('simplePlans')) {
    const content = versions.at(-1)?.content;
    if (content && reported.includes(municipality))
      of.say(`${names.get(municipality)} 簡易計画の状態`, gradeOf(content));
  }
}

function gradeOf({ size, texts, circulatedOn, decided }: Plan['versions'][number]['content']): number {
  if (decided) return 100;
  if (circulatedOn) return 80;
  if ((OWN_WORDS[size] ?? []).every((section) => texts[section])) return 60;
  return texts['current'] ? 40 : 20;
}
