import { CLIENTS } from '../client/registry.js';
import type { Plan } from '../config/plan.js';
import { skipReason } from '../engine/selection.js';
import { DEFAULT_MAPPING } from '../mapping/default.js';
import { escapeTerminal } from '../report/escape.js';
import { countOf } from '../report/words.js';

/**
 * What a run would do, for people.
 *
 * @param plan the plan; nothing of it is carried out
 */
export function describePlan(plan: Plan): string {
  const mapping = plan.mapping ?? DEFAULT_MAPPING;
  const lines = [
    `Target    ${plan.reach?.target.display ?? 'the built-in sample'}`,
    `Mapping   ${plan.mapping === undefined ? 'asked from the target; what follows assumes the default mapping' : `${mapping.name} (${mapping.source})`}`,
  ];
  for (const dialect of plan.dialects) {
    const client = CLIENTS[dialect];
    const scenarios = plan.scenarios.map((scenario) => ({ scenario, reason: skipReason(scenario, client, mapping) }));
    const played = scenarios.filter((each) => each.reason === undefined).length;
    lines.push('', `${client.title} (${dialect}): ${countOf(played, 'scenario')}`);
    for (const { scenario, reason } of scenarios)
      lines.push(
        reason === undefined
          ? `  play  ${scenario.id}  ${countOf(scenario.steps.length, 'step')}: ${scenario.title}`
          : `  skip  ${scenario.id}  ${reason}`,
      );
  }
  for (const notice of plan.reach?.notices ?? []) lines.push('', `Note: ${notice}`);
  return `${[...lines, '', 'Dry run: nothing was sent, and no report was written.'].map(escapeTerminal).join('\n')}\n`;
}
