import { measure } from './requests.ts';

for (const n of [5, 25]) {
  const b = performance.now();
  console.log(
    JSON.stringify(await measure(n), undefined, 0).replaceAll('},', '},\n'),
    Math.round(performance.now() - b),
  );
}
