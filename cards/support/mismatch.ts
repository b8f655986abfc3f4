import { ask, asks, type Given } from '../../programme/asks.ts';
import { channels } from '../../programme/channel.ts';
import { type Day, fullDate, shortMoment } from '../../programme/day.ts';
import { metasOf } from '../../programme/input-meta.ts';
import { type Mismatch, mismatchCategoryNames, mismatchMeasureNames } from '../../programme/support/mismatch.ts';
import { contentOf, type MismatchCase, type MismatchContent } from '../../programme/support/mismatch-case.ts';
import { buttons, type Card, card, type Field, facts, type Node, notice, text } from '../card.ts';
import { dueNotice, type MismatchLine, reportedSaid } from './mismatches.ts';

export type MismatchPart = 'story' | 'hearing' | 'measure';
type Version = Mismatch['versions'][number];

export type MismatchView = {
  readonly line: MismatchLine;
  readonly hearingDays?: number | undefined;
  readonly nameOf: (member: string) => string;
  /** What was just written stands above it. */
  readonly written?: boolean;
};

const because = {
  'low-twice': '満足度3以下が2回続いたため',
  replace: '「交代を希望」の回答があったため',
} as const;

/** Everything of one case, with who wrote what and when. For 1:1 chats with the secretariat only. */
export function mismatchCard({ line, hearingDays, nameOf, written }: MismatchView): Card {
  const { one, town, expert } = line;
  const now = contentOf(one);
  const wrote = (what: MismatchPart, label: string) => ({ label, ask: writes(one, what) });
  return card(
    'ミスマッチ',
    `${town}　${expert}さん`,
    written ? notice('good', '記録しました。') : [],
    text(`${town}　${expert}さん`, 'strong'),
    dueNotice(line),
    facts(
      ['申出日・申出者区分', reportedSaid(one)],
      ...(one.because ? [['きっかけ', because[one.because]] as const] : []),
      ...contentFacts(now),
      ...(hearingDays === undefined ? [] : [['聞き取りまでの開庁日数', `${hearingDays}日`] as const]),
    ),
    versionNodes(one.kept?.versions ?? [], nameOf),
    buttons(
      wrote('story', '内容を書く'),
      wrote('hearing', '聞き取りを書く'),
      wrote('measure', '対応を書く'),
      ...(now.measure === 'replacement' && now.resolvedOn === undefined ? [successor(one)] : []),
      { label: '一覧に戻る', ask: ask('show-mismatch') },
    ),
  );
}

const writes = (one: MismatchCase, part: MismatchPart) =>
  ask('record-mismatch', { mismatch: one.id, part, seen: one.kept?.versions.length ?? 0 });

/** 交代: who comes instead is decided like every 派遣. */
const successor = ({ municipality, expert }: MismatchCase) => ({
  label: '後任を決める',
  ask: ask('assign', { municipality, after: expert }),
});

function contentFacts(content: MismatchContent): readonly (readonly [string, string])[] {
  const { category, detail, heard, heardOn, measure, resolvedOn, followUpOn } = content;
  const day = (of: Day | undefined) => of && fullDate(of);
  const all: readonly (readonly [string, string | undefined])[] = [
    ['理由区分', category && mismatchCategoryNames[category]],
    ['内容', detail],
    ['市町村への聞き取り', heard?.municipality],
    ['派遣人材への聞き取り', heard?.expert],
    ['聞き取りを終えた日', day(heardOn)],
    ['対応', measure && mismatchMeasureNames[measure]],
    ['解決日', day(resolvedOn)],
    ['フォロー日', day(followUpOn)],
  ];
  return all.flatMap(([label, value]) => (value === undefined ? [] : [[label, value] as const]));
}

/** The last ones, newest first. */
const VERSIONS = 5;
function versionNodes(versions: readonly Version[], nameOf: (member: string) => string): Node[] {
  const said = ({ at, by, via }: Version) => {
    const chat = Object.entries(channels).find(([name]) => name === via)?.[1].called ?? via;
    return `${shortMoment(new Date(at))} ${nameOf(by)}（${chat}）`;
  };
  const last = versions.slice(-VERSIONS).toReversed();
  if (last.length === 0) return [text('まだだれも書いていません。', 'quiet')];
  return [text(`書いた人: ${last.map(said).join('、')}`, 'quiet')];
}

