import { ask } from '../../programme/asks.ts';
import { type Day, fullDate, shortDate } from '../../programme/day.ts';
import { finalStages } from '../../programme/final-report/final-days.ts';
import { type DeliveredFile, type FinalDelivery, inspectionNames } from '../../programme/final-report/final-report.ts';
import {
  type FinalSection,
  finalSectionNames,
  isOfTown,
  sectionTitle,
  textKey,
} from '../../programme/final-report/final-section.ts';
import type { Municipality } from '../../programme/municipality.ts';
import { buttons, type Card, card, facts, list, type Node, notice, offering, text } from '../card.ts';
import { chooseMunicipality } from '../choose-municipality.ts';
import { sectionForm } from '../reports/monthly-steps.ts';
import { never } from '../understood.ts';
import { wordFile } from '../word-file.ts';
import type { FinalView } from './final-report.ts';

/** Which section is to be written. */
export function whichFinalSectionCard({ year, title, texts }: FinalView, kept: string | undefined): Card {
  const carried = kept === undefined ? {} : { text: kept };
  return offering(
    '業務報告書編集',
    `${title}のどの章を書きますか。`,
    text(title, 'strong'),
    text('どの章を書きますか。'),
    list(
      (Object.keys(finalSectionNames) as FinalSection[]).map((section) => ({
        title: finalSectionNames[section],
        detail: isOfTown(section)
          ? '市町村ごと'
          : texts[section] === undefined
            ? 'まだ書いていません'
            : '書いてあります',
        ask: ask('edit-final-report', { year, section, ...carried }),
      })),
    ),
  );
}

/** Whose section of the municipalities is to be written. */
export const whoseFinalTextCard = ({ year, towns }: FinalView, section: FinalSection, kept: string | undefined): Card =>
  chooseMunicipality(
    ask('edit-final-report', { year, section, ...(kept === undefined ? {} : { text: kept }) }),
    `業務報告書編集 ${finalSectionNames[section]}`,
    towns,
    { goesOn: true },
  );

type Filling = {
  readonly section: FinalSection;
  readonly town: Municipality | undefined;
  readonly seen: number;
  readonly value: string | undefined;
  readonly problem: string | undefined;
};

/** A section to be written, beginning with what stands in it or with what the records say. */
export function finalTextForm(view: FinalView, { section, town, seen, value, problem }: Filling): Card {
  const { year, title, texts, drafted } = view;
  const key = textKey(section, town?.code);
  const called = sectionTitle(section, town?.name);
  const known = texts[key];
  const start = known ?? drafted(key);
  return card(
    '業務報告書編集',
    `${title} ${called}の本文を入力してください。`,
    text(`${title}　${called}`, 'strong'),
    start === ''
      ? []
      : [
          text(known === undefined ? '記録から作った下書き' : '今の本文', 'heading'),
          ...start.split('\n').map((line) => text(line)),
        ],
    text(
      '数字は各章の表に自動で入ります。ここには、まとめや理由を書きます。「なし」で消すと、下書きに戻ります。',
      'quiet',
    ),
    sectionForm(called, {
      ...{ value: value ?? (start === '' ? undefined : start), problem },
      ask: ask('edit-final-report', { year, section, seen, ...(town ? { municipality: town.code } : {}) }),
    }),
  );
}

/** What is going to be handed in; nothing is handed in yet. */
export function submitFinalCard({ title, year, gaps }: FinalView, meant: string, again: boolean): Card {
  return offering(
    '業務報告書の提出',
    `${title}を県に提出しますか。まだ提出していません。`,
    text(title, 'strong'),
    again ? notice('attention', '確かめている間に、本文が変わりました。もう一度確かめてください。') : [],
    gaps.length > 0 ? notice('attention', `足りないものが${gaps.length}件あります。このままでも提出できます。`) : [],
    text('今の記録の数字を、この版の数字として残します。あとで記録が変わっても、この版は変わりません。', 'quiet'),
    buttons(
      { label: 'はい、提出する', ask: ask('submit-final-report', { year, meant }), look: 'primary' },
      ...(gaps.length > 0 ? [{ label: '不足を見る', ask: ask('final-report-gaps', { year }) }] : []),
      never,
    ),
  );
}

const EXCEL = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The report and its annex, to keep. */
export function finalFilesCard(
  { title, year, standing }: Pick<FinalView, 'title' | 'year' | 'standing'>,
  files: { readonly docx: Uint8Array; readonly xlsx: Uint8Array; readonly version: number | undefined },
): Card {
  const { docx, xlsx, version } = files;
  const again = ask('final-report-file', { year, version });
  return card(
    '業務報告書のファイル',
    `${title}（Word と別添の Excel）`,
    text(title, 'strong'),
    text(standing ?? '下書き', 'quiet'),
    notice('quiet', 'Word の〔章-番号〕は、別添の「根拠」で元の記録をたどれます。'),
    wordFile(title.replaceAll(' ', '_'), docx, again),
    { kind: 'file', name: '別添.xlsx', type: EXCEL, content: xlsx, again },
    buttons({ label: '業務報告書に戻る', ask: ask('final-report', { year }) }),
  );
}

type Delivering = {
  readonly day: Day;
  readonly due: Day;
  readonly meant: string;
  readonly edition: string;
  readonly isApproved: boolean;
  readonly files: readonly DeliveredFile[];
};

