/** What `init` writes as scim-check.yaml. Every line works as it stands; the commented ones show what else there is. */
export const CONFIG_TEMPLATE = `# Settings of scim-check. Flags and SCIM_CHECK_* variables win over this file. It is read from the working directory by itself;
# what says where a token goes or where files are written counts only when the file is named: --config scim-check.yaml
# The token does not belong here: it is read from SCIM_CHECK_TOKEN, or from the variable or file named below.

# "sample" is the built-in server; put your endpoint's base URL here, as it is pasted into Entra or Okta.
target: sample

# client: [entra, okta]
# mapping: default
# scenario: [users, groups, ./scim-scenarios/example.yaml]
# fail-on: error

# Only with --config scim-check.yaml:
# token-env: MY_SCIM_TOKEN
# report: [junit=reports/scim.xml]
`;

/** What `init` writes as a first scenario. */
export const SCENARIO_TEMPLATE = `id: example/new-colleague
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
