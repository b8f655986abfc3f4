import { ask } from '../../../programme/asks.ts';
import {
  PERSONAL_DATA,
  PersonalDataEntry,
  personalDataId,
} from '../../../programme/staffing/personal-data-register.ts';
import { PROGRAMME } from '../../../storage/collections.ts';
import { defineCommand } from '../../command.ts';
import { registerCommand } from './register-command.ts';

export const personalData = defineCommand({
  name: 'personal-data',
  says: ['個人情報', '個人情報の管理簿'],
  help: '業務で扱う個人情報の責任者・従事者・保管場所を確かめ、事務局が登録します。',
  example: '個人情報',
  english: 'See and keep who handles personal data, and where it is kept.',
  group: { title: '体制のこと', order: 26 },
  spoken: { words: ['個人情報の管理簿', '個人情報の台帳', '個人情報の登録簿'], wins: 545, looks: true },
  ...registerCommand<PersonalDataEntry>({
    title: '個人情報の管理簿',
    about: '業務で扱う個人情報と、その責任者・従事者・保管場所です。個人情報そのものは書かないでください。',
    adds: '個人情報を足す',
    fields: [
      { name: 'name', label: '個人情報の内容', hint: '例: 市町村の担当者の連絡先' },
      { name: 'manager', label: '責任者' },
      { name: 'handlers', label: '従事者' },
      { name: 'place', label: '保管場所' },
    ],
    entry: PersonalDataEntry,
    newId: personalDataId,
    ask: (given) => ask('personal-data', given),
    all: async (store) => (await store.personalDataRegisters.list(PROGRAMME, PERSONAL_DATA)).map(({ value }) => value),
    keep: ({ change }, id, next) => change('personalDataRegisters', { partition: PROGRAMME, id }, next),
  }),
});