/** What would be recorded as 納品; nothing is recorded yet. */
export function confirmDeliveryCard({ title, year, gaps, maySubmit }: FinalView, delivering: Delivering): Card {
  const { day, due, meant, edition, isApproved, files } = delivering;
  return offering(
    '業務報告書の納品',
    `${title}（${edition}）を${shortDate(day)}に納品したと記録しますか。`,
    text(`${title}（${edition}）の納品を記録しますか。`, 'strong'),
    facts(['納品日', fullDate(day)], ['検査の期限', fullDate(due)], ...files.map(fileFact)),
    text('検査の期限は、完了の届け出から10日以内です（閉庁日も数えます。支払遅延防止法5条・14条）。', 'quiet'),
    isApproved ? [] : notice('attention', 'この版は、まだ県の承認を受けていません。'),
    maySubmit ? notice('attention', '提出したあとに書き直したところは、納品に入りません。') : [],
    gaps.length > 0 ? notice('attention', `足りないものが${gaps.length}件残っています。`) : [],
    buttons(
      { label: 'はい、記録する', ask: ask('deliver-final-report', { year, day, meant }), look: 'primary' },
      never,
    ),
  );
}

/** A 納品 that was recorded by mistake. @param meant its number */
export function confirmWithdrawalCard({ title, year }: FinalView, { day, due }: FinalDelivery, meant: string): Card {
  const question = `${shortDate(day)}の納品の記録を取り消しますか。`;
  return offering(
    '納品の取り消し',
    `${title}　${question}まだ取り消していません。`,
    text(question, 'strong'),
    text(title, 'quiet'),
    facts(['納品日', fullDate(day)], ['検査の期限', fullDate(due)]),
    text(
      'まだ取り消していません。検査の前だけ取り消せます。取り消したことは記録に残り、県の方にお知らせします。',
      'quiet',
    ),
    buttons({ label: 'はい、取り消す', look: 'danger', ask: ask('withdraw-delivery', { year, meant }) }, never),
  );
}

/** Enough of a digest to tell two files apart by eye. */
const DIGEST_SHOWN = 16;

const fileFact = ({ name, bytes, sha256 }: DeliveredFile): readonly [string, string] => [
  name,
  `${bytes.toLocaleString('ja-JP')}バイト・SHA-256 ${sha256.slice(0, DIGEST_SHOWN)}…`,
];

export const filesNodes = (files: readonly DeliveredFile[]): Node => facts(...files.map(fileFact));

/** The prefecture says how the 検査 came out. */
export function whichInspectionCard({ title, year, delivery }: FinalView): Card {
  return offering(
    '業務報告書の検査',
    `${title}の検査の結果はどちらですか。`,
    text(title, 'strong'),
    text(delivery),
    text('検査の結果はどちらですか。修正のときは、どこを直すかを続けてお聞きします。'),
    buttons(
      { label: inspectionNames.pass, ask: ask('inspect-final-report', { year, inspected: 'pass' }), look: 'primary' },
      { label: inspectionNames.amend, ask: ask('inspect-final-report', { year, inspected: 'amend' }) },
      { label: 'ファイルを見る', ask: ask('final-report-file', { year }) },
      never,
    ),
  );
}

export function confirmPassCard({ title, year }: FinalView, seen: number): Card {
  return offering(
    '業務報告書の検査',
    `${title}を合格としますか。`,
    text(`${title}を合格としますか。`, 'strong'),
    text('合格のあとは、納品し直せません。', 'quiet'),
    buttons(
      {
        label: 'はい、合格とする',
        ask: ask('inspect-final-report', { year, inspected: 'pass', seen, sure: 'yes' }),
        look: 'primary',
      },
      never,
    ),
  );
}

/** By the clock: something of the report is to be done about now. The day is named, for it may arrive later. */
export function finalStageCard(view: FinalView, { stage, day }: FinalView['stages'][number], isOffice: boolean): Card {
  const { title, year, gaps, end, mayDeliver } = view;
  const { called, todo, before } = finalStages[stage];
  const ahead = before > 0 ? `（終了日の${before}開庁日前）` : '';
  const delivers = stage === 'delivery' && mayDeliver;
  return card(
    '業務報告書の日程',
    `${title}: ${shortDate(day)}は「${called}」の日です。`,
    notice('attention', `${shortDate(day)}は、${title}の「${called}」の日です${ahead}。`),
    text(
      isOffice ? `することは「${todo}」です。事業の終了日は${fullDate(end)}です。` : '提出された版をご確認ください。',
    ),
    gaps.length > 0 && isOffice ? text(`足りないもの ${gaps.length}件`) : [],
    buttons(
      ...(delivers
        ? [{ label: '納品を記録する', ask: ask('deliver-final-report', { year }), look: 'primary' as const }]
        : []),
      { label: '業務報告書を開く', ask: ask('final-report', { year }), ...(delivers ? {} : { look: 'primary' }) },
      ...(isOffice
        ? [{ label: '不足を見る', ask: ask('final-report-gaps', { year }) }]
        : [{ label: '承認待ちを見る', ask: ask('show-waiting') }]),
    ),
  );
}

/** By the clock: the 検査 has to be over in a few days; or something was delivered, or inspected. */
export function finalNewsCard({ title, year, delivery, toCorrect, mayInspect }: FinalView, said: string): Card {
  return card(
    '業務報告書のお知らせ',
    `${title}: ${said}`,
    notice(toCorrect ? 'attention' : 'quiet', `${title}: ${said}`),
    text(delivery),
    toCorrect ? text(`修正するところ: ${toCorrect}`) : [],
    mayInspect
      ? text('検査は、完了の届け出から10日以内です（閉庁日も数えます。支払遅延防止法5条・14条）。', 'quiet')
      : [],
    buttons(
      ...(mayInspect
        ? [{ label: '検査を記録する', ask: ask('inspect-final-report', { year }), look: 'primary' as const }]
        : []),
      { label: '業務報告書を開く', ask: ask('final-report', { year }) },
    ),
  );
}
