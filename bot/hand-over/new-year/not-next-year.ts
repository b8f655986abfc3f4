import { fiscalYearName, shortMoment } from '../../../programme/day.ts';
import { closedYear, type Programme } from '../../../programme/programme.ts';

/** The workbook is not of the year that comes next. Nothing was written; what this says can be shown. */
export class NotNextYear extends Error {
  /** The change to this very year has been carried out before. */
  readonly isDone: boolean;

  constructor(said: number, programme: Programme | undefined) {
    super(programme ? sentenceOf(said, programme) : '事業がまだ取り込まれていません。');
    this.isDone = programme?.fiscalYear === said && closedYear(programme, said - 1) !== undefined;
  }
}

function sentenceOf(said: number, programme: Programme): string {
  const [year, now] = [fiscalYearName(said), fiscalYearName(programme.fiscalYear)];
  const next = fiscalYearName(programme.fiscalYear + 1);
  const closed = closedYear(programme, said - 1);
  if (said === programme.fiscalYear && closed)
    return `${year}への年度更新は ${shortMoment(new Date(closed.closedAt))} に済んでいます。何も変えていません。直した取込表は npm run bansou -- import で取り込んでください。`;
  const its = `取込表は${year}のもので、今の事業は${now}です。`;
  if (said === programme.fiscalYear)
    return `${its}年度更新に使うのは${next}の取込表です。${year}の取込表は npm run bansou -- import で取り込んでください。`;
  if (said < programme.fiscalYear)
    return `${its}前の年度には戻せません。${next}の取込表なら、「事業」シートの年度を直してください。`;
  return `${its}年度更新は1年度ずつです。先に${next}の取込表で行うか、「事業」シートの年度を直してください。`;
}
