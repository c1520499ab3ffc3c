/** The built-in scenarios as scripts/build.js has read them; only builtin-scenarios.compiled.ts, which stands in the build, knows them. */
declare module 'compiled:scenarios' {
  const scenarios: readonly import('./scenario.js').Scenario[];
  export default scenarios;
}
