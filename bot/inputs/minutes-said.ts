import type { Day } from '../../programme/day.ts';
import { daySaid } from '../understand/amounts/days.ts';

/** What somebody took on, as a row of the minutes form. */
type ActionSaid = { readonly what: string; readonly who?: string; readonly by?: string };
export type MinutesWritten = {
  /** What stands before the first label: which meeting it was. */
  readonly head: string;
  readonly decisions?: string;
  readonly actions: readonly ActionSaid[];
};

const LABEL =
  /(?<decisions>決定事項|決まったこと|決定内容)(?:は|です)?[:：\s]\s*|(?<actions>宿題|アクション|TODO|やること)(?:は|です)?[:：]\s*/giu;
const NO_ACTIONS = /[。、\s]*宿題は?\s*(?:特に)?(?:ありません|なし|無し)(?:です|でした)?[。]?\s*$/u;
/** Between two of them, outside of brackets. */
const BETWEEN = /(?:[\n、,]|。)(?![^（(]*[）)])/u;
const WITH_WHOM = /^(?<what>.+?)\s*[（(](?<inside>[^（()）]*)[）)]。?$/u;
const UNTIL = /\s*(?:まで(?:に)?|期限)$/u;

/** 決定事項：… 宿題：…（山田、10/18まで）: apart, where somebody labelled them; undefined where nobody did. */
export function minutesWritten(said: string, today: Day): MinutesWritten | undefined {
  const text = said.normalize('NFC');
  const labels = [...text.matchAll(LABEL)];
  const [first] = labels;
  if (!first) return undefined;
  const parts = labels.map((label, at) => ({
    isDecisions: label.groups?.['decisions'] !== undefined,
    text: text.slice(label.index + label[0].length, labels[at + 1]?.index).trim(),
  }));
  const decisions = parts.filter(({ isDecisions }) => isDecisions).map((part) => decided(part.text));
  const actions = parts.filter(({ isDecisions }) => !isDecisions).flatMap((part) => actionsIn(part.text, today));
  const head = text.slice(0, first.index).trim();
  return { head, actions, ...(decisions.length > 0 && { decisions: decisions.join('\n') }) };
}

const decided = (text: string): string => text.replace(NO_ACTIONS, '').replace(/。$/, '').trim();

function actionsIn(text: string, today: Day): readonly ActionSaid[] {
  if (/^(?:特に)?(?:なし|無し|ありません)(?:です)?[。]?$/u.test(text)) return [];
  const lines = text.split(BETWEEN).map((line) => line.replace(/^[\s・-]+/u, '').trim());
  return lines.filter((line) => line !== '').map((line) => actionIn(line, today));
}

/** 様式の送付（井出、12/4まで）: what is left out is asked for. */
function actionIn(line: string, today: Day): ActionSaid {
  const { what = line, inside } = WITH_WHOM.exec(line)?.groups ?? {};
  const named = (inside ?? '').split(/[、,・\s]+/u).filter((part) => part !== '');
  const days = named.map((part) => daySaid(part.normalize('NFKC').replace(UNTIL, ''), today));
  const by = days.find((day) => day !== undefined);
  const who = named.find((_part, at) => days[at] === undefined)?.replace(/(?:さん|様|氏)$/u, '');
  return { what, ...(who !== undefined && { who }), ...(by !== undefined && { by }) };
}
