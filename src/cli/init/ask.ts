import { cancel, intro, isCancel, multiselect, text } from '@clack/prompts';
import { CI_SYSTEMS, type CiSystem, type InitAnswers } from './answers.js';
import { whyNot } from './why-not.js';

/** What the systems are called. */
const TITLES: Readonly<Record<CiSystem, string>> = {
  github: 'GitHub Actions',
  gitlab: 'GitLab CI',
  azure: 'Azure Pipelines',
  jenkins: 'Jenkins',
};

/**
 * Asks for what was not given as an option. Only where a person sits before a terminal: otherwise it would wait for ever.
 *
 * @param given what the options say
 * @returns undefined when the person gave up
 */
export async function ask(given: Partial<InitAnswers>): Promise<InitAnswers | undefined> {
  intro('scim-check: a configuration file, a first scenario, and files for CI');
  const target =
    given.target ??
    (await text({
      message: 'Base URL of the SCIM endpoint, as it is pasted into Entra or Okta',
      placeholder: 'https://example.com/scim/v2 (empty: the built-in sample)',
      validate: (value) => whyNot(value),
    }));
  if (isCancel(target)) return undefined;
  const clients =
    given.clients ??
    (await multiselect({
      message: 'Which clients?',
      options: [
        { value: 'entra', label: 'Microsoft Entra ID' },
        { value: 'okta', label: 'Okta' },
        { value: 'rfc', label: 'a plain client of RFC 7644' },
      ],
      initialValues: ['entra', 'okta'],
    }));
  if (isCancel(clients)) return undefined;
  const ci =
    given.ci ??
    (await multiselect<CiSystem>({
      message: 'Files for CI? (none: just press Enter)',
      options: CI_SYSTEMS.map((value) => ({ value, label: TITLES[value] })),
      required: false,
    }));
  if (isCancel(ci)) {
    cancel('Nothing was written.');
    return undefined;
  }
  return { target: target === '' ? 'sample' : target, clients, ci };
}
