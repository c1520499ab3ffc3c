import page from 'compiled:page';

/** The files that stand in the page, as the build has read them. */
export const { style, script } = page;
