import type { Page } from '@playwright/test';
import type { GateEngine } from '../web/lib/gate/engine/gate-engine.ts';
import { newPhone, toE164 } from './journey.ts';

declare global {
	/** The engine behind the page, as `openGate` leaves it for the console. */
	var vaoraGate: GateEngine;
	/** Set by `wrongClock`: how many milliseconds the page's clock is wrong. */
	var wrongBy: number;
}

/** An operation, as an app would call it. */
export async function ask<Output>(operation: string, input: object, token = ''): Promise<Output> {
	const response = await fetch(`${process.env.VAORA_ADDRESS}/api/v1/${operation}`, {
		method: 'POST',
		headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
		body: JSON.stringify(input),
	});
	const answer = await response.json();
	if (!response.ok) throw new Error(`${operation}: ${JSON.stringify(answer)}`);
	return answer;
}

/** Somebody new, signed in. */
async function signInAnew(): Promise<{ phone: string; token: string }> {
	const phone = newPhone();
	const { challengeId } = await ask<{ challengeId: string }>('identity.request-code', { phone });
	const outbox = await ask<{ messages: { phone: string; text: string }[] }>('notifications.list-outbox', {});
	const { text } = outbox.messages.find((message) => message.phone === toE164(phone))!;
	const code = /\d{6}/.exec(text)![0];
	return { phone, ...(await ask<{ token: string }>('identity.verify-code', { challengeId, code })) };
}

export interface GatePlace {
	place: string;
	/** Its manager's. */
	token: string;
}

/** A new place with one gate. */
export async function addPlace(): Promise<GatePlace> {
	const { token } = await signInAnew();
	const { areas } = await ask<{ areas: { areaId: number }[] }>('areas.search', {
		text: 'Hoàn Kiếm',
		level: 'commune',
		limit: 1,
	});
	const place = {
		name: 'Bến xe Mỹ Đình',
		type: 'cafe',
		address: '20 Phạm Hùng',
		area: areas[0]!.areaId,
		registrantName: 'Trần Thị Mít',
	};
	const { placeId } = await ask<{ placeId: string }>('places.register-place', place, token);
	return { place: placeId, token };
}

/** Somebody who has declared, without changes healthy, with their phone and their code on paper. */
export async function addDeclared(
	change: Record<string, string | string[]> = {},
): Promise<{ phone: string; personId: string; code: string }> {
	const { phone, token } = await signInAnew();
	const current = { name: 'general' };
	const { questionnaire } = await ask<{ questionnaire: { url: string; version: string } }>(
		'forms.get-current',
		current,
	);
	const form = { url: questionnaire.url, version: questionnaire.version };
	const { personId } = await ask<{ personId: string }>(
		'declarations.submit',
		{ id: crypto.randomUUID(), form, person: 'self', answers: { ...healthy, phone, ...change } },
		token,
	);
	const { code } = await ask<{ code: string }>('declarations.issue-code', { person: personId }, token);
	return { phone, personId, code };
}

const healthy = {
	'full-name': 'NGUYỄN THỊ BƯỞI',
	'birth-year': '1987',
	gender: 'female',
	nationality: 'VN',
	province: '01',
	commune: '00070',
	street: '12 phố Hàng Bạc',
	travelled: 'no',
	symptoms: ['none'],
	'met-patient': 'no',
	'met-from-country': 'no',
	'met-symptomatic': 'no',
	consent: 'true',
};

/** Makes the browser's page the device of the place's only gate, as its guard does. */
export async function pairGate(page: Page, { place, token }: GatePlace): Promise<void> {
	const { letters } = await ask<{ letters: string }>('devices.start-pairing', { place, gate: 1 }, token);
	await page.goto('/gate');
	await page.waitForFunction(() => globalThis.vaoraGate);
	await page.evaluate((code) => vaoraGate.pair(code, 'Điện thoại cổng chính'), letters);
	await page.evaluate(() => navigator.serviceWorker.ready.then(() => {}));
}

/** Opens the gate's page again and waits for the engine. */
export async function reopenGate(page: Page): Promise<void> {
	await page.goto('/gate');
	await page.waitForFunction(() => globalThis.vaoraGate);
}

/** Somebody passes: what a camera reads is read and recorded. Gives what the guard is told. */
export const pass = (page: Page, text: string, direction: 'in' | 'out' = 'in') =>
	page.evaluate(
		async ([text, direction]) => {
			const reading = await vaoraGate.read(text, 'camera', direction);
			if (reading.kind === 'person') await vaoraGate.record({ direction, people: [{ reading }] });
			return reading;
		},
		[text, direction] as const,
	);

/** What the screen shows of the device. */
export const stateOf = (page: Page) =>
	page.evaluate(() => {
		const { pairing, queued, isDegraded, skewSeconds, refused } = vaoraGate.state;
		return { pairing, queued, isDegraded, skewSeconds, refused };
	});

interface Today {
	entries: number;
	visits: { visitId: string; enteredAt: string; leftAt?: string }[];
	nextCursor?: string;
}

/** All visits the place's manager sees of today. */
export async function listVisits({ place, token }: GatePlace): Promise<Today['visits']> {
	const visits = [];
	let cursor: string | undefined;
	do {
		const page: Today = await ask('logbook.list-today', { place, ...(cursor ? { cursor } : {}) }, token);
		visits.push(...page.visits);
		cursor = page.nextCursor;
	} while (cursor);
	return visits;
}

/** The browser's clock is wrong from the first script on. */
export const wrongClock = (page: Page, milliseconds: number) =>
	page.addInitScript((wrong) => {
		globalThis.wrongBy = wrong;
		const Right = Date;
		globalThis.Date = class extends Right {
			constructor(...args: [] | [number | string]) {
				super(args.length ? args[0] : Right.now() + globalThis.wrongBy);
			}
			static override now() {
				return Right.now() + globalThis.wrongBy;
			}
		} as DateConstructor;
	}, milliseconds);
