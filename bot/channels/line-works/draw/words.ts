import type { Card, FormPart, Node, Row, Tone } from '../../../../cards/card.ts';
import type { Numbers } from './offer.ts';

export const MARKS: Readonly<Record<Tone, string>> = { good: '●', attention: '▲', bad: '■', quiet: '―', plain: '◇' };
export const NOT_REPORTED = '― 未報告';

const INDENT = '　';
/** How many inputs of a form are named. */
const INPUTS_NAMED = 6;

type Of<Kind extends Node['kind']> = Extract<Node, { kind: Kind }>;

/** The card as plain lines: paragraphs apart, nothing marked up. */
export function wordsOf(card: Card, numbers: Numbers): string {
  const paragraphs: string[] = [titleLine(card)];
  let last: Node['kind'] | undefined;
  for (const node of card.body) {
    const words = wordsOfNode(node, numbers).join('\n');
    if (words === '') continue;
    const apart = last !== undefined && (standsApart(node) || last !== node.kind);
    paragraphs.push(apart && !follows(last, node) ? `\n${words}` : words);
    last = node.kind;
  }
  return paragraphs.join('\n');
}

export function titleLine({ title }: Card): string {
  return `【${title}】`;
}

/** A heading begins something new; a table and a meter are as long as a paragraph. */
function standsApart(node: Node): boolean {
  return (node.kind === 'text' && node.look === 'heading') || node.kind === 'meter' || node.kind === 'trend';
}

/** What a line of text announces, and the button under a row, stay with it. */
function follows(last: Node['kind'] | undefined, node: Node): boolean {
  if (node.kind === 'buttons') return last === 'list';
  return last === 'text' && ['facts', 'list', 'table', 'form'].includes(node.kind);
}

function wordsOfNode(node: Node, numbers: Numbers): string[] {
  switch (node.kind) {
    case 'text':
      return [node.look === 'heading' ? `＜${node.text}＞` : node.text];
    case 'notice':
      return [`${MARKS[node.tone]} ${node.text}`];
    case 'facts':
      return node.facts.map(([label, value]) => `${label}: ${value}`);
    case 'meter':
      return meterWords(node, numbers);
    case 'trend':
      return trendWords(node);
    case 'table':
      return node.rows.map((row) => recordWords(node.head, row));
    case 'list':
      return node.rows.map((row) => rowWords(row, numbers));
    case 'buttons':
      return node.buttons.flatMap((button) => {
        const number = numbers.get(button);
        return number === undefined ? [] : [`${INDENT}→ ${number}${button.label}`];
      });
    case 'replies':
      return [];
    case 'file':
      return [fileWords(node)];
    case 'form':
      return formWords(node);
  }
}

function rowWords(row: Row, numbers: Numbers): string {
  const mark = row.tone === undefined ? '・' : `${MARKS[row.tone]} `;
  return [`${mark}${numbers.get(row) ?? ''}${row.title}`, ...indented(row.detail)].join('\n');
}

function meterWords(meter: Of<'meter'>, numbers: Numbers): string[] {
  const { tone, label, percent, caption } = meter;
  return [`${MARKS[tone]} ${numbers.get(meter) ?? ''}${label} ${percent}%`, ...indented(caption)];
}

function indented(text: string | undefined): string[] {
  return text ? text.split('\n').map((line) => INDENT + line) : [];
}

function trendWords(trend: Of<'trend'>): string[] {
  return [trendTitle(trend), ...trend.points.map(({ label, value }) => `${label}: ${amountText(value, trend.unit)}`)];
}

export function trendTitle({ label, target, unit }: Of<'trend'>): string {
  return target === undefined ? label : `${label}（目標 ${amountText(target, unit)}）`;
}

export function amountText(value: number | undefined, unit: string): string {
  if (value === undefined) return NOT_REPORTED;
  return `${value.toLocaleString('ja-JP', { maximumFractionDigits: 2 })}${unit}`;
}

function recordWords(head: readonly string[], row: readonly string[]): string {
  const rest = head.slice(1).map((label, at) => `${label} ${row[at + 1] ?? ''}`);
  return [`・${row[0] ?? ''}`, ...indented(rest.join('、'))].join('\n');
}

export function fileWords({ name }: Of<'file'>): string {
  return `添付: ${name}`;
}

/** A form that opens on request is asked question by question: only what was not accepted, or what it asks, is said. */
export function formWords({ parts, opensBy }: Of<'form'>): string[] {
  const wrong = parts.flatMap(errorsOf);
  if (wrong.length > 0 || opensBy !== undefined) return wrong;
  const names = [...new Set(parts.flatMap(namesOf))];
  if (names.length === 0) return [];
  const more = names.length > INPUTS_NAMED ? ` ほか${names.length - INPUTS_NAMED}件` : '';
  return [`入力すること: ${names.slice(0, INPUTS_NAMED).join('、')}${more}`];
}

function errorsOf(part: FormPart): string[] {
  const name = headOf(part);
  return part.fields.flatMap(({ label, error }) =>
    error === undefined ? [] : [`${MARKS.bad} ${name ?? label}: ${error}`],
  );
}

function namesOf(part: FormPart): string[] {
  const name = headOf(part);
  return name === undefined ? part.fields.map(({ label }) => label) : [name];
}

function headOf({ intro }: FormPart): string | undefined {
  return intro.find((node) => node.kind === 'text')?.text;
}
