/** What a delivery asks its reader for, where a rule has to know. One job asks for each. */
export type AskedByJob = 'weekly-report' | 'weekly-report-again';

/** What a job says of itself to the rules and to people. They name no job: whoever calls them passes the list. */
export type DeclaredJob = {
  /** What its deliveries are kept under, for ever. */
  readonly name: string;
  /** What people call what it sends. */
  readonly called: string;
  readonly asks?: AskedByJob;
  /** Nobody but whom it is sent to, and their colleagues 1:1, learns of it: no export, room or list of an operator has it. */
  readonly confidential?: true;
};

/** Whether a delivery is nobody's business but that of whom it is for. */
export function isConfidential(jobs: readonly DeclaredJob[], { job }: { readonly job: string }): boolean {
  return jobs.some(({ name, confidential }) => name === job && confidential === true);
}

/** What people call a delivery, also where its job is no more. */
export function calledBy(jobs: readonly DeclaredJob[], { job }: { readonly job: string }): string {
  return jobs.find(({ name }) => name === job)?.called ?? 'お知らせ';
}

/** @throws Error where no job says that it asks for this: the list that was passed lacks one */
export function jobThatAsks(asks: AskedByJob, jobs: readonly DeclaredJob[]): DeclaredJob {
  const found = jobs.find((job) => job.asks === asks);
  if (!found) throw new Error(`no job asks for the ${asks}`);
  return found;
}
