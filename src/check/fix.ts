import type { CheckInfo } from './check.js';

/** What a refusal says by its status alone, whatever it refuses. */
interface StatusFix {
  readonly statuses: readonly number[];
  readonly fix: string;
  /** The check's own fix still stands: it says what to do once this is done. */
  readonly goesOn?: true;
}

const OF_STATUS: readonly StatusFix[] = [
  { statuses: [401, 403], fix: "Let the client's credential do this: the status says that it may not." },
  {
    statuses: [404, 410],
    fix: 'Serve this request: the status says that the resource, or the way to it, is not there, and a read by its id finds it.',
  },
  { statuses: [405, 501], fix: 'Serve this request: the status says that nothing here does.' },
  { statuses: [409], fix: 'Answer 409 only where another resource has the same unique value.', goesOn: true },
  { statuses: [413], fix: 'Accept bodies of this size.' },
  { statuses: [415], fix: "Read the body in this request's Content-Type, as other requests' bodies are read." },
  { statuses: [429, 503, 507], fix: 'Find out why the server has no capacity for this request, and answer it.' },
  { statuses: [500, 502, 504], fix: "Find the reason in the server's log: it breaks down at this request.", goesOn: true },
];

/**
 * What the vendor should do where the violation of a check is a refusal with this status: "store the value" is no help where the
 * server says that nobody may write, or where it breaks down.
 *
 * @param check the check
 * @param status the status of all answers that show it, where it is one; undefined: they differ, or it shows otherwise
 * @param isPrecise whether another form of the request was accepted: the check's own fix tells what is different
 */
export function fixOf(check: CheckInfo, status: number | undefined, isPrecise: boolean): string {
  const found = OF_STATUS.find(({ statuses }) => status !== undefined && statuses.includes(status));
  if (found === undefined || check.constraint === true || check.fixSuits?.includes(status ?? 0) === true) return check.fix;
  if (found.goesOn === true) return `${found.fix} ${check.fix}`;
  return isPrecise ? check.fix : found.fix;
}
