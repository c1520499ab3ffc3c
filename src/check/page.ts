import type { Authority, Check, CheckInfo } from './check.js';
import { showExample } from './show-example.js';

/**
 * The page of a check in docs/checks, as Markdown.
 *
 * @param check the check
 * @param defects names of the sample's defects that turn it red
 * @param scenarios ids of the scenarios that name it
 */
export function pageOf(check: Check, defects: readonly string[], scenarios: readonly string[]): string {
  return `${[
    `# ${check.id} ${check.title}`,
    '',
    `| | |\n|---|---|\n| severity | ${severities(check)} |\n| impact | ${check.impact} |\n| clients | ${check.clients.join(', ')} |${need(check)}${safety(check)}`,
    '',
    '## Who demands it',
    '',
    ...check.authorities.map(authority),
    '',
    '## What its violation does',
    '',
    check.effect,
    '',
    ...(check.effects ?? []).map(
      ({ client, type, partly, effect }) =>
        `- ${[client, type === undefined ? undefined : `${type.toLowerCase()}s`, partly ? 'where others are accepted' : undefined].filter((each) => each !== undefined).join(', ')}: ${effect}`,
    ),
    ...(check.effects === undefined ? [] : ['']),
    '## What to do',
    '',
    check.fix,
    '',
    '## Right',
    '',
    '```',
    showExample(check, 'good'),
    '```',
    '',
    '## Wrong',
    '',
    '```',
    showExample(check, 'bad'),
    '```',
    '',
    '## See it',
    '',
    ...(scenarios.length === 0 ? [] : [`Scenarios: ${scenarios.map((id) => `\`${id}\``).join(', ')}.`, '']),
    ...(defects.length === 0
      ? ['The sample server has no defect for it.']
      : defects.map((name) => `    scim-check run --target sample --defect ${name}`)),
  ].join('\n')}\n`;
}

/** The list of all pages. */
export function indexOf(checks: readonly CheckInfo[]): string {
  const rows = checks.map(
    (check) =>
      `| [${check.id}](${check.id}.md) | ${check.title.replaceAll('|', '\\|')} | ${severities(check)} | ${check.clients.join(', ')} |`,
  );
  return `# Checks\n\nWritten by \`npm run docs\` from the catalogue.\n\n| id | title | severity | clients |\n|---|---|---|---|\n${rows.join('\n')}\n`;
}

function severities(check: CheckInfo): string {
  const others = Object.entries(check.severityFor ?? {}).filter(([, severity]) => severity !== check.severity);
  return [check.severity, ...others.map(([client, severity]) => `${severity} for ${client}`)].join(', ');
}

function safety(check: CheckInfo): string {
  return check.safety === true ? '\n| baseline | none accepts it |' : '';
}

function need(check: CheckInfo): string {
  return check.needs === undefined ? '' : `\n| only where ServiceProviderConfig promises | ${check.needs} |`;
}

function authority({ kind, reference, quote, url }: Authority): string {
  const name =
    kind === 'rfc-must'
      ? `${reference} (MUST)`
      : kind === 'rfc-says'
        ? reference
        : kind === 'rfc-should'
          ? `${reference} (SHOULD)`
          : kind === 'field'
            ? `seen in the field: ${reference}`
            : reference;
  return `- ${url === undefined ? name : `[${name}](${url})`}${quote === undefined ? '' : `: "${quote}"`}`;
}
