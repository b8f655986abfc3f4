import { NUMERAL, numeralOf } from './numerals.ts';

/** How long something takes, said in more than one unit: 1時間5分, 1時間半, 十二分半, 25分30秒. */
const LASTING = new RegExp(
  `^(?<said>(?:(?<hours>${NUMERAL})時間(?<half>半)?)?(?:(?<minutes>${NUMERAL})分(?:間)?(?<halfMinute>半)?)?(?:(?<seconds>${NUMERAL})秒)?)(?:でした|です|かかります|かかりました|になります|になりました)?[。!、]*$`,
);
/** In minutes. */
const SCALES = { hours: 60, minutes: 1, seconds: 1 / 60 } as const;
const HALF = { half: 30, halfMinute: 0.5 } as const;

export type Lasting = { readonly value: number; readonly unit: '分' | '時間'; readonly said: string };

/**
 * @returns what is said in the unit that was asked for, minutes or hours; undefined for a plain 90分, for 60 minutes or
 * seconds and more beside a larger unit, and for any other unit
 */
export function lastingSaid(plain: string, unit: string | undefined): Lasting | undefined {
  if (unit !== '分' && unit !== '時間/年') return undefined;
  const groups = LASTING.exec(plain)?.groups;
  const minutes = groups && minutesIn(groups);
  if (minutes === undefined) return undefined;
  const [value, called] = unit === '分' ? [minutes, '分' as const] : [minutes / 60, '時間' as const];
  return { value: Math.round(value * 100) / 100, unit: called, said: groups?.['said'] ?? '' };
}

type Groups = { readonly [name: string]: string | undefined };

function minutesIn(groups: Groups): number | undefined {
  const said = Object.entries(SCALES).flatMap(([name, scale]) => {
    const numeral = groups[name];
    return numeral === undefined ? [] : [{ number: numeralOf(numeral), scale }];
  });
  const halves = Object.entries(HALF).filter(([name]) => groups[name] !== undefined);
  const isWhole = said.every(({ number }, at) => number !== undefined && (at === 0 || number < 60));
  if (!isWhole || said.length + halves.length < 2) return undefined;
  const sum = said.reduce((total, { number = 0, scale }) => total + number * scale, 0);
  return halves.reduce((total, [, half]) => total + half, sum);
}
