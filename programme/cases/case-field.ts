/** The texts of 横展開 事例シート (様式 FM-16), in its words and its order. */
export const caseFields = [
  { name: 'title', label: '事例名', required: true, maxLength: 60 },
  { name: 'size', label: '規模・人口', required: false, maxLength: 60 },
  { name: 'background', label: '背景・課題', required: true, maxLength: 300 },
  { name: 'approach', label: '取組内容・工夫', required: true, maxLength: 500 },
  { name: 'structure', label: '体制・関係者', required: false, maxLength: 200 },
  { name: 'cost', label: '経費・財源', required: false, maxLength: 200 },
  { name: 'schedule', label: '経過（いつ何をしたか）', required: false, maxLength: 500 },
  { name: 'effect', label: '効果（定量KPI・定性）', required: true, maxLength: 300 },
  { name: 'failure', label: 'つまずきと対処', required: false, maxLength: 200 },
  { name: 'advice', label: '他市町村へのアドバイス', required: false, maxLength: 200 },
  { name: 'reusable', label: '再利用できる資料（要綱・仕様書・様式）', required: false, maxLength: 300 },
  { name: 'contact', label: '問合せ先（課）', required: true, maxLength: 60 },
] as const;

export type CaseFieldName = (typeof caseFields)[number]['name'];
export type CaseField = Readonly<{ name: CaseFieldName; label: string; required: boolean; maxLength: number }>;
/** What is written of a case, field by field; a blank one is not there. */
export type CaseTexts = { readonly [N in CaseFieldName]?: string | undefined };

/** Why 市町村 and 分野 are not among them: a case is of one municipality and one item, and no text says which. */
export const caseFieldNames = caseFields.map(({ name }) => name) as [CaseFieldName, ...CaseFieldName[]];

export const findCaseField = (name: string): CaseField | undefined => caseFields.find((field) => field.name === name);

/** What a case still lacks before anybody can be asked to consent to it. */
export const lackingFields = (texts: CaseTexts): readonly CaseField[] =>
  caseFields.filter(({ name, required }) => required && !texts[name]);

/** Blanks are questions: those that are needed first. */
export const blankFields = (texts: CaseTexts): readonly CaseField[] =>
  [...caseFields].filter(({ name }) => !texts[name]).toSorted((a, b) => Number(b.required) - Number(a.required));
