import Type from 'typebox';
import { getOpenCaseRow, officerOfCase } from '#cases';
import { readContact } from '#identity';
import { actorId } from '#platform/actor';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { Problem } from '#platform/problem';
import { hashToken, newToken } from '#platform/token';
import { maskPhone } from '#shared/text/mask';
import { insertLink, revokeLinks } from './queries.ts';

const validDays = 3;

export const createLink = operation({
	name: 'interviews.create-link',
	summary: {
		vi: 'Gửi vào điện thoại của ca bệnh một đường dẫn để tự ghi những người đã gặp',
		en: 'Sends the case a link to write down whom they met',
	},
	who: officerOfCase,
	input: Type.Object({ caseId: Id }, { additionalProperties: false }),
	output: Type.Object({
		sentTo: Type.String({ description: 'The phone, masked' }),
		expiresAt: Type.String({ format: 'date-time' }),
	}),
	personal: 'reads',
	caseId: ({ caseId }) => caseId,
	// For each officer: who may not send any must not use up those of who may.
	limits: [
		{
			what: 'case and officer',
			by: ({ caseId }, { actor }) => `${caseId} ${actorId(actor) ?? ''}`,
			limit: { count: 5, seconds: 86_400 },
		},
	],
	run: async ({ db, caller, now, platform, about, afterCommit }, { caseId }) => {
		const row = await getOpenCaseRow(db, caseId);
		about(row.person_id);
		const phone = (await readContact({ db, keys: platform.keys }, row.person_id))?.phone;
		if (!phone) throw new Problem('phone-missing');
		const token = newToken();
		const expiresAt = new Date(now.getTime() + validDays * 86_400_000);
		// A new link voids the one before: of two, nobody knows which phone holds the other.
		await db.run(revokeLinks(caseId, now));
		const createdBy = actorId(caller.actor) ?? null;
		await db.run(insertLink({ tokenHash: hashToken(token), caseId, createdBy, now, expiresAt }));
		const link = `${platform.config.origin}/c/${token}`;
		// No name, no disease: whoever else reads the phone learns nothing. Without diacritics it fits one message.
		const text = `Y te: hay ghi nhung nguoi ban da gap tai ${link} (trong ${validDays} ngay). / Whom did you meet? Please list them there.`;
		afterCommit(() => platform.sendSms(phone, text));
		return { sentTo: maskPhone(phone), expiresAt: expiresAt.toISOString() };
	},
});
