import { CAPABILITIES } from '../../event/capability.js';
import type { CapabilityCoverage } from '../../event/coverage.js';
import { type Verdict, verdictsOf } from '../../event/verdict.js';
import { shorten } from '../layout.js';
import type { RunRecord } from '../record.js';
import { ABORTED, BASELINE_PROBLEMS, countsOf, familyCost, VERDICTS, verdictWords } from '../verdict-words.js';
import { placeOf } from '../words.js';

/** What a capability came to, in a mark and a word. */
const PROOFS: Readonly<Record<CapabilityCoverage['status'], readonly [mark: string, words: string, look: string]>> = {
  proven: ['✓', 'works', 'good'],
  disproven: ['✗', 'does not work', 'bad'],
  'not-tested': ['?', 'not tested', 'warn'],
  'not-provisioned': ['-', 'not provisioned', 'dim'],
};

/** The answer per client, with what it needs and what is known of it. */
export function Verdicts({ run }: { readonly run: RunRecord }) {
  const verdicts = verdictsOf(run.events);
  return (
    <section aria-labelledby="verdicts">
      <h2 id="verdicts">Verdict</h2>
      <Aborted run={run} />
      <BaselineProblems run={run} />
      <div class="cards">
        {verdicts.map((verdict) => (
          <VerdictCard key={verdict.client} run={run} verdict={verdict} />
        ))}
      </div>
    </section>
  );
}

function Aborted({ run: { finished } }: { readonly run: RunRecord }) {
  if (finished === undefined) return <p class="callout bad">✗ The run broke off: its last event is missing.</p>;
  if (finished.aborted === undefined) return null;
  const { kind, message } = finished.aborted;
  return (
    <p class="callout bad">
      ✗ {ABORTED[kind]}: {shorten(message, 1000)}
    </p>
  );
}

/** Where the run and its baseline do not agree. */
function BaselineProblems({ run: { baseline } }: { readonly run: RunRecord }) {
  if (baseline === undefined || baseline.problems.length === 0) return null;
  return (
    <div class="callout bad">
      ✗ The run and the baseline {shorten(baseline.file, 200)} do not agree:
      <ul>
        {baseline.problems.slice(0, 50).map(({ kind, message, source }) => (
          <li key={message}>
            {BASELINE_PROBLEMS[kind]}: {source === undefined ? '' : `${placeOf(source)} `}
            {shorten(message, 400)}
          </li>
        ))}
      </ul>
    </div>
  );
}

function VerdictCard({ run, verdict }: { readonly run: RunRecord; readonly verdict: Verdict }) {
  const [, look] = VERDICTS[verdict.verdict];
  const { capabilities } = verdict.coverage;
  const proven = capabilities.filter(({ status }) => status === 'proven').length;
  const why = countsOf(verdict);
  return (
    <article class={`card ${look}`} data-verdict={verdict.verdict}>
      <h3>
        {verdict.client} <span class={look}>{verdictWords(verdict)}</span>
      </h3>
      {why === '' ? null : <p>{why}</p>}
      {verdict.reason === undefined ? null : <p>{shorten(verdict.reason, 400)}</p>}
      {verdict.advice === undefined ? null : <p class="advice">{verdict.advice}</p>}
      {capabilities.length === 0 ? null : (
        <details>
          <summary>
            {proven} of {capabilities.length} capabilities proven
          </summary>
          <ul class="capabilities">
            {capabilities.map((each) => (
              <CapabilityLine key={each.capability} coverage={each} />
            ))}
          </ul>
        </details>
      )}
      <p class="dim">{familyCost(run, verdict)}</p>
    </article>
  );
}

function CapabilityLine({ coverage: { capability, status, reason, advice } }: { readonly coverage: CapabilityCoverage }) {
  const [mark, words, look] = PROOFS[status];
  return (
    <li>
      <span class={look}>
        {mark} {CAPABILITIES[capability]}
      </span>
      : {words}
      {reason === undefined ? '' : `, ${shorten(reason, 300)}`}
      {advice === undefined ? '' : ` ${shorten(advice, 300)}`}
    </li>
  );
}
