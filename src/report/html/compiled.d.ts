/** What stands in each HTML report; only assets.compiled.ts, which stands in the build, knows it. */
declare module 'compiled:page' {
  const page: { readonly style: string; readonly script: string };
  export default page;
}
