import { defined } from '../../base/defined.js';
import { causesOf, type Defect, defectsOf } from '../../event/defects.js';
import { exitCodeOf } from '../../event/verdict.js';
import type { JsonObject } from '../../scim/json.js';
import { cleanCommand } from '../clean-advice.js';
import { shorten } from '../layout.js';
import type { RunRecord } from '../record.js';
import type { Repository } from '../reporter.js';
import { ABORTED } from '../verdict-words.js';
import { authorityOf, STAKES } from '../words.js';
import { resultOf } from './result.js';

const LONGEST = 1000;

/**
 * A run as a SARIF 2.1.0 log (OASIS, 2020): each check that failed is a rule, each defect a result.
 *
 * @param run the run, with its exchanges
 * @param repository where the run was made
 */
export function sarifOf(run: RunRecord, repository: Repository | undefined): JsonObject {
  const { started, finished } = run;
  const defects = defectsOf(run.findings);
  // Several defects may have failed one check.
  const rules = [...new Map(defects.map((defect) => [defect.check, defect])).values()];
  const ruleIndexes = new Map(rules.map(({ check }, index) => [check, index]));
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'scim-check', semanticVersion: shorten(started?.version ?? '', 50), rules: rules.map(ruleOf) } },
        // Runs of another mapping do not take the results of this one away.
        automationDetails: { id: `scim-check/${shorten(started?.mapping.name ?? '', 100)}/` },
        invocations: [
          {
            executionSuccessful: finished !== undefined && finished.aborted === undefined,
            exitCode: exitCodeOf(run.events),
            ...timesOf(run),
            toolExecutionNotifications: notifications(run),
          },
        ],
        columnKind: 'utf16CodeUnits',
        results: [...causesOf(defects)].map(([cause, defect]) =>
          resultOf(run, { cause, defect, ruleIndex: ruleIndexes.get(defect.check) ?? -1 }, repository),
        ),
      },
    ],
  };
}

/** Times are left out where a saved run has none that are. */
function timesOf({ started, finished }: RunRecord): JsonObject {
  const isTime = (text: string | undefined): text is string => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(text ?? '');
  return {
    ...(isTime(started?.time) ? { startTimeUtc: started.time } : {}),
    ...(isTime(finished?.time) ? { endTimeUtc: finished.time } : {}),
  };
}

function ruleOf({ check, title, severity, impact, evidence }: Defect): JsonObject {
  const { effect, fix, authorities } = evidence;
  const url = authorities.find((each) => /^https:\/\/.{1,500}$/.test(each.url ?? ''))?.url;
  const help = [effect, `Fix: ${fix}`, `Says who: ${authorities.map(authorityOf).join(', ')}`].map((text) => shorten(text, LONGEST));
  return {
    id: shorten(check, 100),
    shortDescription: { text: shorten(title, LONGEST) },
    fullDescription: { text: shorten(`${title}. ${effect}`, LONGEST) },
    help: { text: help.join('\n\n') },
    ...defined({ helpUri: url }),
    defaultConfiguration: { level: severity },
    properties: { tags: ['scim', STAKES[impact]] },
  };
}

/** What makes a run no success without being a defect. */
function notifications(run: RunRecord): JsonObject[] {
  const { finished, cleanup } = run;
  const left = (cleanup?.left ?? []).filter((each) => each.unsupported !== true);
  const texts = [
    ...(finished === undefined ? ['The run broke off: its last event is missing.'] : []),
    ...(finished?.aborted === undefined ? [] : [`${ABORTED[finished.aborted.kind]}: ${shorten(finished.aborted.message, LONGEST)}`]),
    ...(left.length === 0 ? [] : [`${left.length} left in the target. To delete: ${cleanCommand(run)}`]),
  ];
  return texts.map((text) => ({ level: 'error', message: { text } }));
}
