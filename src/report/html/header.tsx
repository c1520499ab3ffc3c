import { shorten } from '../layout.js';
import type { RunRecord } from '../record.js';
import { durationOf } from '../words.js';

interface Props {
  readonly run: RunRecord;
}

/** The target, and what the run was made with. */
export function Header({ run: { started, finished } }: Props) {
  if (started === undefined)
    return (
      <header>
        <h1>The run ended before it began</h1>
      </header>
    );
  const { app, name, source } = started.mapping;
  const facts: readonly (readonly [string, string | undefined])[] = [
    ['Mapping', app === name ? app : `${app} (${name})`],
    ['From', source],
    ['Seed', String(started.seed)],
    ['Began', started.time.replace('T', ' ').replace(/\.\d+Z$/, ' UTC')],
    ['Took', finished === undefined ? undefined : durationOf(finished.seconds)],
    ['Proxy', started.setup?.proxy],
    ['Configuration', started.setup?.config],
    ['Authorities', started.setup?.ca],
  ];
  return (
    <header>
      <p class="brand">scim-check</p>
      <h1>{shorten(started.target, 300)}</h1>
      <dl class="facts">
        {facts.map(([label, value]) =>
          value === undefined ? null : (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{shorten(value, 300)}</dd>
            </div>
          ),
        )}
      </dl>
    </header>
  );
}

/** What made the page. */
export function Footer({ run: { started } }: Props) {
  return (
    <footer>
      <p>{shorten(`scim-check ${started?.version ?? ''}, run ${started?.runId ?? ''}`, 200)}</p>
    </footer>
  );
}
