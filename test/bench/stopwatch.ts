import { countedIn } from '../stopwatch.ts';

/** `npx tsx test/bench/stopwatch.ts`: what each purpose takes on both chat products, and what it may take at most. */
const rows = [...(await countedIn('teams')), ...(await countedIn('line-works'))];
for (const { chat, purpose, typed, taps, answers, most } of rows) {
  const may = `${most.typed}/${most.taps}/${most.answers}`;
  console.log(`${chat.padEnd(10)} 入力${typed} 押す${taps} 答え${answers}（上限 ${may}） ${purpose}`);
}
