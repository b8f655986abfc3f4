import {
  type Case,
  type CaseContent,
  caseId,
  currentCase,
  materialOfCase,
  withCaseVersion,
} from '../../../programme/cases/case.ts';
import { caseContent } from '../../../programme/cases/case-content.ts';
import { lackingFields } from '../../../programme/cases/case-field.ts';
import { withMaterialVersion } from '../../../programme/consent/material.ts';
import type { Municipality } from '../../../programme/municipality.ts';
import { municipal } from '../../../storage/collections.ts';
import { materialVersionOf } from '../../../storage/ids.ts';
import type { MemberTurn } from '../../turn.ts';

/**
 * Writes a version of a case, and of what others would see of it once nothing that is needed is blank: only then can
 * anybody be asked to consent to it.
 * @param next what it holds from now on, made from what it holds when it is written
 */
export async function writeCase(
  turn: Pick<MemberTurn, 'changeOf' | 'from'>,
  municipality: Municipality,
  item: string,
  next: (now: CaseContent | undefined) => CaseContent,
): Promise<Case> {
  const { changeOf, from } = turn;
  const { code } = municipality;
  const [change, partition] = [changeOf(code), municipal(code)];
  const id = caseId(code, item);
  const one = await change('cases', { partition, id }, (known) =>
    withCaseVersion(known, { municipality: code, item }, next(known && currentCase(known).content), from),
  );
  const { texts } = currentCase(one).content;
  const material = { id: materialOfCase(id), sort: 'case', municipality: code, of: id } as const;
  if (lackingFields(texts).length > 0) return one;
  const content = caseContent(one, municipality);
  const said = { version: materialVersionOf(content), content };
  await change('materials', { partition, id: material.id }, (known) =>
    withMaterialVersion(known, material, said, from),
  );
  return one;
}
