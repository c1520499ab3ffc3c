import type { ExchangeEvent } from '../../event/event.js';
import { shorten } from '../layout.js';
import type { ClientRecord, RunRecord } from '../record.js';
import { countOf } from '../words.js';

/** More rows are slow to open; the HAR report has all of them. */
const MOST_ROWS = 600;
const WIDTH = 1000;
const HEIGHT = 24;

/** What was sent when, per dialect: as a strip, and as a table. */
export function Timeline({ run }: { readonly run: RunRecord }) {
  const exchanges = [...run.exchanges.values()];
  const [first] = exchanges;
  if (first === undefined) return null;
  const begin = Date.parse(first.time);
  return (
    <section aria-labelledby="timeline">
      <h2 id="timeline">Timeline</h2>
      {[...run.clients.values()].map((client) => (
        <ClientTime
          key={client.dialect}
          client={client}
          exchanges={exchanges.filter((each) => each.dialect === client.dialect)}
          begin={begin}
        />
      ))}
    </section>
  );
}

interface ClientTimeProps {
  readonly client: ClientRecord;
  readonly exchanges: readonly ExchangeEvent[];
  /** Milliseconds since 1970 at which the run began. */
  readonly begin: number;
}

function ClientTime({ client, exchanges, begin }: ClientTimeProps) {
  const shown = exchanges.slice(0, MOST_ROWS);
  return shown.length === 0 ? null : (
    <details class="timeline">
      <summary>
        {client.dialect}, {countOf(exchanges.length, 'request')}
      </summary>
      <Strip exchanges={exchanges} />
      <div class="wide">
        <table>
          <thead>
            <tr>
              {['At', 'Scenario', 'Request', 'Answer', 'Took'].map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((each) => (
              <Row key={each.id} exchange={each} begin={begin} />
            ))}
          </tbody>
        </table>
      </div>
      {exchanges.length > shown.length ? <p>and {exchanges.length - shown.length} more, in the HAR report</p> : null}
    </details>
  );
}

function Row({ exchange, begin }: { readonly exchange: ExchangeEvent; readonly begin: number }) {
  const { scenario, step, request, response, failure, time, purpose, own } = exchange;
  const seconds = (Date.parse(time) - begin) / 1000;
  return (
    <tr class={own === true ? 'dim' : undefined}>
      <td class="number">{Number.isFinite(seconds) ? `${seconds.toFixed(3)} s` : ''}</td>
      <td>{scenario === undefined ? purpose : shorten(`${scenario}:${step ?? ''}`, 80)}</td>
      <td>
        <code>{shorten(`${request.method} ${request.url.replace(/^[a-z]+:\/\/[^/?#]+/i, '')}`, 160)}</code>
      </td>
      <td class={lookOf(exchange)}>{response?.status ?? shorten(failure?.kind ?? 'none', 40)}</td>
      <td class="number">{response === undefined ? '' : `${Math.round(response.milliseconds)} ms`}</td>
    </tr>
  );
}

/** One mark per request, from the first to the last; for those who can see it, the table says the same. */
function Strip({ exchanges }: { readonly exchanges: readonly ExchangeEvent[] }) {
  const times = exchanges.map(({ time }) => Date.parse(time)).filter((time) => Number.isFinite(time));
  const begin = times.reduce((least, time) => Math.min(least, time), Number.POSITIVE_INFINITY);
  const length = Math.max(1, times.reduce((most, time) => Math.max(most, time), begin) - begin);
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
      {exchanges.map((each) => {
        const at = ((Date.parse(each.time) - begin) / length) * (WIDTH - 4);
        const width = Math.max(2, ((each.response?.milliseconds ?? 0) / length) * WIDTH);
        return Number.isFinite(at) ? (
          <rect key={each.id} class={lookOf(each)} x={at.toFixed(1)} y="0" width={width.toFixed(1)} height={HEIGHT} />
        ) : null;
      })}
    </svg>
  );
}

function lookOf({ response }: ExchangeEvent): string {
  if (response === undefined || response.status >= 500) return 'bad';
  return response.status >= 400 ? 'warn' : 'good';
}
