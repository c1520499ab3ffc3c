/** What `scim-check --help` says below the list of commands. */
export const PROGRAM_HELP = `
Try this first; it needs no server and no token:
  scim-check run --target sample
  scim-check run --target sample --defect value-path-wrong-element   what a finding looks like

Then your own endpoint, with a token of a test tenant:
  read -rs SCIM_CHECK_TOKEN && export SCIM_CHECK_TOKEN
  scim-check run --target https://example.com/scim/v2

Environment variables:
  SCIM_CHECK_TOKEN           the token; --token-env and --token-file name other places
  SCIM_CHECK_OAUTH_CLIENT_SECRET   the secret of an OAuth client (--oauth-client-id)
  SCIM_CHECK_<OPTION>        any option of a command: SCIM_CHECK_TARGET, SCIM_CHECK_JOBS, SCIM_CHECK_DRY_RUN=1
  SCIM_CHECK_CONFIG          the configuration file; otherwise scim-check.yaml in the working directory
  SCIM_CHECK_DEBUG=1         show where an internal error happened
  NO_COLOR, FORCE_COLOR      colours off, or on
  HTTPS_PROXY, HTTP_PROXY, NO_PROXY   used when --proxy is not given
  Flags win over variables, variables over the file, the file over the defaults.

Exit codes:
  0    conformant                   2    usage, configuration or a file is not right
  1    findings, or left-overs      3    target unusable: unreachable, TLS, refused, not SCIM
  70   internal error               130  interrupted and cleaned up
`;

/** What `scim-check run --help` says below the options. */
export const RUN_HELP = `
Examples:
  scim-check run --target sample
  scim-check run --target https://example.com/scim/v2 --client entra users/leaver
  scim-check run --target https://example.com/scim/v2 --mapping mapping.yaml --report junit=scim.xml
  scim-check run --target sample --defect value-path-wrong-element --report junit=scim.xml

The token is read from SCIM_CHECK_TOKEN, or from where --token-env or --token-file says.
Only what this run has created is changed, and it is removed again, also after Ctrl-C.
Exit codes: 0 conformant, 1 findings, 2 usage, 3 target unusable, 70 internal error, 130 interrupted.
`;
