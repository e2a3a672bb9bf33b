/**
 * What a device knows of time: its own clock, which anybody can set, and what the server's is ahead of it. Milliseconds
 * throughout. A value is never changed: each reading gives the next one.
 */
export interface Clock {
	/** The server's clock less this device's. */
	skew: number;
	/** What the device's clock showed at the last reading. */
	device: number;
	/** The time since the page began at the last reading, which nobody can set; absent when read from the disk. */
	elapsed?: number | undefined;
	/**
	 * What the device's clock did since the server was last heard that time does not do: it went back, so that only a part
	 * of the skew is known; or ahead, which a device that slept looks like too.
	 */
	jump?: 'back' | 'ahead' | undefined;
}

/** Both clocks of a device at one moment: `Date.now()` and `performance.now()`. */
export interface ClockReading {
	device: number;
	elapsed: number;
}

/** Less than this is a clock being put right little by little. */
const leeway = 5_000;

export const newClock = ({ device, elapsed }: ClockReading): Clock => ({
	skew: 0,
	device,
	elapsed,
});

/**
 * Time may not run backwards: where the device's clock did, the skew grows by as much. A clock that ran ahead cannot be
 * told from a device that slept, and is believed: codes then expire too early, never too late.
 */
export function readClock(clock: Clock, reading: ClockReading): Clock {
	const wasOff = clock.elapsed === undefined;
	const passed = wasOff ? 0 : Math.max(0, reading.elapsed - clock.elapsed!);
	const back = clock.device + passed - reading.device;
	const wasSetBack = back > leeway;
	const wentAhead = !wasOff && back < -leeway;
	return {
		skew: clock.skew + (wasSetBack ? back : 0),
		...reading,
		jump: wasSetBack ? 'back' : (clock.jump ?? (wentAhead ? 'ahead' : undefined)),
	};
}

/** The server said its time in an answer: it was so halfway between asking and hearing. */
export function hearServer(asked: ClockReading, heard: ClockReading, serverNow: Date): Clock {
	const underWay = heard.elapsed - asked.elapsed;
	return { skew: serverNow.getTime() + underWay / 2 - heard.device, ...heard };
}

/** The time by the server's clock, as far as this device can tell. */
export const correctedTime = ({ skew, device }: Clock): Date => new Date(device + skew);