export type MismatchForm = {
  readonly line: Pick<MismatchLine, 'one' | 'town' | 'expert'>;
  readonly part: MismatchPart;
  /** A case that is opened by hand is not there yet. */
  readonly isNew: boolean;
  readonly given: Given<'record-mismatch'>;
  readonly errors: ReadonlyMap<string, string>;
  /** What a colleague has written since the form was opened. */
  readonly newer?: { readonly version: Version; readonly by: string } | undefined;
};

const titles: Readonly<Record<MismatchPart, string>> = {
  story: '申出',
  hearing: '双方の話',
  measure: '次にすること',
};

/** One part of a case to be written. */
export function mismatchFormCard({ line, part, isNew, given, errors, newer }: MismatchForm): Card {
  const { one, town, expert } = line;
  const of: Given<'record-mismatch'> = isNew
    ? { municipality: one.municipality, expert: one.expert, part }
    : { mismatch: one.id, part, seen: one.kept?.versions.length ?? 0 };
  const wrong = [...errors.values()];
  return card(
    `ミスマッチ ${titles[part]}`,
    `${town}　${expert}さん: ${titles[part]}を書きます。`,
    text(`${town}　${expert}さん`, 'strong'),
    newer ? newerNodes(newer) : [],
    wrong.length > 0 ? notice('attention', wrong.join('\n')) : [],
    {
      kind: 'form',
      parts: [{ intro: [], fields: fieldsOf(part, isNew, { ...writtenIn(one), ...given }, errors) }],
      submit: '記録する',
      ask: ask('record-mismatch', of),
    },
  );
}

/** What would be written over stands above what was typed. */
function newerNodes({ version, by }: NonNullable<MismatchForm['newer']>): Node[] {
  const { by: _by, at, via: _via, ask: _ask, ...content } = version;
  return [
    notice(
      'attention',
      `${shortMoment(new Date(at))} に${by}が先に書きました。まだ記録していません。合わせてから、もう一度記録してください。`,
    ),
    facts(...contentFacts(content)),
  ];
}

function writtenIn(one: MismatchCase): Given<'record-mismatch'> {
  const { category, heard, by: _by, ...rest } = { by: undefined, ...contentOf(one) };
  return {
    ...{ detail: rest.detail, heardOn: rest.heardOn, measure: rest.measure },
    ...{ resolvedOn: rest.resolvedOn, followUpOn: rest.followUpOn },
    ...{ cause: category, heardMunicipality: heard?.municipality, heardExpert: heard?.expert },
  };
}

type Named =
  | 'party'
  | 'cause'
  | 'detail'
  | 'heardMunicipality'
  | 'heardExpert'
  | 'heardOn'
  | 'measure'
  | 'resolvedOn'
  | 'followUpOn';
const fieldNames: Readonly<Record<MismatchPart, readonly Named[]>> = {
  story: ['cause', 'detail'],
  hearing: ['heardMunicipality', 'heardExpert', 'heardOn'],
  measure: ['measure', 'resolvedOn', 'followUpOn'],
};
const hints: Partial<Record<Named, string>> = { heardOn: '空なら、双方を書いた日', followUpOn: '空でも構いません' };

function fieldsOf(
  part: MismatchPart,
  isNew: boolean,
  values: Given<'record-mismatch'>,
  errors: MismatchForm['errors'],
): readonly Field[] {
  const names: readonly Named[] = isNew ? ['party', ...fieldNames[part]] : fieldNames[part];
  const metas = new Map(metasOf(asks['record-mismatch']).map((each) => [each.name, each.meta]));
  return names.map((name): Field => {
    const { title = name, choices, maxLength } = metas.get(name) ?? {};
    const required = name === 'party' || name === 'detail' || name === 'measure';
    const base = { name, label: title, required, value: values[name], hint: hints[name], error: errors.get(name) };
    if (choices) return { ...base, type: 'choice', choices };
    return maxLength ? { ...base, type: 'text', maxLength, lines: 'many' } : { ...base, type: 'date' };
  });
}

/** Who of several the complaint is about. */
export function whoseMismatchCard(
  town: { readonly code: string; readonly name: string },
  experts: readonly { readonly id: string; readonly name: string }[],
  given: Given<'record-mismatch'>,
): Card {
  const question = experts.length === 0 ? `${town.name}を担当した派遣人材はいません。` : 'どの方についての申出ですか。';
  return card(
    'ミスマッチ',
    question,
    text(question, 'strong'),
    buttons(
      ...experts.map(({ id, name }) => ({
        label: `${name}さん`,
        ask: ask('record-mismatch', { ...given, municipality: town.code, expert: id }),
      })),
      { label: '一覧に戻る', ask: ask('show-mismatch') },
    ),
  );
}
