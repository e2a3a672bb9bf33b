import { type Area, getAreas } from '#areas';
import { listProfiles, toAddress } from '#identity';
import type { Kind } from '#isolation';
import type { Db } from '#platform/db';
import type { Keys } from '#platform/keys';
import { Problem } from '#platform/problem';
import { formatDay, startOfDay } from '#shared/language';
import { displayPhone } from '#shared/phone';
import type { Facts, Form } from './form.ts';
import { type PaperOrderRow, type StepRow, selectSteps } from './queries.ts';

/** What is known for one paper of an order. */
export interface PaperFacts {
	facts: Facts;
	/** In whose name the paper is written, and of which day; the number of a decision. A notice gets its own by hand. */
	number: string | undefined;
	authority: string;
	signer: string;
	at: Date;
}

const kinds: Record<Kind, string> = {
	home: 'tại nhà, nơi lưu trú',
	site: 'tại cơ sở cách ly tập trung',
	clinic: 'tại cơ sở khám bệnh, chữa bệnh',
	gate: 'tại cửa khẩu',
	elsewhere: 'tại địa điểm khác',
};

/** Written by the station and not by who decides. */
const ofStation: readonly Form[] = ['mau-08', 'mau-09', 'thong-bao'];

const isOfStep = (form: Form): 'extended' | 'transferred' | undefined =>
	form === 'mau-05' ? 'extended' : ['mau-06', 'mau-08', 'mau-09'].includes(form) ? 'transferred' : undefined;

/** An order as it was given, before anything was done about it. */
export function asGiven(order: PaperOrderRow, steps: readonly StepRow[]) {
	const [firstPlace, firstDays] = ['transferred', 'extended'].map((kind) => steps.find((step) => step.kind === kind));
	const [kind, areaId] = firstPlace?.before?.split(' ') ?? [];
	return {
		kind: (kind ?? order.kind) as Kind,
		areaId: Number(areaId ?? order.area_path.split('.').at(-1)),
		untilOn: firstDays?.before ?? order.until_on,
	};
}

/**
 * What stands on a paper: a decision and its notice as it was given, an extension and a transfer as the newest one was
 * decided. Throws `not-found` for the field `form` when nothing was decided that the form is for.
 */
export async function readFacts(
	{ db, keys, now }: { db: Db; keys: Keys; now: Date },
	order: PaperOrderRow,
	form: Form,
): Promise<PaperFacts> {
	const steps = await db.rows(selectSteps(order.person_id, order.order_id));
	const stepKind = isOfStep(form);
	const step = stepKind && steps.findLast((one) => one.kind === stepKind);
	if (stepKind && !step) throw new Problem('not-found', { field: 'form' });
	const profile = (await listProfiles({ db, keys }, [order.person_id])).get(order.person_id);
	if (!profile) throw new Problem('person-not-found', { field: 'orderId' });
	const given = asGiven(order, steps);
	const moved = steps.flatMap(({ before, after }) => [before, after]).flatMap((one) => areaOfPlace(one));
	const areas = await getAreas(db, [given.areaId, ...moved, ...(profile.areaId === undefined ? [] : [profile.areaId])]);
	// The station that looks after the person, and the office that decided.
	const station =
		step?.authority ?? order.authority ?? steps.find(({ kind }) => kind === 'issued')?.authority ?? order.decided_by;
	const office = step?.decided_by ?? order.decided_by;
	const isDecision = !ofStation.includes(form);
	return {
		facts: {
			...personFacts(profile, areas),
			...{ kind: kinds[given.kind], site: kinds[given.kind].replace(/^tại /, ''), disease: order.disease },
			...{ fromOn: dayText(order.from_on), untilOn: dayText(step ? order.until_on : given.untilOn) },
			...{ decidedBy: order.decided_by, decisionNumber: order.decision_number, authority: station },
			...{ area: areas.get(given.areaId)?.fullName.vi ?? '', reason: order.reason ?? '', contact: order.contact ?? '' },
			...(step ? stepFacts(step, areas) : {}),
			printedOn: formatDay(now),
		},
		number: isDecision ? (step?.decision_number ?? order.decision_number) : undefined,
		...(isDecision
			? { authority: office, signer: office, at: step?.at ?? order.issued_at }
			: { authority: station, signer: station, at: now }),
	};
}

type Areas = ReadonlyMap<number, Area>;

const personFacts = (
	profile: NonNullable<Awaited<ReturnType<typeof listProfiles>> extends Map<string, infer P> ? P : never>,
	areas: Areas,
): Facts => ({
	fullName: profile.fullName,
	birthYear: profile.birthYear?.toString() ?? '',
	documentNumber: profile.documentNumber ?? '',
	nationality: countryText(profile.nationality),
	address: toAddress(profile, areas),
	phone: profile.phone ? displayPhone(profile.phone) : '',
});

const stepFacts = (step: StepRow, areas: Areas): Facts => ({
	stepDecidedBy: step.decided_by ?? '',
	stepDecisionNumber: step.decision_number ?? '',
	stepReason: step.reason ?? '',
	before: toPlaceOrDay(step.before, areas),
	after: toPlaceOrDay(step.after, areas),
});

/** `home 3312` of a transfer, `2026-11-30` of an extension. */
function toPlaceOrDay(said: string | null, areas: Areas): string {
	if (!said) return '';
	if (/^\d{4}-\d\d-\d\d$/.test(said)) return dayText(said);
	const [kind, areaId] = said.split(' ');
	return [kinds[kind as Kind] ?? kind, areas.get(Number(areaId))?.fullName.vi].filter(Boolean).join(', ');
}

const areaOfPlace = (said: string | null): number[] => {
	const areaId = /^[a-z]+ (\d+)$/.exec(said ?? '')?.[1];
	return areaId ? [Number(areaId)] : [];
};

const dayText = (day: string): string => formatDay(startOfDay(day));

const countries = new Intl.DisplayNames(['vi'], { type: 'region', fallback: 'code' });
const countryText = (code: string | undefined): string =>
	code && /^[A-Z]{2}$/.test(code) ? (countries.of(code) ?? code) : (code ?? '');
