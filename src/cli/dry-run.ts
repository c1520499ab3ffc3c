import { dryRun, schemeOf } from '../app/dry-run.js';
import type { Plan } from '../config/plan.js';
import type { ExchangeEvent, RunEvent } from '../event/event.js';
import { escapeTerminal } from '../report/escape.js';
import { countOf } from '../report/words.js';
import { CREDENTIAL } from '../scim/message.js';

/** Requests that belong to no scenario, under the name that the listing gives them. */
const OTHERS: Partial<Record<ExchangeEvent['purpose'], string>> = {
  probe: 'before anything is written',
  discover: 'before anything is written',
  cleanup: 'clean-up',
  verify: 'a last look at everything',
};

/**
 * What a run would send, request by request, in the order of a run without parallel scenarios.
 *
 * @param plan the plan; nothing of it is sent
 */
export async function describeRequests(plan: Plan): Promise<string> {
  const events: RunEvent[] = [];
  await dryRun({ ...plan, jobs: 1 }, (event) => events.push(event));
  const used = schemeOf(plan);
  const scheme = used === 'raw' ? '' : `${used} `;
  const labels = new Map<string, string>();
  const lines: string[] = [];
  let heading = '';
  for (const event of events) {
    if (event.type === 'step-started') labels.set(`${event.dialect} ${event.scenario} ${event.step}`, event.label);
    if (event.type === 'notice') lines.push(`Note: ${event.message}`);
    if (event.type === 'scenario-finished' && event.status === 'skipped')
      lines.push('', `${event.scenario} · ${event.dialect}: skipped, ${event.reason}`);
    if (event.type !== 'exchange') continue;
    const label = labels.get(`${event.dialect} ${event.scenario} ${event.step}`);
    const where = event.scenario ?? OTHERS[event.purpose] ?? event.purpose;
    const next = `${where} · ${event.dialect}${label === undefined ? '' : ` · ${event.step} ${label}`}`;
    if (next !== heading) lines.push('', next);
    heading = next;
    lines.push(...requestLines(event, scheme));
  }
  const count = events.filter((event) => event.type === 'exchange').length;
  const closing = `Dry run: ${countOf(count, 'request')}, none of them sent. A correct server in memory answered in place of the target; ids are its own.`;
  return `${[...lines, '', closing].map(escapeTerminal).join('\n').replace(/^\n/, '')}\n`;
}

function requestLines(event: ExchangeEvent, scheme: string): string[] {
  const { method, url, headers, body } = event.request;
  const own = event.own === true ? `   (scim-check's own)` : '';
  return [
    `  ${method} ${url}${own}`,
    ...headers.map(([name, value]) => `    ${name}: ${value === CREDENTIAL ? `${scheme}${CREDENTIAL}` : value}`),
    ...(body === undefined ? [] : [`    ${body}`]),
  ];
}
