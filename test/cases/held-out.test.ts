import { commands } from '../../bot/features/index.ts';
import { understand } from '../../bot/understand/understand.ts';
import { type As, openWorld, type World } from '../understand/world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

/** Written after the rules, by which none of them was changed: whoever says so is led where they want to go. */
const said: readonly (readonly [string, As, string])[] = [
  ['よその自治体ではどんな事例がありますか？', 'town', 'find-cases'],
  ['マイナンバーカードの好事例を知りたいです', 'town', 'find-cases'],
  ['RPAの先進事例あれば教えてください', 'town', 'find-cases'],
  ['事例集を見たいのですが', 'town', 'find-cases'],
  ['うちと同じ規模の村の事例を探しています', 'town', 'find-cases'],
  ['職員研修の事例', 'expert', 'find-cases'],
  ['eLTAXの取り組み例は？', 'pref', 'find-cases'],
  ['参考になる成功例ないですか', 'town', 'find-cases'],
  ['事例、何件ありますか', 'pref', 'find-cases'],
  ['松川町の事例を開いて', 'office', 'find-cases'],
  ['松川町の窓口改革を事例にまとめたい', 'office', 'draft-case'],
  ['事例シートを作りたい', 'office', 'draft-case'],
  ['松川町 S3-1 の事例作成をお願い', 'office', 'draft-case'],
  ['事例候補ある？', 'office', 'show-case-candidates'],
  ['そろそろ事例になりそうなところは', 'office', 'show-case-candidates'],
  ['松川町の事例の修正をしたいです', 'office', 'edit-case'],
  ['事例への質問きてますか', 'office', 'show-case-questions'],
  ['小海町のS3-1、事例として推薦したい', 'expert', 'nominate-case'],
  ['セキュリティ対策', 'town', 'show-item'],
  ['テレワークの状況を教えて', 'town', 'show-item'],
];

it.each(said)('%s', async (text, as, command) => {
  expect((await understand(text, commands, world.turn(as))).command).toBe(command);
});

it.each([
  '小海町のS1-3の事例を作るつもりはありません',
  '小海町のS1-3を事例にしてもよいですか',
  '小海町のS1-3が事例にされたそうです',
  '小海町のS1-3を事例にしないで',
])('%s writes nothing', async (text) => {
  const { command, doubt } = await understand(text, commands, world.turn('office'));
  expect(['draft-case', 'nominate-case'].includes(command) && doubt === undefined).toBe(false);
});
