import { fiscalYearName } from '../day.ts';
import type { PlanSection, PlanSize, PlanTexts } from './simple-plan.ts';

/** What the sentences of a template name, and what the records know already. */
export type PlanFacts = {
  readonly town: string;
  readonly prefecture: string;
  /** The first year of the plan. */
  readonly year: number;
  /** What of 推進体制 (STEP2) is decided or in use, and what is being worked on. */
  readonly structure: { readonly done: readonly string[]; readonly ahead: readonly string[] };
};

type Template = Readonly<Record<PlanSection, (facts: PlanFacts) => string>>;

const years = ({ year }: PlanFacts): string => `${fiscalYearName(year)}から${fiscalYearName(year + 2)}までの3年間`;

const listed = (names: readonly string[]): string => names.map((name) => `・${name}`).join('\n');

function structureText({ structure: { done, ahead } }: PlanFacts, intro: string): string {
  return [
    intro,
    ...(done.length > 0 ? [`これまでに整えたもの\n${listed(done)}`] : []),
    ...(ahead.length > 0 ? [`これから整えるもの\n${listed(ahead)}`] : []),
  ].join('\n');
}

/** 小規模: as short as it may be. A few words are put right, and it can be laid before the 庁議. */
const small: Template = {
  background: ({ town, prefecture }) =>
    `人口が減り、職員も限られるなかで、住民に必要な仕事を続けるため、デジタル技術を使って仕事の進め方を見直します。${town}は、${prefecture}や近隣の市町村と力を合わせ、できることから始めます。`,
  position: (facts) =>
    `総合計画を支える、デジタル化の進め方を定めるものです。期間は${years(facts)}とし、毎年見直します。`,
  current: () =>
    '・担当職員が少なく、日々の仕事で手いっぱいになりやすい。\n・紙と押印の手続が残り、住民が役場に足を運ぶ回数が多い。\n・システムの費用と更新の手間が重くなっている。',
  vision: ({ town }) => `住民が役場に来る手間を減らし、職員が住民と向き合う時間を増やす${town}`,
  policies: () =>
    '1 住民の手続を、やさしく早くする\n2 職員の仕事を、無理なく続けられる形にする\n3 県・近隣市町村と共同で進める',
  structure: (facts) =>
    structureText(
      facts,
      '首長を責任者とし、総務担当課が取りまとめます。既にある庁議で進み具合を確かめ、新しい会議は作りません。',
    ),
  talent: () => '県の派遣人材と研修を活用し、各課に1人ずつ、デジタル化の相談役を置きます。',
  progress: () => '年に2回、庁議でKPIと工程表を確かめ、必要な見直しを行います。',
};

const town: Template = {
  background: ({ town: name, prefecture }) =>
    `人口減少と少子高齢化が進み、住民の暮らし方も働き方も変わっています。国は自治体DX推進計画を定め、${prefecture}も市町村のDXを支えています。${name}は、限られた職員と予算のもとでも行政サービスの質を保ち、高めていくため、デジタル技術を前提に仕事の進め方を見直します。`,
  position: (facts) =>
    `総合計画に掲げる将来像を、デジタルの面から実現するための全体方針です。国の自治体DX全体手順書を踏まえて定めます。期間は${years(facts)}とし、毎年度末に見直します。`,
  current: () =>
    '・窓口では、同じことを何度も書いてもらう手続が残っている。\n・業務の手順が担当者ごとに異なり、異動のたびに引継ぎに時間がかかる。\n・情報システムの更新費用が増える一方、使われていない機能がある。\n・デジタルに詳しい職員が少なく、特定の職員に負担が集まっている。',
  vision: ({ town: name }) => `いつでも、どこからでも手続ができ、人にしかできない支えに職員が力を注げる${name}`,
  policies: () =>
    '1 住民の視点でサービスを作り直す\n　書かない・待たない窓口とオンライン手続を広げ、不慣れな方には人が寄り添います。\n2 業務を見直してからデジタル化する\n　手順を書き出し、やめる・減らす・変えることを先に決めます。\n3 人と体制を育てる\n　全庁で取り組む体制をつくり、職員が学び続けられるようにします。',
  structure: (facts) =>
    structureText(
      facts,
      '首長を本部長とする推進本部が方針と工程表を決め、DX担当課が事務局として各課を支えます。各課の推進リーダーが、取組の進み具合を担当課に報告します。',
    ),
  talent: () =>
    '階層別の研修を毎年度行い、各課に推進リーダーを置きます。専門の知識が必要な仕事には、県の派遣人材や外部のデジタル人材を活用します。',
  progress: () =>
    '取組ごとにKPIを定め、四半期ごとに推進本部で進み具合を確かめます（計画→実行→確認→見直し）。結果は年度ごとに公表します。',
};

