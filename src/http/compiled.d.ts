/** What is used of undici; only undici.compiled.ts, which stands in the build, knows it. */
declare module 'compiled:undici' {
  const parts: import('./undici-files.js').UndiciParts;
  export default parts;
}
