import { fullDate } from '../../programme/day.ts';
import { plainName, withoutFormer } from '../../programme/person-name.ts';
import { problem } from './fault.ts';
import { faultRepeats, type ReadSheets, rowKey, unsupportedCodes, unsupportedFault } from './judge.ts';

type RosterLine = ReadSheets['roster']['lines'][number];
type DispatchLine = ReadSheets['dispatch']['lines'][number];

/** The experts of 名簿 that are called so: by name, or by office and name. */
export function expertsCalled(said: string, lines: readonly RosterLine[]): readonly RosterLine[] {
  const experts = lines.filter(({ is }) => is.role === 'expert');
  const nameOf = ({ is }: RosterLine) => withoutFormer(is.name ?? '').name;
  const byName = experts.filter((line) => plainName(nameOf(line)) === plainName(said));
  if (byName.length > 0) return byName;
  return experts.filter((line) => plainName(`${line.is.office}${nameOf(line)}`) === plainName(said));
}

export function judgeDispatch(read: ReadSheets): void {
  const { dispatch } = read;
  const unsupported = unsupportedCodes(read);
  faultRepeats(dispatch, 'from', '市町村・派遣人材・開始日', 'どちらかの行を消してください', ({ is }) =>
    rowKey(is.municipality, is.expert, is.from),
  );
  for (const line of dispatch.lines) {
    if (unsupported.has(line.is.municipality))
      dispatch.fault(line, 'municipality', unsupportedFault(read, line.is.municipality));
    judgeExpert(read, line);
    judgeTerm(read, line);
  }
}

/** Left alone while 名簿 itself cannot be read. */
function judgeExpert({ dispatch, roster }: ReadSheets, line: DispatchLine): void {
  const { expert } = line.is;
  if (expert === undefined || !roster.isThere) return;
  const found = expertsCalled(expert, roster.lines);
  if (found.length === 1) return;
  const what =
    found.length === 0 ? `${expert}さんは「名簿」の派遣人材にいません` : `${expert}さんが${found.length}人います`;
  const remedy =
    found.length === 0 ? '「名簿」にある派遣人材の氏名を書いてください' : '「所属 氏名」の形で書いてください';
  dispatch.fault(line, 'expert', problem(what, remedy));
}

function judgeTerm({ dispatch, period }: ReadSheets, line: DispatchLine): void {
  const { from, until, municipality, expert } = line.is;
  if (from === undefined || until === undefined) return;
  if (until < from) {
    dispatch.fault(line, 'until', problem('終了日が開始日より前です', '開始日か、そのあとの日を書いてください'));
    return;
  }
  const overlap = dispatch.lines.find(
    ({ row, is }) =>
      row < line.row &&
      is.municipality === municipality &&
      is.expert === expert &&
      is.from !== undefined &&
      is.until !== undefined &&
      is.from <= until &&
      from <= is.until,
  );
  if (overlap && overlap.is.from !== from)
    dispatch.fault(
      line,
      'from',
      problem(`${overlap.row}行目の同じ方の期間と重なります`, '重ならない期間にするか、1行にまとめてください'),
    );
  if (!period) return;
  const within = `事業の期間（${fullDate(period.start)}〜${fullDate(period.end)}）の日付を書いてください`;
  if (from < period.start || from > period.end)
    dispatch.fault(line, 'from', problem(`${fullDate(from)}は事業の期間の外です`, within));
  if (until > period.end) dispatch.fault(line, 'until', problem(`${fullDate(until)}は事業の期間の外です`, within));
}
