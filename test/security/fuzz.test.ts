import { type Doors, openDoors } from './doors.ts';
import { fuzz } from './fuzz.ts';

/** A small part of `npm run test:fuzz`, always the same. */
const SEED = 20_261_124;

let doors: Doors;
beforeAll(async () => {
  doors = await openDoors();
}, 60_000);
afterAll(() => doors.close());

it('2,000 odd inputs at the three doors: nothing of the forged is let in, and nothing breaks', async () => {
  const share = { forgedActivity: 700, activity: 400, forgedCallback: 400, callback: 200, workbook: 300 };
  expect(await fuzz(doors, SEED, share)).toEqual([]);
}, 60_000);
