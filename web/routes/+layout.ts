/** Plain pages that need no script: a weak phone gets a few kilobytes and everything works. */
export const csr = false;
