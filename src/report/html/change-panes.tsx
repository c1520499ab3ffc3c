import { Fragment } from 'preact';
import type { ExchangeEvent } from '../../event/event.js';
import { type Change, changeOf } from '../change.js';
import { linesApart, type Piece } from '../difference.js';
import type { RunRecord } from '../record.js';

/** Longer ones are cut: the whole stands in the HAR report. */
const MOST_LINES = 300;

const HEADINGS: Readonly<Record<Change['kind'], readonly [left: string, right: string]>> = {
  'before-after': ['The resource before', 'The resource after'],
  'sent-stored': ['What was sent', 'What was stored'],
  'sent-answered': ['What was sent', 'What was answered'],
};

/** What a write has done, line by line; nothing where there is nothing to compare. */
export function ChangePanes({ run, exchange }: { readonly run: RunRecord; readonly exchange: ExchangeEvent }) {
  const change = changeOf(run, exchange);
  if (change === undefined) return null;
  const { left, right } = linesApart(change.left, change.right, MOST_LINES);
  const [before, after] = HEADINGS[change.kind];
  return (
    <div class="panes">
      <Lines heading={before} pieces={left} mark="del" />
      <Lines heading={after} pieces={right} mark="ins" />
    </div>
  );
}

type Mark = 'ins' | 'del' | 'mark';

function Lines({ heading, pieces, mark }: { readonly heading: string; readonly pieces: readonly Piece[]; readonly mark: Mark }) {
  return (
    <div>
      <h4>{heading}</h4>
      <pre>
        <code>
          {pieces.map((piece, at) => (
            <Fragment key={at}>
              <Pieces pieces={[piece]} mark={mark} />
              {'\n'}
            </Fragment>
          ))}
        </code>
      </pre>
    </div>
  );
}

/** Pieces of a text; those that the other text does not have are marked. */
export function Pieces({ pieces, mark: Marked }: { readonly pieces: readonly Piece[]; readonly mark: Mark }) {
  return <>{pieces.map(({ text, common }, at) => (common ? text : <Marked key={at}>{text}</Marked>))}</>;
}
