import Type from 'typebox';
import { actorId } from '#platform/actor';
import { Id, newId } from '#platform/ids';
import { operation } from '#platform/operation';
import { Purpose, Severity } from './alert.ts';
import { requireCases } from './grounds.ts';
import { insertAlert, insertAlertCases, selectCaseAreas } from './queries.ts';
import { selectTemplates } from './queries-templates.ts';
import { officerOfCase, requireReachOfCases } from './reach.ts';

export const draftAlert = operation({
	name: 'alerts.draft-alert',
	summary: {
		vi: 'Bắt đầu soạn cảnh báo cho người tiếp xúc đã xác nhận của một hoặc nhiều ca bệnh',
		en: 'Begins an alert to the confirmed contacts of a case or of several',
	},
	who: officerOfCase,
	input: Type.Object(
		{
			caseId: Id,
			alsoCases: Type.Optional(Type.Array(Id, { maxItems: 99, uniqueItems: true })),
			severity: Severity,
			levelMax: Type.Optional(
				Type.Integer({ minimum: 1, maximum: 3, description: '1: only those who met the case themselves (F1)' }),
			),
			purpose: Purpose,
		},
		{ additionalProperties: false },
	),
	output: Type.Object({ alertId: Id }),
	personal: 'changes',
	purpose: ({ purpose }) => purpose,
	caseId: ({ caseId }) => caseId,
	run: async ({ db, caller, now, about }, { caseId, alsoCases = [], severity, levelMax = 1, purpose }) => {
		await requireReachOfCases(db, caller.actor, alsoCases);
		const [area] = await db.rows(selectCaseAreas([caseId]));
		const templates = await db.rows(selectTemplates());
		const alertId = newId();
		await db.run(
			insertAlert({
				...{ alert_id: alertId, correction_id: newId(), area_path: area!.area_path, severity, level_max: levelMax },
				template_version: templates.find((one) => one.severity === severity)!.version,
				...{ purpose, drafted_by: actorId(caller.actor) ?? null, drafted_at: now },
			}),
		);
		await db.run(insertAlertCases(alertId, [caseId, ...alsoCases]));
		about(...(await requireCases(db, alertId)));
		return { alertId };
	},
});
