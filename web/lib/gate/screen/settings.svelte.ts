import type { Language } from '#shared/language';
import type { DirectionChoice } from './direction.ts';

/** What a guard sets on this device; nothing of it is about a person. */
export interface Settings {
	direction: DirectionChoice;
	language: Language | undefined;
	isMuted: boolean;
	/** After how many seconds "go in" gives way to the camera; 0 stays until the next scan or touch. */
	greenSeconds: number;
	/** Empty: the camera at the back. */
	camera: string;
	/** The departure that boards. */
	trip: string;
}

export const greenSecondsChoices = [0, 2, 4, 8] as const;

const first: Settings = { direction: 'in', language: undefined, isMuted: false, greenSeconds: 4, camera: '', trip: '' };
const kept = 'vaora gate settings';

/** The settings as they were last left on this device. */
export function openSettings(): Settings {
	const settings = $state<Settings>({ ...first, ...read() });
	return settings;
}

function read(): Partial<Settings> {
	try {
		return JSON.parse(localStorage.getItem(kept) ?? '{}');
	} catch {
		// A browser that keeps nothing, or what another version kept: begin anew.
		return {};
	}
}

export function keepSettings(settings: Settings): void {
	try {
		localStorage.setItem(kept, JSON.stringify(settings));
	} catch {
		// The settings hold until the page is closed.
	}
}
