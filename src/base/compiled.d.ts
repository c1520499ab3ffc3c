/** Validators that scripts/build.js has compiled; only the files `*.compiled.ts`, which stand in the build, know them. */
declare module 'compiled:*' {
  const validators: Readonly<Record<string, import('./validator.js').Validator>>;
  export default validators;
}
