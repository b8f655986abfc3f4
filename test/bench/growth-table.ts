import { readFileSync, writeFileSync } from 'node:fs';
import type { Grown, Step } from './grown.ts';

/**
 * `node --import tsx test/bench/growth-table.ts FILE OUT.svg`: the table and the plot of what `growth.ts` has measured.
 * 伸び is the exponent between the smallest and the largest: 0 costs the same at any size, 1 grows with the municipalities.
 */
const NAMES: Readonly<Record<Step, string>> = {
  ...{ import: '取込', start: '始まって読む', quiet: '何もない10分' },
  ...{ cards: '週次報告を送る', standing: '状況', digest: 'ダイジェスト' },
};
const COLOURS: Readonly<Record<Step, string>> = {
  ...{ import: '#1f4e79', start: '#2e8b57', quiet: '#7f7f7f' },
  ...{ cards: '#b5651d', standing: '#6a3d9a', digest: '#c00000' },
};
const STEPS = Object.keys(NAMES) as Step[];
const [, , file = '', out = ''] = process.argv;
const all = readFileSync(file, 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Grown & { readonly load: number });

console.log(`| 保存先 | 団体 | ${STEPS.map((step) => NAMES[step]).join(' | ')} | RSS MB | 負荷 |`);
console.log(`|---|--:|${STEPS.map(() => '--:|').join('')}--:|--:|`);
for (const store of ['embedded', 'cosmos']) {
  const own = all.filter((one) => one.store === store);
  for (const { towns, steps, mb, load } of own) {
    const cells = STEPS.map((step) => `${figure(steps[step].cpu)}（${figure(steps[step].asked)}）`);
    console.log(`| ${store} | ${towns} | ${cells.join(' | ')} | ${mb} | ${load.toFixed(0)} |`);
  }
  const [first, last] = [own[0], own.at(-1)];
  if (!first || !last) continue;
  const exponent = (of: (one: Grown) => number) =>
    (Math.log(of(last) / of(first)) / Math.log(last.towns / first.towns)).toFixed(2);
  const cells = STEPS.map(
    (step) => `${exponent((one) => one.steps[step].cpu)}（${exponent((one) => one.steps[step].asked)}）`,
  );
  console.log(`| ${store} | 伸び | ${cells.join(' | ')} | ${exponent(({ mb }) => mb)} | |`);
}
writeFileSync(out, plot());

function figure(value: number): string {
  return Math.round(value).toLocaleString('en');
}

/** CPU time over municipalities, both by powers of ten: what grows with the municipalities runs beside the thin line. */
function plot(): string {
  const x = (towns: number) => 80 + ((Math.log10(towns) - 1) / 2.4) * 620;
  const y = (ms: number) => 440 - ((Math.log10(ms) - 0.5) / 5) * 400;
  const line = (store: string, step: Step) => {
    const points = all
      .filter((one) => one.store === store)
      .map(({ towns, steps }) => `${x(towns)},${y(steps[step].cpu)}`);
    const dashes = store === 'cosmos' ? ' stroke-dasharray="6 4"' : '';
    return `<polyline points="${points.join(' ')}" fill="none" stroke="${COLOURS[step]}" stroke-width="2.5"${dashes}/>`;
  };
  const words = (said: string, at: readonly [number, number], more = '') =>
    `<text x="${at[0]}" y="${at[1]}" ${more}>${said}</text>`;
  return [
    '<svg xmlns="http://www.w3.org/2000/svg" width="900" height="500" font-family="sans-serif" font-size="14">',
    '<title>団体が増えたときの CPU 時間</title>',
    '<rect width="900" height="500" fill="white"/>',
    words('団体が増えたときの CPU 時間（ミリ秒、両方の軸とも対数）。実線 SQLite、破線 Cosmos DB', [80, 24]),
    ...[10, 100, 1_000, 10_000, 100_000].map(
      (ms) => `<path d="M80 ${y(ms)}H700" stroke="#ddd"/>${words(figure(ms), [72, y(ms) + 5], 'text-anchor="end"')}`,
    ),
    ...[25, 77, 400, 1741].map(
      (towns) =>
        `<path d="M${x(towns)} 40V440" stroke="#ddd"/>${words(figure(towns), [x(towns), 460], 'text-anchor="middle"')}`,
    ),
    `<path d="M${x(25)} ${y(25)}L${x(1741)} ${y(1741)}" stroke="#999" stroke-dasharray="2 4"/>`,
    ...STEPS.flatMap((step, at) => [
      ...['embedded', 'cosmos'].map((store) => line(store, step)),
      words(NAMES[step], [720, 80 + at * 26], `fill="${COLOURS[step]}"`),
    ]),
    words('団体に比例', [720, 80 + STEPS.length * 26], 'fill="#999"'),
    '</svg>\n',
  ].join('\n');
}
