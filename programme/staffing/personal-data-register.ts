import { z } from 'zod';
import { Provenance } from '../provenance.ts';
import { registerKind } from './register-kind.ts';

/** Which 個人情報 is kept for the programme, by whom and where. */
export const PersonalDataEntry = z.object({
  /** 何の個人情報か */
  name: z.string().min(1),
  /** 責任者 */
  manager: z.string().min(1),
  /** 従事者 */
  handlers: z.string().min(1),
  /** 保管場所 */
  place: z.string().min(1),
});
export type PersonalDataEntry = z.infer<typeof PersonalDataEntry>;

/** One of them, in versions; the last one counts. */
const PersonalDataRegister = z.object({
  id: z.string(),
  versions: z.array(Provenance.extend(PersonalDataEntry.shape)).min(1),
});

export const personalDataId = (ask: string): string => `personal-${ask}`;
/** For `Collection.list`: all of them. */
export const PERSONAL_DATA = { from: 'personal-', below: 'personal.' } as const;

export const personalDataRegisters = registerKind({
  name: 'personalDataRegisters',
  called: '個人情報の管理簿',
  schema: PersonalDataRegister,
  columns: { 個人情報: 'name', 責任者: 'manager', 従事者: 'handlers', 保管場所: 'place' },
});
