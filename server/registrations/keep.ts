/** The rows of a file hold phone numbers: they are kept for a day. */
export const keptMilliseconds = 86_400_000;
