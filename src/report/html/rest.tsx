import { cleanCommand } from '../clean-advice.js';
import { noticesOf, notPlayedOf, onlyFor } from '../groups.js';
import { shorten } from '../layout.js';
import type { RunRecord } from '../record.js';
import { countOf, listOf } from '../words.js';
import { Command } from './command.js';

interface Props {
  readonly run: RunRecord;
}

/** As many left-over resources stand there without being asked for; as many are named at all, of those that stand in the ledger. */
const SHOWN = 3;
const NAMED = 20;

/** What became of the resources that the run created. */
export function CleanUp({ run }: Props) {
  if (run.cleanup === undefined) return null;
  const { created, deleted, left, ledger } = run.cleanup;
  if (left.length === 0)
    return (
      <p class="dim">Clean-up: {created === 0 ? 'nothing was created.' : `${created} created, ${deleted} deleted, nothing left behind.`}</p>
    );
  return (
    <section class="callout bad" aria-labelledby="left">
      <h2 id="left">
        Clean-up incomplete: {countOf(left.length, 'resource')} of this run {left.length === 1 ? 'is' : 'are'} still in the target
      </h2>
      {ledger === undefined ? null : (
        // Without a ledger nobody could say what is to be deleted: such a target was the run's own.
        <>
          <p>They stand in {ledger}. To delete them, run:</p>
          <Command text={cleanCommand(run)} />
        </>
      )}
      {left.length > SHOWN ? (
        // The defects come first to whoever reads: most likely one of them is why so much is left.
        <details>
          <summary>Which they are, and why each was left</summary>
          <LeftOver left={left} />
        </details>
      ) : (
        <LeftOver left={left} />
      )}
    </section>
  );
}

function LeftOver({ left }: { readonly left: NonNullable<RunRecord['cleanup']>['left'] }) {
  return (
    <ul>
      {left.slice(0, NAMED).map((each, at) => (
        <li key={at}>
          {each.resourceType} {each.id === '' ? null : <code>{shorten(each.id, 100)}</code>} {shorten(each.name, 100)}:{' '}
          {shorten(each.reason, 300)}
        </li>
      ))}
      {left.length > NAMED ? <li>and {left.length - NAMED} more</li> : null}
    </ul>
  );
}

/** What was not judged, and why. */
export function NotPlayed({ run }: Props) {
  const groups = notPlayedOf(run);
  if (groups.length === 0) return null;
  return (
    <section aria-labelledby="not-played">
      <h2 id="not-played">Not judged</h2>
      <ul>
        {groups.map(({ status, reason, scenarios, dialects }) => (
          <li key={`${status} ${reason}`}>
            {countOf(scenarios.size, 'scenario')} {status}: {shorten(reason, 400)}
            {onlyFor(run, dialects)} <span class="dim">{listOf([...scenarios], 12)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What the reader should know and that is no finding. */
export function Notices({ run }: Props) {
  const notices = noticesOf(run);
  if (notices.length === 0) return null;
  return (
    <section aria-labelledby="notices">
      <h2 id="notices">Notes</h2>
      <ul>
        {notices.map(({ message, isWarning, dialects }) => (
          <li key={message} class={isWarning ? 'warn' : undefined}>
            {isWarning ? 'Warning: ' : ''}
            {shorten(message, 600)}
            {onlyFor(run, dialects)}
          </li>
        ))}
      </ul>
    </section>
  );
}
