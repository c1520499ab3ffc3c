import type { Severity } from '../../check/check.js';
import type { Defect } from '../../event/defects.js';
import { familiesOf, markOf, metBy } from '../defect-words.js';
import { isKnown, knownOf } from '../known.js';
import { shorten } from '../layout.js';
import type { RunRecord } from '../record.js';
import { countOf, defectCounts, STAKES } from '../words.js';

interface Props {
  readonly run: RunRecord;
  /** By weight. */
  readonly defects: readonly Defect[];
}

/** All defects in one line each, what is worst first; the clients are the columns. */
export function DefectTable({ run, defects }: Props) {
  const families = familiesOf(run);
  return (
    <section aria-labelledby="defects">
      <h2 id="defects">Defects</h2>
      {defects.length === 0 ? (
        <p>None was found.</p>
      ) : (
        <>
          <Filter families={families} />
          <p class="caption" id="defects-told">
            {defectCounts(defects)}. What is worst comes first; <span aria-hidden="true">✗</span> blocks the client,{' '}
            <span aria-hidden="true">!</span> is a warning.
          </p>
          <div class="wide">
            <table class="defects" aria-labelledby="defects" aria-describedby="defects-told">
              <thead>
                <tr>
                  <th scope="col">Check</th>
                  <th scope="col">What a correct server does</th>
                  <th scope="col">At stake</th>
                  {families.map((family) => (
                    <th scope="col" key={family}>
                      {family}
                    </th>
                  ))}
                  <th scope="col">Blocks</th>
                </tr>
              </thead>
              <tbody>
                {defects.map((defect) => (
                  <Row key={defect.id} run={run} defect={defect} />
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
    </section>
  );
}

function Row({ run, defect }: { readonly run: RunRecord; readonly defect: Defect }) {
  const { id, check, title, severity, impact, blocks } = defect;
  const families = familiesOf(run).map((family) => ({ family, ...metBy(run, defect, family) }));
  const met = families.filter((each) => each.severity !== undefined).map((each) => each.family);
  return (
    <tr data-defect={id} data-severity={severity} data-clients={met.join(' ')}>
      <th scope="row">
        <a href={`#${id}`} class={severity === 'error' ? 'bad' : 'warn'}>
          <span aria-hidden="true">{markOf(severity)} </span>
          {shorten(check, 20)}
        </a>
      </th>
      <td>
        {shorten(title, 300)}
        <Known run={run} defect={defect} />
      </td>
      <td>{STAKES[impact]}</td>
      {families.map((each) => (
        <Cell key={each.family} severity={each.severity} only={each.only} />
      ))}
      <td class="number">{blocks.length === 0 ? '' : countOf(blocks.length, 'step')}</td>
    </tr>
  );
}

/** What a baseline accepts is broken all the same. */
function Known({ run, defect }: { readonly run: RunRecord; readonly defect: Defect }) {
  const entries = defect.findings.flatMap(({ id }) => knownOf(run, id) ?? []);
  if (!isKnown(run, defect)) return null;
  const told = entries.map(({ expires, reason }) => `${expires === undefined ? '' : `until ${expires}: `}${shorten(reason, 300)}`);
  return <p class="dim">Known. {[...new Set(told)].join('; ')}</p>;
}

function Cell({ severity, only }: { readonly severity: Severity | undefined; readonly only: readonly string[] }) {
  if (severity === undefined)
    return (
      <td class="dim">
        <span aria-hidden="true">·</span>
        <span class="unseen">not met</span>
      </td>
    );
  return (
    <td class={severity === 'error' ? 'bad' : 'warn'}>
      <span aria-hidden="true">{markOf(severity)}</span>
      <span class="unseen">{severity}</span>
      {only.length === 0 ? '' : ` ${only.join(', ')}`}
    </td>
  );
}

/** Shown by the script, which makes it work. */
function Filter({ families }: { readonly families: readonly string[] }) {
  return (
    <search class="filter" hidden>
      <label>
        Search <input type="search" id="search" autocomplete="off" placeholder="check, attribute, path …" />
      </label>
      <label>
        Client{' '}
        <select id="client">
          <option value="">all</option>
          {families.map((family) => (
            <option key={family} value={family}>
              {family}
            </option>
          ))}
        </select>
      </label>
      <label>
        Severity{' '}
        <select id="severity">
          <option value="">all</option>
          <option value="error">errors</option>
          <option value="warning">warnings</option>
        </select>
      </label>
      <button type="button" id="open-all">
        Open all
      </button>
      <button type="button" id="close-all">
        Close all
      </button>
      <output id="shown" aria-live="polite" />
    </search>
  );
}
