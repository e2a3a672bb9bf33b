/** A message that would have gone out. */
export interface OutboxMessage {
	phone: string;
	text: string;
	at: Date;
}

const keptMax = 200;
const kept: OutboxMessage[] = [];

/** Keeps a message in memory, for trying Vaora out. Never on disk, never in production. */
export function keepInOutbox(phone: string, text: string): void {
	kept.unshift({ phone, text, at: new Date(performance.timeOrigin + performance.now()) });
	kept.length = Math.min(kept.length, keptMax);
}

/** The newest messages first. */
export const listKept = (): readonly OutboxMessage[] => kept;
