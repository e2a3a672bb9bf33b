/** The one page that is an app: it works for hours without a network. */
export const csr = true;
