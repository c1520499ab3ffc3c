import { createHash } from 'node:crypto';
import { renderToString } from 'preact-render-to-string';
import { defectsOf } from '../../event/defects.js';
import { verdictsOf } from '../../event/verdict.js';
import { escapeMarkup } from '../escape.js';
import { shorten } from '../layout.js';
import type { RunRecord } from '../record.js';
import { script, style } from './assets.js';
import { DefectList } from './defect.js';
import { DefectTable } from './defect-table.js';
import { Gallery } from './gallery.js';
import { Footer, Header } from './header.js';
import { Matrix } from './matrix.js';
import { CleanUp, Notices, NotPlayed } from './rest.js';
import { Timeline } from './timeline.js';
import { Verdicts } from './verdicts.js';

/**
 * The page of a run.
 *
 * @param run the run, with its exchanges
 * @returns an HTML document that needs nothing else, and that lets nothing but its own style and script act
 */
export function page(run: RunRecord): string {
  const body = escapeMarkup(renderToString(<Body run={run} />));
  // The hashes name the texts between the tags, to the letter.
  const policy = `default-src 'none'; style-src '${hashOf(style)}'; script-src '${hashOf(script)}'; base-uri 'none'; form-action 'none'`;
  return [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="referrer" content="no-referrer">',
    '<meta name="color-scheme" content="light dark">',
    escapeMarkup(renderToString(<title>{titleOf(run)}</title>)),
    `<style>${style}</style>`,
    '</head>',
    `${body}`,
    `<script>${script}</script>`,
    '</html>\n',
  ].join('\n');
}

function Body({ run }: { readonly run: RunRecord }) {
  const defects = defectsOf(run.findings);
  return (
    <body>
      <a class="skip" href="#main">
        Skip to the result
      </a>
      <Header run={run} />
      <main id="main">
        <Gallery run={run} />
        <Verdicts run={run} />
        <CleanUp run={run} />
        <DefectTable run={run} defects={defects} />
        <DefectList run={run} defects={defects} />
        <Matrix run={run} defects={defects} />
        <NotPlayed run={run} />
        <Notices run={run} />
        <Timeline run={run} />
      </main>
      <Footer run={run} />
    </body>
  );
}

/** What a tab shows of it: `entra not ready, okta ready · scim.example.com/v2 · scim-check`. */
function titleOf({ started, events }: RunRecord): string {
  const verdicts = verdictsOf(events).map(({ client, verdict }) => `${client} ${verdict.replaceAll('-', ' ')}`);
  return shorten([verdicts.join(', '), started?.target.replace(/^https?:\/\//, ''), 'scim-check'].filter(Boolean).join(' · '), 200);
}

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}
