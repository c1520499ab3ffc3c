import type { Authority } from '../../check/check.js';
import type { Defect } from '../../event/defects.js';
import type { FindingEvent } from '../../event/event.js';
import { replayCommand } from '../command.js';
import { markOf, otherAnswers, seenOf } from '../defect-words.js';
import { expectedApart } from '../difference.js';
import { shorten } from '../layout.js';
import type { RunRecord } from '../record.js';
import { authorityOf, listOf, placeOf, STAKES, stepRanges } from '../words.js';
import { ChangePanes, Pieces } from './change-panes.js';
import { Command } from './command.js';
import { ExchangePanes } from './exchange-panes.js';

/** Longest text of what was expected and received, in characters: more is in the exchange. */
const LONGEST = 600;
/** So many are open from the start; the others open with a click, a link, or when the page is printed. */
const OPEN = 3;

/** Every defect with its evidence. */
export function DefectList({ run, defects }: { readonly run: RunRecord; readonly defects: readonly Defect[] }) {
  return defects.length === 0 ? null : (
    <section aria-labelledby="evidence">
      <h2 id="evidence">What was seen</h2>
      {defects.map((defect, at) => (
        <DefectBlock key={defect.id} run={run} defect={defect} isOpen={at < OPEN} />
      ))}
      <p id="none-shown" hidden>
        No defect fits the search.
      </p>
    </section>
  );
}

function DefectBlock({ run, defect, isOpen }: { readonly run: RunRecord; readonly defect: Defect; readonly isOpen: boolean }) {
  const { id, check, title, severity, impact, evidence, findings, blocks } = defect;
  const dialects = [...new Set(findings.map((each) => each.dialect))];
  const families = [...new Set(findings.map((each) => each.client))];
  const exchange = run.exchanges.get(evidence.exchange ?? '');
  const replay = replayCommand(run.started, evidence);
  return (
    <details class="defect" id={id} data-defect={id} data-severity={severity} data-clients={families.join(' ')} open={isOpen}>
      <summary>
        <h3>
          <span class={severity === 'error' ? 'bad' : 'warn'}>
            <span aria-hidden="true">{markOf(severity)}</span>
            <span class="unseen">{severity}</span> {shorten(check, 20)}
          </span>{' '}
          {shorten(title, 300)}
        </h3>
        <p class="dim">
          {STAKES[impact]}, {dialects.join(', ')}
        </p>
      </summary>
      <p class="effect">{shorten(evidence.effect, 1200)}</p>
      <p class="fix">
        <strong>Fix:</strong> {shorten(evidence.fix, 1200)}
      </p>
      <Expectation finding={evidence} />
      <dl class="facts">
        <Fact label="Where">{whereOf(evidence)}</Fact>
        {otherAnswers(defect).map((text) => (
          <Fact key={text} label="Also">
            {shorten(text, LONGEST)}
          </Fact>
        ))}
        <Fact label="Blocks">{blocks.length === 0 ? undefined : listOf(stepRanges(blocks), 12)}</Fact>
        <Fact label="Seen">{seenOf(defect)}</Fact>
      </dl>
      <Authorities authorities={evidence.authorities} />
      {exchange === undefined ? null : <ExchangePanes exchange={exchange} />}
      {exchange === undefined ? null : <ChangePanes run={run} exchange={exchange} />}
      {replay === undefined ? null : (
        <>
          <h4>Play it again</h4>
          <Command text={replay} />
        </>
      )}
      {evidence.repeat === undefined ? null : (
        <details>
          <summary>Repeat the request alone</summary>
          <Command text={evidence.repeat} />
        </details>
      )}
      <OtherPlaces defect={defect} />
    </details>
  );
}

/** What was expected and what came, beside each other. */
function Expectation({ finding: { expected, received } }: { readonly finding: FindingEvent }) {
  const { left, right } = expectedApart(shorten(expected, LONGEST), shorten(received, LONGEST));
  return (
    <div class="panes">
      <div class="expected">
        <h4>Expected</h4>
        <p class="text">
          <Pieces pieces={left} mark="mark" />
        </p>
      </div>
      <div class="received">
        <h4>Received</h4>
        <p class="text">
          <Pieces pieces={right} mark="mark" />
        </p>
      </div>
    </div>
  );
}

function Fact({ label, children }: { readonly label: string; readonly children: string | undefined }) {
  return children === undefined ? null : (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function whereOf({ source, scenario, label, step }: FindingEvent): string {
  const place = source === undefined ? scenario : placeOf(source);
  const where = place === undefined ? undefined : shorten(place, 300);
  const what = label ?? (step === undefined ? undefined : `step ${step}`);
  return (
    [where, what === undefined ? undefined : shorten(what, 300)].filter((each) => each !== undefined).join('  ') || 'outside the scenarios'
  );
}

/** A vendor's document by its name, what was seen in the field by its entry in docs/failures.md. */
function inFull(authority: Authority): string {
  const short = authorityOf(authority);
  return short.includes(authority.reference) ? short : `${short}: ${authority.reference}`;
}

/** Who says so, with the words of the standard. */
function Authorities({ authorities }: { readonly authorities: readonly Authority[] }) {
  return (
    <>
      <h4>Who says so</h4>
      <ul class="authorities">
        {authorities.map((authority, at) => (
          <li key={at}>
            {authority.url?.startsWith('https://') === true ? (
              <a href={authority.url} rel="noreferrer">
                {shorten(inFull(authority), 200)}
              </a>
            ) : (
              shorten(inFull(authority), 200)
            )}
            {authority.quote === undefined ? null : <q>{shorten(authority.quote, 600)}</q>}
          </li>
        ))}
      </ul>
    </>
  );
}

/** As many further places are told; all stand in the JSON report. */
const MOST_PLACES = 20;

/** What other dialects have seen of the same defect. */
function OtherPlaces({ defect: { findings, evidence } }: { readonly defect: Defect }) {
  const others = findings.filter((each) => each !== evidence);
  return others.length === 0 ? null : (
    <details>
      <summary>Also seen under {[...new Set(others.map(({ dialect }) => dialect))].join(', ')}</summary>
      <ul>
        {others.slice(0, MOST_PLACES).map((finding) => (
          <li key={finding.id}>
            {finding.dialect}, {whereOf(finding)}: expected <code>{shorten(finding.expected, 200)}</code>, received{' '}
            <code>{shorten(finding.received, 200)}</code>
          </li>
        ))}
        {others.length > MOST_PLACES ? <li>and {others.length - MOST_PLACES} more</li> : null}
      </ul>
    </details>
  );
}
