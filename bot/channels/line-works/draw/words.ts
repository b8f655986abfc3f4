import type { Card, Change, FormPart, Node, Row, Tone } from '../../../../cards/card.ts';
import { width } from './flex/width.ts';
import type { Numbers } from './offer.ts';

export const MARKS: Readonly<Record<Tone, string>> = { good: '●', attention: '▲', bad: '■', quiet: '―', plain: '◇' };
const NOT_REPORTED = '― 未報告';

const INDENT = '　';
/** What stands in a line on a phone, as `width` counts. */
const LINE = 32;
/** A label up to this is a word; a longer one is a name. */
const WORD = 16;
/** How many inputs of a form are named. */
const INPUTS_NAMED = 6;

type Of<Kind extends Node['kind']> = Extract<Node, { kind: Kind }>;

/** The card as plain lines: paragraphs apart, nothing marked up. */
export function cardWords(card: Card, numbers: Numbers): string {
  const paragraphs = [titleLine(card)];
  let last: Node | undefined;
  for (const node of card.body) {
    const words = wordsOfNode(node, numbers).join('\n');
    if (words === '') continue;
    paragraphs.push(last !== undefined && standsApart(last, node) ? `\n${words}` : words);
    last = node;
  }
  return paragraphs.join('\n');
}

export function titleLine({ title }: Card): string {
  return `【${title}】`;
}

/** Whether a blank line parts two nodes: not where a line announces what follows, nor a row from its buttons. */
function standsApart(last: Node, next: Node): boolean {
  if (next.kind === 'text' && next.look === 'heading') return true;
  if (last.kind === 'text' && (isTitle(last) || ['facts', 'list', 'table', 'form'].includes(next.kind))) return false;
  if (last.kind === 'list' && next.kind === 'buttons') return false;
  if (last.kind === 'list' && next.kind === 'list') return [...last.rows, ...next.rows].some(({ detail }) => detail);
  return last.kind !== next.kind || next.kind === 'trend';
}

function isTitle({ look }: Of<'text'>): boolean {
  return look === 'heading' || look === 'strong';
}

function wordsOfNode(node: Node, numbers: Numbers): string[] {
  switch (node.kind) {
    case 'text':
      return [node.look === 'heading' ? `＜${node.text}＞` : node.text];
    case 'notice':
      return [`${MARKS[node.tone]} ${node.text}`];
    case 'changes':
      return changeWords(node.changes);
    case 'facts':
      return factWords(node.facts);
    case 'meter':
      return meterWords(node, numbers);
    case 'trend':
      return trendWords(node);
    case 'table':
      return node.rows.map((row) => recordWords(node.head, row));
    case 'list':
      return apart(node.rows.map((row) => rowWords(row, numbers)));
    case 'buttons':
      return buttonWords(node, numbers).map((line) => INDENT + line);
    case 'replies':
      return [];
    case 'file':
      return [fileWords(node)];
    case 'image':
      return [];
    case 'form':
      return formWords(node);
  }
}

function rowWords(row: Row, numbers: Numbers): string {
  const mark = row.tone === undefined ? '・' : `${MARKS[row.tone]} `;
  return [`${mark}${numbers.get(row) ?? ''}${row.title}`, ...(row.detail ? [row.detail] : [])].join('\n');
}

/** Rows of several lines have a blank one between them: a phone wraps lines, and takes no heed of an indent. */
function apart(rows: readonly string[]): string[] {
  const tall = rows.some((row) => row.includes('\n'));
  return rows.map((row, at) => (tall && at > 0 ? `\n${row}` : row));
}

/** Names stand above their values where both do not fit in a line. */
function factWords(facts: Of<'facts'>['facts']): string[] {
  const inLine = ([label, value]: readonly [string, string]) => `${label}: ${value}`;
  const fits = facts.every((fact) => width(fact[0]) <= WORD || width(inLine(fact)) <= LINE);
  return fits ? facts.map(inLine) : facts.map(([label, value]) => `・${label}\n${INDENT}${value}`);
}

export function changeWords(changes: readonly Change[]): string[] {
  return changes.map(({ what, before, after }) => {
    const said = before === undefined ? `→ ${after}` : `${before} → ${after}`;
    const parted = width(said) > LINE - width(INDENT) ? said.replace(' → ', `\n${INDENT}→ `) : said;
    return `・${what}\n${INDENT}${parted}`;
  });
}

function meterWords(meter: Of<'meter'>, numbers: Numbers): string[] {
  const { tone, label, percent, caption } = meter;
  return [`${MARKS[tone]} ${numbers.get(meter) ?? ''}${label} ${percent}%`, ...indented(caption)];
}

function indented(text: string | undefined): string[] {
  return text ? text.split('\n').map((line) => INDENT + line) : [];
}

/** Buttons are drawn elsewhere; which belongs where is said where their labels alone do not tell. */
export function buttonWords({ buttons }: Of<'buttons'>, numbers: Numbers): string[] {
  if (!buttons.some((button) => numbers.has(button))) return [];
  return buttons.map((button) => `→ ${numbers.get(button) ?? ''}${button.label}`);
}

function trendWords(trend: Of<'trend'>): string[] {
  return [
    trendTitle(trend),
    ...trend.points.map(({ label, value, instead }) => `${label}: ${amountText(value, trend.unit, instead)}`),
  ];
}

export function trendTitle({ label, target, unit }: Of<'trend'>): string {
  return target === undefined ? label : `${label}（目標 ${amountText(target, unit)}）`;
}

export function amountText(value: number | undefined, unit: string, instead?: string): string {
  if (value === undefined) return instead === undefined ? NOT_REPORTED : `― ${instead}`;
  return `${value.toLocaleString('ja-JP', { maximumFractionDigits: 2 })}${unit}`;
}

function recordWords(head: readonly string[], row: readonly string[]): string {
  const rest = head.slice(1).map((label, at) => `${label} ${row[at + 1] ?? ''}`);
  return [`・${row[0] ?? ''}`, ...indented(rest.join('、'))].join('\n');
}

export function fileWords({ name }: Of<'file'>): string {
  return `添付: ${name}`;
}

/** What was not accepted, else what will be asked; nothing about a form that most people do not need. */
export function formWords({ parts, opensBy }: Of<'form'>): string[] {
  const wrong = parts.flatMap(errorsOf);
  if (wrong.length > 0 || opensBy !== undefined) return wrong;
  const names = [...new Set(parts.flatMap((part) => namesOf(part, parts.length > 1)))];
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

/** The parts, where there are several, else the inputs. */
function namesOf(part: FormPart, byPart: boolean): string[] {
  const name = byPart ? headOf(part) : undefined;
  return name === undefined ? part.fields.map(({ label }) => label) : [name];
}

function headOf({ intro }: FormPart): string | undefined {
  return intro.find((node) => node.kind === 'text')?.text;
}
