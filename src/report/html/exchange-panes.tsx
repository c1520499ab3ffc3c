import type { ExchangeEvent } from '../../event/event.js';
import type { Header } from '../../scim/message.js';
import { layOut } from '../body-text.js';
import { shorten } from '../layout.js';

/** Longer bodies are cut: the whole stands in the HAR report. */
const LONGEST_BODY = 12_000;
const LONGEST_LINE = 500;

/** A request and its answer, beside each other. */
export function ExchangePanes({ exchange: { request, response, failure } }: { readonly exchange: ExchangeEvent }) {
  const { method, url } = request;
  return (
    <div class="panes">
      <Message heading="Request" first={`${method} ${pathOf(url)}`} headers={request.headers} body={request.body ?? ''} />
      {response === undefined ? (
        <div>
          <h4>No answer</h4>
          <p>{failure === undefined ? 'The run ended before it came.' : shorten(`${failure.kind}: ${failure.message}`, 600)}</p>
        </div>
      ) : (
        <Message
          heading={`Response, ${Math.round(response.milliseconds)} ms`}
          first={`HTTP ${response.status}`}
          headers={response.headers}
          body={response.body}
          note={response.truncated ? 'The body was longer.' : undefined}
        />
      )}
    </div>
  );
}

interface MessageProps {
  readonly heading: string;
  readonly first: string;
  readonly headers: readonly Header[];
  readonly body: string;
  readonly note?: string | undefined;
}

function Message({ heading, first, headers, body, note }: MessageProps) {
  return (
    <div>
      <h4>{heading}</h4>
      <pre>
        <code>
          <strong>{shorten(first, LONGEST_LINE)}</strong>
          {'\n'}
          <span class="dim">{headers.map(([name, value]) => `${shorten(`${name}: ${value}`, LONGEST_LINE)}\n`).join('')}</span>
          {body === '' ? '' : `\n${shorten(layOut(body.slice(0, 4 * LONGEST_BODY)), LONGEST_BODY)}`}
        </code>
      </pre>
      {note === undefined ? null : <p class="dim">{note}</p>}
    </div>
  );
}

/** The host stands at the top of the page. */
function pathOf(url: string): string {
  return url.replace(/^[a-z]+:\/\/[^/?#]+/i, '') || '/';
}
