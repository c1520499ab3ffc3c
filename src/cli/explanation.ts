import type { Authority, Check, CheckInfo } from '../check/check.js';
import { showExample } from '../check/show-example.js';
import { wrap } from '../report/layout.js';
import { authorityOf } from '../report/words.js';
import { DEFECTS } from '../sample/defects/index.js';

const WIDTH = 10;

/** What a defect does to a directory, for people. */
const IMPACTS: Readonly<Record<CheckInfo['impact'], string>> = {
  'provisioning-lost': 'provisioning does not work',
  'access-kept': 'people keep access that they should have lost',
  'data-damaged': 'data is damaged',
  noise: 'no damage by itself',
};

/**
 * A check in full, for people.
 *
 * @param check the check
 * @param columns width of the terminal
 */
export function explanationOf(check: Check, columns: number): string {
  const row = (name: string, text: string): string[] =>
    wrap(text, Math.max(30, Math.min(columns, 110) - WIDTH)).map((line, index) => `${(index === 0 ? name : '').padEnd(WIDTH)}${line}`);
  const shown = DEFECTS.filter((defect) => [defect.check].flat().includes(check.id));
  const lines = [
    ...row(check.id, check.title),
    '',
    ...row('severity', severities(check)),
    ...row('impact', check.safety === true ? `${IMPACTS[check.impact]}; no baseline accepts it` : IMPACTS[check.impact]),
    ...row('clients', check.clients.join(', ')),
    ...check.authorities.flatMap((authority) => rule(authority).flatMap((text, index) => row(index === 0 ? 'rule' : '', text))),
    ...row('effect', check.effect),
    ...row('fix', check.fix),
    ...example('right', showExample(check, 'good')),
    ...example('wrong', showExample(check, 'bad')),
    ...shown.map((defect) => `${'see it'.padEnd(WIDTH)}scim-check run --target sample --defect ${defect.name}`),
  ];
  return `${lines.map((line) => line.trimEnd()).join('\n')}\n`;
}

/** An example as it goes over the wire: its lines stay as they are, so that they can be copied. */
function example(name: string, text: string): string[] {
  return text.split('\n').map((line, index) => `${(index === 0 ? name : '').padEnd(WIDTH)}${line}`);
}

function severities(check: CheckInfo): string {
  const others = Object.entries(check.severityFor ?? {}).filter(([, severity]) => severity !== check.severity);
  return [check.severity, ...others.map(([client, severity]) => `${severity} for ${client}`)].join(', ');
}

function rule(authority: Authority): string[] {
  const name = authorityOf(authority);
  const named = name.startsWith(authority.reference) ? name : `${name}: ${authority.reference}`;
  return [
    named,
    ...(authority.quote === undefined ? [] : [`"${authority.quote}"`]),
    ...(authority.url === undefined ? [] : [authority.url]),
  ];
}
