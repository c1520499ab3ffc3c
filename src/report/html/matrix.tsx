import type { Defect } from '../../event/defects.js';
import type { StepStatus } from '../../event/event.js';
import { shorten } from '../layout.js';
import { type CaseRecord, casesOf, isOnlyWarned, type RunRecord } from '../record.js';
import { countOf } from '../words.js';

type Outcome = StepStatus | 'warned' | 'unfinished';

const OUTCOMES: Readonly<Record<Outcome, readonly [mark: string, look: string, words: string]>> = {
  passed: ['✓', 'good', 'passed'],
  failed: ['✗', 'bad', 'failed'],
  warned: ['!', 'warn', 'warning only'],
  blocked: ['○', 'warn', 'blocked'],
  skipped: ['-', 'dim', 'skipped'],
  unfinished: ['…', 'warn', 'not finished'],
};

interface Props {
  readonly run: RunRecord;
  readonly defects: readonly Defect[];
}

/** How each scenario ended under each dialect; what failed leads to the defect. */
export function Matrix({ run, defects }: Props) {
  const dialects = [...run.clients.keys()];
  const scenarios = new Map([...run.cases.values()].map(({ started }) => [started.scenario, started.title]));
  if (scenarios.size === 0) return null;
  const cases = new Map(dialects.map((dialect) => [dialect, new Map(casesOf(run, dialect).map((each) => [each.started.scenario, each]))]));
  return (
    <section aria-labelledby="matrix">
      <h2 id="matrix">Scenarios</h2>
      <details open={scenarios.size <= 12}>
        <summary>
          {countOf(scenarios.size, 'scenario')}, {countOf(dialects.length, 'dialect')}
        </summary>
        <p class="caption" id="matrix-told">
          {Object.values(OUTCOMES)
            .map(([mark, , words]) => `${mark} ${words}`)
            .join('   ')}
        </p>
        <div class="wide">
          <table class="matrix" aria-labelledby="matrix" aria-describedby="matrix-told">
            <thead>
              <tr>
                <th scope="col">Scenario</th>
                {dialects.map((dialect) => (
                  <th scope="col" key={dialect}>
                    {dialect}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {[...scenarios].map(([scenario, title]) => (
                <tr key={scenario}>
                  <th scope="row">
                    {shorten(scenario, 100)} <span class="dim">{shorten(title, 150)}</span>
                  </th>
                  {dialects.map((dialect) => (
                    <Cell key={dialect} played={cases.get(dialect)?.get(scenario)} defects={defects} />
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </section>
  );
}

function Cell({ played, defects }: { readonly played: CaseRecord | undefined; readonly defects: readonly Defect[] }) {
  if (played === undefined) return <td />;
  const outcome = isOnlyWarned(played) ? 'warned' : (played.finished?.status ?? 'unfinished');
  const [mark, look, words] = OUTCOMES[outcome];
  const checks = new Set(played.steps.flatMap((step) => step.checks));
  const cause = defects.find(({ check }) => checks.has(check));
  const shown = (
    <>
      <span aria-hidden="true">{mark}</span>
      <span class="unseen">{words}</span>
    </>
  );
  const reason = played.finished?.reason;
  return (
    <td class={look} title={reason === undefined ? undefined : shorten(reason, 200)}>
      {cause === undefined ? shown : <a href={`#${cause.id}`}>{shown}</a>}
    </td>
  );
}
