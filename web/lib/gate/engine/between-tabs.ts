/** What the tabs and the worker of a device call things among themselves. */

/** Where they tell each other that the queue has changed. */
export const changesChannel = 'vaora-gate';
/** The browser's own name for what is to be done when the network is back. */
export const sendTag = 'send-scans';
/** A waiting worker is told to take over from the one before it. */
export const takeOver = 'take-over';
