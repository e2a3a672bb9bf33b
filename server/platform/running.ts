import type { Platform } from './platform.ts';

/**
 * The installation this process serves. Pages find it here, because the web framework calls them; everything else is
 * passed its platform.
 */
export const running: { platform?: Platform } = {};
