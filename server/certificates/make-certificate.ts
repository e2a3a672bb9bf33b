import Type from 'typebox';
import { getAreas } from '#areas';
import { signerOf } from '#declarations';
import { listProfiles, toAddress } from '#identity';
import { Id } from '#platform/ids';
import { type Context, operation } from '#platform/operation';
import { Problem } from '#platform/problem';
import { anyOf } from '#platform/who';
import { drawPages } from '#posters';
import { issueCertificateCode } from '#shared/codes/certificate-code';
import { formatDay, shiftDay, startOfDay } from '#shared/language';
import { safeFileName } from '#shared/text/csv';
import { layoutCertificate } from './certificate-layout.ts';
import { type CompletedRow, selectCertificate, selectPersonOfOrder } from './queries.ts';
import { officerOfOrder, personOfOrder } from './reach.ts';
import { fillTemplate, readTemplate } from './template.ts';

export const makeCertificate = operation({
	name: 'certificates.make-certificate',
	summary: {
		vi: 'Giấy xác nhận hoàn thành cách ly (Mẫu 01 Phụ lục IV) dạng PDF, có mã ký số ai cũng kiểm tra được',
		en: 'The certificate of completed isolation as a PDF, with a signed code that anybody can verify',
	},
	who: anyOf(personOfOrder, officerOfOrder),
	input: Type.Object({ orderId: Id }, { additionalProperties: false }),
	output: Type.Object({
		base64: Type.String({ description: 'application/pdf' }),
		fileName: Type.String(),
		code: Type.String({ description: 'What its QR code says' }),
	}),
	personal: 'reads',
	purpose: () => 'In giấy hoàn thành cách ly · Printing the certificate',
	limits: [{ what: 'orderId', by: ({ orderId }) => orderId, limit: { count: 30, seconds: 3_600 } }],
	run: async (context, { orderId }) => {
		const { db, now, about } = context;
		const order = await db.find(selectPersonOfOrder(orderId));
		if (!order) throw new Problem('not-found', { field: 'orderId' });
		about(order.person_id);
		const row = await db.find(selectCertificate(order.person_id, orderId));
		if (!row) throw new Problem('not-completed');
		const { content, code } = await readContent(context, row);
		const file = await drawPages({ title: content.title, pages: layoutCertificate(content), at: now });
		return {
			base64: file.toString('base64'),
			fileName: safeFileName(`hoan thanh cach ly ${row.certificate_id}`, 'pdf'),
			code,
		};
	},
});

/** Where anybody verifies it. */
const page = '/verify/certificate';

const kinds: Record<string, string> = {
	home: 'tại nhà, nơi lưu trú',
	site: 'tại cơ sở cách ly tập trung',
	clinic: 'tại cơ sở khám bệnh, chữa bệnh',
	gate: 'tại cửa khẩu',
	elsewhere: 'tại nơi khác',
};

const dayText = (day: string): string => formatDay(startOfDay(day));

async function readContent({ db, platform }: Context, row: CompletedRow) {
	const { origin } = platform.config;
	const profile = (await listProfiles({ db, keys: platform.keys }, [row.person_id])).get(row.person_id);
	if (!profile) throw new Problem('person-not-found', { field: 'orderId' });
	const areaId = Number(row.area_path.split('.').at(-1));
	const areas = await getAreas(db, [areaId, ...(profile.areaId === undefined ? [] : [profile.areaId])]);
	const { title, body, isSample, validDays } = await readTemplate(db);
	const code = await issueCertificateCode(
		{
			...{ certificateId: row.certificate_id, fullName: profile.fullName, fromOn: row.from_on },
			...(profile.birthYear === undefined ? {} : { birthYear: profile.birthYear }),
			...{ completedOn: row.completed_on, decidedBy: row.decided_by, decisionNumber: row.decision_number },
			issuedAt: row.issued_at,
			...(validDays === undefined ? {} : { expiresOn: shiftDay(row.completed_on, validDays) }),
		},
		await signerOf(platform),
		new URL(page, origin).href,
	);
	const authority = row.authority ?? row.decided_by;
	const lines = fillTemplate(body, {
		...{ fullName: profile.fullName, birthYear: profile.birthYear?.toString(), address: toAddress(profile, areas) },
		...{ kind: kinds[row.kind], disease: row.disease, decidedBy: row.decided_by, decisionNumber: row.decision_number },
		...{ fromOn: dayText(row.from_on), completedOn: dayText(row.completed_on), authority },
		...{ area: areas.get(areaId)?.fullName.vi, issuedOn: formatDay(row.issued_at) },
	});
	const content = {
		...{ title, lines, authority, code, isSample },
		...{ number: `Số: ${row.certificate_id}`, issuedOn: `Ngày ${formatDay(row.issued_at)}` },
		site: `${new URL(origin).host}${page}`,
	};
	return { content, code };
}
