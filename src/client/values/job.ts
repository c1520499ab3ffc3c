/** What a synthetic person does, and where in the company; everything in it belongs together. */
export interface Job {
  readonly title: string;
  readonly department: string;
  readonly division: string;
  readonly costCenter: string;
}

/** What people do before anything changes. */
export const JOBS: readonly Job[] = [
  { title: 'Engineer', department: 'Research & Development', division: 'Products', costCenter: '4110' },
  { title: 'Account Manager', department: 'Sales', division: 'Markets', costCenter: '4270' },
  { title: 'Analyst, Risk & Compliance', department: 'Finance', division: 'Services', costCenter: '4380' },
];

/** What people do in whose jobs no sign is awkward. */
export const PLAIN_JOBS: readonly Job[] = [
  { title: 'Engineer', department: 'Research', division: 'Products', costCenter: '4110' },
  { title: 'Account Manager', department: 'Sales', division: 'Markets', costCenter: '4270' },
  { title: 'Analyst', department: 'Finance', division: 'Services', costCenter: '4380' },
];

/** What people do who change everything; nobody starts there. */
export const NEW_JOB: Job = {
  title: 'Head of Quality (Processes & Tools)',
  department: 'Quality, Health & Safety',
  division: 'Operations',
  costCenter: '0495', // a number to look at, and a text all the same
};

/** The company. */
export const COMPANY = 'Example Works';

/** What it is called afterwards. */
export const NEW_COMPANY = `${COMPANY} (Canada) Ltd.`;
