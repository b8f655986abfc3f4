import { type House, openHouse } from '../house.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const EXAMPLE = '予定表';

it('asks in Teams first, puts the file into the person’s own OneDrive, and opens it from there', async () => {
  const person = house.officer();
  await person.say(EXAMPLE);
  const [asked] = person.consents().slice(-1);
  expect(asked?.file?.name).toMatch(/\.ics$/);
  const { place, status } = await person.consent('accept');
  expect(status).toBe(200);
  expect(place && house.teams.oneDrive.saved(place)?.toString()).toContain('BEGIN:VCALENDAR');
  const info = house.teams.connector.messages(person.room.id).filter(({ file }) => file?.kind === 'info');
  expect(info).toHaveLength(1);
  expect(house.logged()).not.toContain(place?.uniqueId);
});

it('hands out nothing where the person declines, and says how to get it later', async () => {
  const person = house.officer();
  await person.say(EXAMPLE);
  const before = house.teams.oneDrive.calls.length;
  const turn = await person.consent('decline');
  expect(turn.words).toContain('ファイルはお渡ししていません');
  expect(house.teams.oneDrive.calls).toHaveLength(before);
});

it('puts it nowhere but where Teams keeps files', async () => {
  const person = house.officer();
  await person.say(EXAMPLE);
  const place = { ...house.teams.oneDrive.place('x.ics'), uploadUrl: 'https://example.com/up' };
  const turn = await person.consent('accept', { place });
  expect(turn.status).toBe(200);
  expect(house.teams.oneDrive.saved(place)).toBeUndefined();
});

it('offers 1:1 in a group, where nobody could say yes', async () => {
  const person = house.secretariat();
  const group = person.in(house.teams.group('事務局の部屋'));
  await group.install();
  await group.say('部屋登録 事務局');
  const turn = await group.say(EXAMPLE);
  expect(turn.words).toContain('1対1');
  expect(group.consents()).toEqual([]);
});
