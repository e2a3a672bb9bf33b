/** Keeps the screen lit while the page is seen, where the browser can. Returns what ends it. */
export function keepAwake(): () => void {
	let lock: WakeLockSentinel | undefined;
	const ask = async () => {
		if (document.visibilityState !== 'visible') return;
		// Refused when the battery is low: the screen then goes dark as it always does.
		lock = await navigator.wakeLock?.request('screen').catch(() => undefined);
	};
	void ask();
	document.addEventListener('visibilitychange', ask);
	return () => {
		document.removeEventListener('visibilitychange', ask);
		void lock?.release();
	};
}
