import type { Signal } from './signals.ts';

let sound: AudioContext | undefined;

/** Browsers make no sound before the first touch or key: call this on each of them. */
export function allowSound(): void {
	sound ??= new AudioContext();
	if (sound.state === 'suspended') void sound.resume();
}

/** Plays the tones, unless muted, and shakes the phone where it can. */
export function playSignal({ tones, pulses }: Signal, isMuted: boolean): void {
	navigator.vibrate?.([...pulses]);
	if (isMuted || sound?.state !== 'running') return;
	for (const { at, long, hertz } of tones) playTone(sound, sound.currentTime + at / 1_000, long / 1_000, hertz);
}

/** A square wave is louder from a phone's speaker than a sine; rising and falling over five milliseconds it does not click. */
function playTone(context: AudioContext, from: number, seconds: number, hertz: number): void {
	const oscillator = new OscillatorNode(context, { type: 'square', frequency: hertz });
	const volume = new GainNode(context, { gain: 0 });
	volume.gain.setTargetAtTime(0.5, from, 0.005);
	volume.gain.setTargetAtTime(0, from + seconds, 0.005);
	oscillator.connect(volume).connect(context.destination);
	oscillator.start(from);
	oscillator.stop(from + seconds + 0.05);
}
