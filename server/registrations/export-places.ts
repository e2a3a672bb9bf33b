import Type from 'typebox';
import { listOpenGates } from '#places';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { displayPlaceCode, placeUrl } from '#shared/codes/place-code';
import { writeCsv } from '#shared/text/csv';
import { CsvFile, csvFile } from './csv-file.ts';
import { selectRegisteredPlaces } from './queries-places.ts';
import { whoMade } from './registration.ts';

const headers = {
	vi: ['Dòng', 'Mã nội bộ', 'Tên địa điểm', 'Phường, xã', 'Cổng', 'Mã địa điểm', 'Đường dẫn trên áp phích'],
	en: ['Row', 'Own code', 'Name of the place', 'Ward or commune', 'Gate', 'Place code', 'Address on the poster'],
};

export const exportPlaces = operation({
	name: 'registrations.export-places',
	summary: {
		vi: 'Những địa điểm đã đăng ký từ một tệp, với mã của từng cổng, dạng CSV',
		en: 'The places registered from a file with the code of each gate, as CSV',
	},
	who: whoMade,
	input: Type.Object({ registration: Id }, { additionalProperties: false }),
	output: CsvFile,
	personal: 'none',
	run: async ({ db, caller, platform }, { registration }) => {
		const { language } = caller;
		const rows = new Map((await db.rows(selectRegisteredPlaces(registration))).map((row) => [row.place_id, row]));
		const gates = await listOpenGates(db, [...rows.keys()]);
		const lines = gates.map(({ place, name, code }) => {
			const { number, reference } = rows.get(place.placeId)!;
			const where = place.areaName?.[language] ?? '';
			const address = placeUrl(platform.config.origin, code);
			return [number, reference, place.name, where, name, displayPlaceCode(code), address];
		});
		const name = language === 'vi' ? 'dia-diem-da-dang-ky' : 'registered-places';
		return csvFile(`${name}-${registration.slice(-6)}`, writeCsv([headers[language], ...lines]), lines.length);
	},
});
