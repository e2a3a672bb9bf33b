import { call } from '#platform/call';
import { propose } from '#proposals';
import { staff } from './people.ts';
import { openRestrictions } from './restrictions.ts';

export const proposing = {
	cause: 'contact' as const,
	kind: 'home' as const,
	regime: 'home-7-days-vaccinated',
	reason: 'Cùng nhà với ca bệnh',
};

export const decision = { decidedBy: 'Chủ tịch UBND phường Ba Đình', decisionNumber: '91/QĐ-UBND' };

/** A door, officers and the offices that decide in Ba Đình, all at 8 o'clock. */
export async function openProposing() {
	const vaora = await openRestrictions();
	const officeAt = (name: string, area = vaora.areas.baDinh) => staff('UBND phường Ba Đình', { name, area: area.path });
	let decisions = 0;
	return Object.assign(vaora, {
		chair: officeAt('commune-chair'),
		otherChair: officeAt('commune-chair', vaora.areas.hoanKiem),
		clinicHead: officeAt('facility-head'),
		gateAuthority: officeAt('gate-authority'),
		/** Proposes who comes to the door, in Ba Đình; says the proposal. */
		async propose(change: object = {}, persons = [vaora.person.personId]) {
			const input = { persons, areaId: vaora.areas.baDinh.areaId, ...proposing, ...change };
			const { proposed } = await call(vaora.platform, propose, vaora.callers.ward, input);
			return proposed[0]!.proposalId;
		},
		newDecision: () => ({ ...decision, decisionNumber: `P${++decisions}/QĐ-UBND` }),
	});
}
export type Proposing = Awaited<ReturnType<typeof openProposing>>;
