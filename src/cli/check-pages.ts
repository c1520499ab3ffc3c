import { CHECKS } from '../check/catalogue.js';
import { indexOf, pageOf } from '../check/page.js';
import { DEFECTS } from '../sample/defects/index.js';
import { builtinScenarios } from '../scenario/builtin-scenarios.js';

/**
 * The pages of docs/checks, as the catalogue has them.
 *
 * @returns file name → Markdown
 */
export function checkPages(): ReadonlyMap<string, string> {
  const { scenarios } = builtinScenarios();
  const checks = [...CHECKS.values()];
  const pages = checks.map((check) => {
    const defects = DEFECTS.filter((defect) => [defect.check].flat().includes(check.id)).map((defect) => defect.name);
    const named = scenarios.filter((scenario) => scenario.steps.some((step) => step.check === check.id)).map((scenario) => scenario.id);
    return [`${check.id}.md`, pageOf(check, defects, named)] as const;
  });
  return new Map([['README.md', indexOf(checks)], ...pages]);
}
