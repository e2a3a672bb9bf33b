import Type from 'typebox';
import { listPhones } from '#identity';
import { getPlaces } from '#places';
import { Id } from '#platform/ids';
import { type Context, operation } from '#platform/operation';
import { Problem } from '#platform/problem';
import { dayOf } from '#shared/language';
import { safeFileName } from '#shared/text/csv';
import { maskPhone } from '#shared/text/mask';
import { partMax } from './cut-stretches.ts';
import { managerOf, readLogDay } from './log-days.ts';
import { type Watermark, writeLogCsv, writeLogXlsx } from './log-file.ts';
import { localTime, logRows } from './log-rows.ts';
import { Moment } from './page.ts';
import { countStretches } from './queries.ts';

const formats = {
	csv: { write: writeLogCsv, mediaType: 'text/csv; charset=utf-8' },
	xlsx: {
		write: writeLogXlsx,
		mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
	},
};

export const exportLog = operation({
	name: 'logbook.export-log',
	summary: {
		vi: 'Tải nhật ký vào ra của một địa điểm thành tệp CSV hay Excel, tên được che; người trong đó được biết',
		en: 'A place’s log as a CSV or Excel file, with masked names; those on it are told',
	},
	who: managerOf,
	input: Type.Object(
		{
			place: Id,
			from: Moment,
			until: { ...Moment, description: 'The first moment left out; logbook.plan-export says what fits into a file' },
			format: Type.Union([Type.Literal('csv'), Type.Literal('xlsx')]),
		},
		{ additionalProperties: false },
	),
	output: Type.Object({
		fileName: Type.String(),
		mediaType: Type.String(),
		base64: Type.String(),
		rows: Type.Integer({ description: 'Rows below the header' }),
		sha256: Type.String({ description: 'Of the header and the rows as CSV; it stands in the file too' }),
	}),
	personal: 'reads',
	purpose: () => 'place-log',
	run: async (context, { place: placeId, from: begins, until: ends, format }) => {
		const stretch = { placeId, from: new Date(begins), until: new Date(ends) };
		await checkStretch(context, stretch);
		const place = (await getPlaces(context.db, [placeId])).get(placeId)!;
		const { write, mediaType } = formats[format];
		const file = await write(logRows(context, stretch), await watermarkOf(context, place, stretch));
		return {
			fileName: safeFileName(`vao-ra-${dayOf(stretch.from)}-${place.name}`, format),
			mediaType,
			base64: file.content.toString('base64'),
			rows: file.rows,
			sha256: file.sha256,
		};
	},
});

/** A file is never cut short: what does not fit is refused. */
async function checkStretch(context: Context, { placeId, from, until }: { placeId: string; from: Date; until: Date }) {
	await readLogDay(context, dayOf(from), 'from');
	await readLogDay(context, dayOf(new Date(until.getTime() - 1)), 'until');
	if (until <= from) throw new Problem('invalid-input', { field: 'until' });
	const counts = await context.db.rows(countStretches(placeId, from, until, partMax));
	const rows = counts.reduce((sum, { visits }) => sum + visits, 0);
	if (rows > partMax) throw new Problem('export-too-long', { field: 'until', values: { count: partMax } });
}

async function watermarkOf(
	{ db, platform, caller: { actor, requestId }, now }: Context,
	place: { name: string; placeId: string },
	{ from, until }: { from: Date; until: Date },
): Promise<Watermark> {
	const phone =
		actor.kind === 'account' ? (await listPhones({ db, keys: platform.keys }, [actor.id])).get(actor.id) : '';
	return [
		['Địa điểm · Place', `${place.name} (${place.placeId})`],
		['Từ – đến · From – until', `${localTime(from)} – ${localTime(until)}`],
		['Người tải · Taken by', phone ? maskPhone(phone) : actor.kind],
		['Lúc · At', `${localTime(now)} (${requestId})`],
		['Mục đích · Purpose', 'Nghĩa vụ kiểm soát vào ra của địa điểm · The place’s own legal duty'],
	];
}
