import type { Text } from '../language.ts';
import type { Format } from './format.ts';
import { nationalCode } from './national-code.ts';
import { personalCode } from './personal-code.ts';
import { placeCode } from './place-code.ts';

/** Every kind of code known here, the plainest last. */
const formats = [personalCode, nationalCode, placeCode] as const;

/** More than any QR code holds. */
const longest = 8_000;

type Found<Known> =
	Known extends Format<infer Name, infer Content> ? { ok: true; name: Name; content: Content } : never;

export type Recognised = Found<(typeof formats)[number]> | { ok: false; why: Text };

/** Which kind of code a text is, and what it says; or, in words for who scanned it, why it is none. */
export function recognise(text: string): Recognised {
	if (text.trim() === '') return { ok: false, why: nothing };
	const format = text.length > longest ? undefined : formats.find((known) => known.recognises(text));
	if (!format) return { ok: false, why: unknown };
	const content = format.parse(text);
	if (content === undefined) return { ok: false, why: damaged(format.title) };
	return { ok: true, name: format.name, content } as Recognised;
}

const nothing: Text = {
	vi: 'Chưa đọc được gì. Hãy đưa mã vào giữa khung rồi giữ yên.',
	en: 'Nothing was read. Hold the code still in the middle of the frame.',
};

const unknown: Text = {
	vi: 'Đây không phải mã mà Vaora biết. Hãy đưa mã cá nhân, hoặc mã trên áp phích của địa điểm.',
	en: 'This is no code Vaora knows. Show a personal code, or the code on the poster of a place.',
};

const damaged = ({ vi, en }: Text): Text => ({
	vi: `${vi}: có chữ bị sai hoặc thiếu. Hãy quét hoặc gõ lại.`,
	en: `${en}: something in it is wrong or missing. Scan or type it again.`,
});
