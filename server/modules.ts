import { alerts } from '#alerts';
import { areas } from '#areas';
import { audit } from '#audit';
import { bulletins } from '#bulletins';
import { calls } from '#calls';
import { cards } from '#cards';
import { cases } from '#cases';
import { certificates } from '#certificates';
import { chains } from '#chains';
import { contacts } from '#contacts';
import { declarations } from '#declarations';
import { devices } from '#devices';
import { diseases } from '#diseases';
import { duplicates } from '#duplicates';
import { endings } from '#endings';
import { exports } from '#exports';
import { exposures } from '#exposures';
import { forms } from '#forms';
import { identity } from '#identity';
import { imports } from '#imports';
import { interviews } from '#interviews';
import { isolation } from '#isolation';
import { laboratory } from '#laboratory';
import { logbook } from '#logbook';
import { messages } from '#messages';
import { monitoring } from '#monitoring';
import { notifications } from '#notifications';
import { outbreaks } from '#outbreaks';
import { outlines } from '#outlines';
import { overview } from '#overview';
import { papers } from '#papers';
import { places } from '#places';
import type { Module } from '#platform/module';
import { posters } from '#posters';
import { proposals } from '#proposals';
import { push } from '#push';
import { registrations } from '#registrations';
import { reminders } from '#reminders';
import { residents } from '#residents';
import { risk } from '#risk';
import { rosters } from '#rosters';
import { sites } from '#sites';
import { trips } from '#trips';
import { venues } from '#venues';
import { views } from '#views';
import { visits } from '#visits';
import { work } from '#work';
import { zones } from '#zones';

/** Every module, in the order in which they may know each other: each may import the front doors of those before it. */
export const modules: readonly Module[] = [
	areas,
	notifications,
	identity,
	calls,
	push,
	messages,
	forms,
	diseases,
	monitoring,
	laboratory,
	reminders,
	places,
	trips,
	registrations,
	posters,
	zones,
	residents,
	rosters,
	declarations,
	cards,
	sites,
	isolation,
	visits,
	logbook,
	devices,
	outbreaks,
	cases,
	views,
	exposures,
	risk,
	contacts,
	interviews,
	duplicates,
	alerts,
	venues,
	outlines,
	chains,
	exports,
	imports,
	proposals,
	certificates,
	endings,
	papers,
	overview,
	bulletins,
	work,
	audit,
];

export const operations = new Map(
	modules.flatMap((module) => module.operations.map((one) => [one.name, one] as const)),
);