const city: Template = {
  background: ({ town: name, prefecture }) =>
    `人口減少、災害の激甚化、働き手の不足など、地域を取り巻く状況は大きく変わっています。国は自治体DX推進計画により、自治体が重点的に取り組む事項を示し、${prefecture}も広域での取組を進めています。${name}は、行政サービスを将来にわたって持続させ、地域の活力を高めるため、組織を挙げて変革に取り組みます。この方針は、その方向と優先順位を全職員と住民に示すものです。`,
  position: (facts) =>
    `総合計画の分野別計画として、行政改革大綱、情報化計画、個人情報・情報セキュリティに関する規程と整合を図ります。国の自治体DX全体手順書及び自治体DX推進計画を踏まえます。期間は${years(facts)}とし、毎年度の予算編成に合わせて工程表を更新します。`,
  current: () =>
    '（住民サービス）\n・オンラインで完結できる手続が限られ、窓口の混雑が時期により大きい。\n（業務）\n・部局ごとに業務の手順とシステムが異なり、全庁での見直しが進みにくい。\n・標準化の対象外の業務に、紙と手作業が残っている。\n（人材・体制）\n・専門人材の確保が難しく、委託先に依存している。\n（財政）\n・情報システム経費の全体像を、毎年度の予算編成で十分に把握できていない。',
  vision: ({ town: name }) => `だれもが必要なサービスにすぐ届き、データと対話に基づいて地域の課題を解決し続ける${name}`,
  policies: () =>
    '1 住民サービスの変革\n　手続の入口から完了までを見直し、オンラインと窓口のどちらでも、早く正確に終わるようにします。\n2 行政運営の変革\n　業務改革（BPR）を先に行い、標準化・共通化、AI・RPA、テレワークを組み合わせて生産性を高めます。\n3 地域社会の変革\n　事業者・大学・近隣自治体と連携し、データを活かして地域の課題に取り組みます。\n4 変革を支える基盤\n　人材、財源、情報セキュリティ、推進体制を計画的に整えます。',
  structure: (facts) =>
    structureText(
      facts,
      '首長を本部長、副首長をCIO（最高情報統括責任者）とする推進本部を置き、部局長で構成します。DXを担当する課が司令塔となり、分野ごとの作業部会と各課の推進リーダーが取組を実行します。CISOの下で情報セキュリティを確保します。',
    ),
  talent: () =>
    '人材育成方針を定め、管理職・推進リーダー・全職員の3層で研修を行います。CIO補佐官等の外部人材を任用し、庁内の人材と組み合わせて育てます。採用・異動・評価でもデジタルの力を活かします。',
  progress: () =>
    '取組とKPIを一覧で管理し、推進本部が四半期ごとに確かめます。年度末に達成状況を検証し、翌年度の予算と工程表に反映します（PDCA）。検証の結果は議会に報告し、公表します。',
};

const templates: Readonly<Record<PlanSize, Template>> = { small, town, city };

/** The text of a section as the template of this size has it, with what is on record. */
const templateText = (section: PlanSection, size: PlanSize, facts: PlanFacts): string =>
  templates[size][section](facts);

/** A plan whole: what the municipality has written, and the template where it has not. */
export const wholeTexts = (size: PlanSize, texts: Partial<PlanTexts>, facts: PlanFacts): PlanTexts =>
  Object.fromEntries(
    (Object.keys(templates[size]) as PlanSection[]).map((name) => [
      name,
      texts[name] ?? templateText(name, size, facts),
    ]),
  ) as PlanTexts;
