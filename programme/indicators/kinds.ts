import { fiscalYearName } from '../day.ts';
import { defineKind, inMunicipality, inOne, ofNoYear, PROGRAMME, wholly } from '../kind.ts';
import { answerKindOf, IndicatorTerms, indicatorName, indicatorTermsId } from '../national-indicator.ts';
import { exportSheet, exportSheetOfParts, momentCell } from '../sheet.ts';
import { figureText, NationalFigure, nationalFigureId } from './national-figure.ts';

export const indicatorTerms = defineKind({
  name: 'indicatorTerms',
  called: '全国指標の定義',
  container: 'state',
  schema: IndicatorTerms,
  ...inOne(PROGRAMME),
  id: ({ indicator, year }) => indicatorTermsId(indicator, year),
  belongsTo: () => undefined,
  ofYear: ofNoYear,
  keptFor: { always: 'it is what is published of an indicator, and of nobody' },
  exported: {
    as: 'sheets',
    sheets: [
      exportSheet<IndicatorTerms>('全国指標の定義', 'progress', {
        指標ID: ({ indicator }) => indicator,
        調査の年度: ({ year }) => fiscalYearName(year),
        指標名: ({ name }) => name,
        同じことを数えるKPI: ({ kpis }) => kpis.join('、'),
        似たKPI: ({ near }) => near.join('、'),
        定義: ({ definition }) => definition,
        分母: ({ denominator }) => denominator,
        調査: ({ survey }) => survey,
        調査時点: ({ surveyedOn }) => surveyedOn,
        出典: ({ source }) => source,
        URL: ({ url }) => url,
        表の見出し: ({ headings }) => headings.join('、'),
        備考: ({ note }) => note,
        確認日: ({ checkedOn }) => checkedOn,
        確認した人: ({ checkedBy }, { nameOf }) => checkedBy && nameOf(checkedBy),
      }),
    ],
  },
  takenBack: { never: 'the change of settings that made it is taken back' },
  audited: true,
  ofTheChat: [],
});

export const nationalFigures = defineKind({
  name: 'nationalFigures',
  called: '全国指標の値',
  container: 'state',
  schema: NationalFigure,
  ...inMunicipality,
  id: nationalFigureId,
  belongsTo: (figure, { code }) => wholly(figure, figure.municipality === code),
  ofYear: ofNoYear,
  keptFor: { always: 'it is what is published of a municipality, and of no person' },
  exported: {
    as: 'sheets',
    sheets: [
      exportSheetOfParts(
        '全国指標（公表値）',
        'progress',
        (figure: NationalFigure) =>
          figure.versions.map((version, at) => ({
            figure,
            version,
            number: at + 1,
            answer: answerKindOf(figure.indicator),
          })),
        {
          団体コード: ({ figure }) => figure.municipality,
          市町村: ({ figure }, { townName }) => townName(figure.municipality),
          全国指標: ({ figure }) => indicatorName(figure.indicator),
          調査時点: ({ figure }) => figure.surveyedOn,
          版: ({ number }) => number,
          公表値: ({ version, answer }) => figureText(answer, version.reading),
          値: ({ version }) => version.reading.value,
          分子: ({ version }) => version.reading.numerator,
          分母: ({ version }) => version.reading.denominator,
          出典の版: ({ version }) => version.edition,
          取込日時: ({ version }) => momentCell(version.at),
          取り込んだ人: ({ version }) => version.importedBy ?? '運用の操作',
        },
      ),
    ],
  },
  takenBack: { never: 'a later table replaces it, and what stood there before stays on record' },
  audited: true,
  ofTheChat: [],
});
