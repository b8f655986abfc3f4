import { fiscalYearName } from '../day.ts';
import type { Provenance } from '../provenance.ts';
import { type ExportSheet, exportSheetOfParts, momentCell } from '../sheet.ts';
import type { EnteredFor } from './entered-for.ts';

/** One report ever made, also one that was taken back. */
type Report = Provenance & {
  readonly municipality: string;
  readonly fiscalYear: number;
  readonly id: string;
  readonly name: string | undefined;
  readonly number: number;
  readonly week?: string;
  readonly said: string;
  readonly value?: number | undefined;
  readonly numerator?: number | undefined;
  readonly denominator?: number | undefined;
  readonly evidence?: string | undefined;
  readonly note?: string | undefined;
  readonly reason?: string | undefined;
  readonly undone?: Provenance | undefined;
  readonly proxy?: EnteredFor | undefined;
};

/** The sheet in which the reports of everything that is reported stand together. */
export function historySheet<T>(reportsOf: (value: T) => readonly Report[]): ExportSheet<T> {
  return exportSheetOfParts<T, Report>('履歴', 'progress', reportsOf, {
    団体コード: ({ municipality }) => municipality,
    市町村名: ({ municipality }, { townName }) => townName(municipality),
    ID: ({ id }) => id,
    名称: ({ name }) => name,
    番号: ({ number }) => number,
    対象週: ({ week }) => week,
    報告: ({ said }) => said,
    値: ({ value }) => value,
    分子: ({ numerator }) => numerator,
    分母: ({ denominator }) => denominator,
    根拠: ({ evidence }) => evidence,
    備考: ({ note }) => note,
    訂正の理由: ({ reason }) => reason,
    報告日時: ({ at }) => momentCell(at),
    報告者: ({ by }, { nameOf }) => nameOf(by),
    代理入力: ({ proxy }, { nameOf }) =>
      proxy && (proxy.for === undefined ? '代理入力' : `代理入力（${nameOf(proxy.for)}）`),
    取消日時: ({ undone }) => momentCell(undone?.at),
    年度: ({ fiscalYear }) => fiscalYearName(fiscalYear),
  });
}
