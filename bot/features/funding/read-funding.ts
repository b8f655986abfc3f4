import { type FundingRecord, fundingRecordId, fundingRecordsOf } from '../../../programme/funding/funding-record.ts';
import { FUNDING_TERMS, type FundingTerms } from '../../../programme/funding/funding-terms.ts';
import { PROGRAMME, type Store } from '../../../storage/collections.ts';

/** What a municipality has said of its 財源 in a fiscal year. */
export async function fundingRecordOf(
  store: Store,
  fiscalYear: number,
  municipality: string,
): Promise<FundingRecord | undefined> {
  return (await store.fundingRecords.get(PROGRAMME, fundingRecordId(fiscalYear, municipality)))?.value;
}

/** The same of every municipality that has said something, by 団体コード. */
export async function fundingRecordsIn(store: Store, fiscalYear: number): Promise<readonly FundingRecord[]> {
  return (await store.fundingRecords.list(PROGRAMME, fundingRecordsOf(fiscalYear))).map(({ value }) => value);
}

/** The terms of fundings that the secretariat has kept; `termsFor` knows the others. */
export async function keptTerms(store: Store): Promise<readonly FundingTerms[]> {
  return (await store.fundingTerms.list(PROGRAMME, FUNDING_TERMS)).map(({ value }) => value);
}
