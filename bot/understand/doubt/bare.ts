import type { Command } from '../../command.ts';
import { inputsOf } from '../../inputs/fields.ts';
import type { Doubt } from '../../inputs/spoken.ts';
import type { Registry } from '../../registry.ts';
import type { Reading } from '../parts/reading.ts';
import type { Span } from '../parts/span.ts';

/** Nouns and verbs that make something else of the word before or behind them: 催促の結果, 復帰について, 共有版が届きました. */
const ELSE =
  /結果|日程|資料|確認|変更|提出|添付|りんく|url|時刻|時間|曜日|依頼|通知|状況|進捗|状態|段階|担当|内容|理由|方法|根拠|相談|忘れ|遅れ|届[いきけ]|について|に関して|見せ|見た[いく]|みせ|表示|閲覧|一覧|を(?:くだ|下)さい|が?(?:ほし|欲し)い(?:です)?[。!]?$/u;
const PAST = /(?:し?て(?:い|おり|あり)ます|しまし?た|ました|した|済み?(?:です|でした)?)[。!\s]*$/u;

/** Whether this command does something at once with nothing but its word. */
export function isDoneBare({ name, input, check }: Command, { writes }: Registry): boolean {
  if (!writes(name, {})) return false;
  const parsed = input.safeParse({});
  return parsed.success && (check?.(parsed.data) ?? []).length === 0;
}

type Said = {
  readonly reading: Reading;
  readonly wanted: readonly Command[];
  /** What stands beside what was read, folded. */
  readonly gaps: readonly string[];
};

/** What speaks against doing at once what only a word asked for: nothing else may be made of it. */
export function doubtOfBare(command: Command, { reading, wanted, gaps }: Said, registry: Registry): Doubt | undefined {
  const given = Object.keys(reading.input).filter((name) => name !== 'municipality');
  if (given.length > 0 || !isDoneBare(command, registry)) return undefined;
  const { lets = [], past } = command.spoken ?? {};
  const isOther = ({ name, spoken }: Command) =>
    name !== command.name && !lets.includes(name) && !(past && (spoken?.passing === true || registry.reports(name)));
  if ((!takesMeeting(command) && wanted.some(isOther)) || gaps.some((gap) => ELSE.test(gap))) return 'unread';
  return !past && PAST.test(gaps.at(-1) ?? '') ? 'several' : undefined;
}

/** Whether another command's word with の before this one's makes it something else: 会議の満足度. */
export function isOfOther({ name, spoken }: Command, spans: readonly Span[], folded: string): boolean {
  return spans.some((span, at) => {
    const before = spans[at - 1];
    if (span.kind !== 'intent' || span.command !== name || before?.kind !== 'intent' || before.command === name)
      return false;
    return !spoken?.lets?.includes(before.command) && !spoken?.past && folded.slice(before.to, span.from) === 'の';
  });
}

/** Who answers an invitation says of which meeting: 会議の出席. */
export const takesMeeting = (command: Command): boolean =>
  inputsOf(command).some(({ meta }) => meta.reads === 'meeting');
