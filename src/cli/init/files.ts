import { stringify } from 'yaml';
import type { CiSystem, InitAnswers } from './answers.js';

/** A file that `init` writes: path below the working directory, and text. */
export type InitFile = readonly [path: string, text: string];

/**
 * What `init` writes. Every file works as it stands.
 *
 * @param answers what was asked or given
 */
export function filesFor(answers: InitAnswers): InitFile[] {
  return [
    ['scim-check.yaml', configOf(answers)],
    ['scim-scenarios/example.yaml', SCENARIO],
    ...answers.ci.map((system) => CI_FILES[system]),
  ];
}

function configOf({ target, clients }: InitAnswers): string {
  const client = clients.length === 0 ? '# client: [entra, okta]\n' : `client: [${clients.join(', ')}]\n`;
  return `# Settings of scim-check. Flags and SCIM_CHECK_* variables win over this file. It is read from the working directory by itself;
# what says where a token goes or where files are written counts only when the file is named: --config scim-check.yaml
# The token does not belong here: it is read from SCIM_CHECK_TOKEN, or from the variable or file named below.

# "sample" is the built-in server; put your endpoint's base URL here, as it is pasted into Entra or Okta.
${stringify({ target }).trim()}
${client}# mapping: default
# scenario: [users, groups, ./scim-scenarios]
# fail-on: error

# Only with --config scim-check.yaml:
# token-env: MY_SCIM_TOKEN
# report: [junit=reports/scim.xml]
`;
}

/** The schema comment gives editors completion and checks; it needs no installed package. */
const SCENARIO = `# yaml-language-server: $schema=https://unpkg.com/scim-check/schemas/scenario.schema.json
id: example/new-colleague
title: A new colleague is created, found, renamed and disabled
needs: [active] # skipped, with the reason, where the mapping has no such attribute
steps:
  - create: { user: colleague }
  - match: colleague
    expect: { found: true }
  - update: colleague
    set: { name.familyName: Nakamura }
    expect: { sameId: true }
  - update: colleague
    set: { active: false }
    expect: { active: false }
`;

/** One line for all systems: before the package is published, SCIM_CHECK_PACKAGE names the repository or a tarball of "npm pack". */
const RUN =
  'npm exec --yes --package="${SCIM_CHECK_PACKAGE:-scim-check}" -- scim-check run --config scim-check.yaml --report junit=scim.xml --report json=scim.json';

const HINT =
  '# SCIM_CHECK_TOKEN is a secret: the token of a test tenant. SCIM_CHECK_PACKAGE may name a git URL or a tarball in place of the npm package.';

const CI_FILES: Readonly<Record<CiSystem, InitFile>> = {
  github: [
    '.github/workflows/scim.yml',
    `${HINT}
name: SCIM
on: [push]
permissions:
  contents: read
jobs:
  scim:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-node@v4
        with: { node-version: 22 }
      - run: ${RUN} --report github
        env:
          SCIM_CHECK_TOKEN: \${{ secrets.SCIM_CHECK_TOKEN }}
          SCIM_CHECK_PACKAGE: \${{ vars.SCIM_CHECK_PACKAGE }}
      - if: always()
        uses: actions/upload-artifact@v4
        with:
          name: scim
          path: |
            scim.xml
            scim.json
`,
  ],
  gitlab: [
    '.gitlab-ci.scim.yml',
    `${HINT}
# In .gitlab-ci.yml:  include: { local: .gitlab-ci.scim.yml }
scim:
  image: node:22
  script:
    - ${RUN}
  artifacts:
    when: always
    paths: [scim.json]
    reports:
      junit: scim.xml
`,
  ],
  azure: [
    'azure-pipelines.scim.yml',
    `${HINT}
trigger: [main]
pool: { vmImage: ubuntu-latest }
steps:
  - task: UseNode@1
    inputs: { version: 22.x }
  - script: ${RUN}
    env:
      SCIM_CHECK_TOKEN: $(SCIM_CHECK_TOKEN)
  - task: PublishTestResults@2
    condition: always()
    inputs: { testResultsFormat: JUnit, testResultsFiles: scim.xml }
`,
  ],
  jenkins: [
    'Jenkinsfile.scim',
    `// SCIM_CHECK_TOKEN is a secret text: the token of a test tenant.
pipeline {
  agent { docker { image 'node:22' } }
  environment { SCIM_CHECK_TOKEN = credentials('scim-check-token') }
  stages {
    stage('SCIM') {
      steps { sh '${RUN}' }
    }
  }
  post { always { junit 'scim.xml' } }
}
`,
  ],
};
