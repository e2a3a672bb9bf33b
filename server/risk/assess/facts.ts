import Type from 'typebox';
import type { Text } from '#shared/language';

const words = {
	newCases: { vi: 'ca cộng đồng mới trong 7 ngày', en: 'new community cases in 7 days' },
	knownSourceCases14: { vi: 'ca đã rõ nguồn lây trong 14 ngày', en: 'cases with a known source in 14 days' },
	unknownSourceCases: { vi: 'ca chưa rõ nguồn lây', en: 'cases without a known source' },
	clustersUnknownSource: { vi: 'chùm ca chưa rõ nguồn lây', en: 'clusters without a known source' },
	clustersBigSite: {
		vi: 'chùm ca từ khu công nghiệp, trường học, siêu thị',
		en: 'clusters from an industrial park, a school or a supermarket',
	},
	clustersCrowdedPlace: { vi: 'ca từ nơi đông người', en: 'cases from a crowded place' },
	knownSourceCases: { vi: 'ca cộng đồng đã rõ nguồn lây', en: 'community cases with a known source' },
	directContacts: { vi: 'người tiếp xúc trực tiếp với ca bệnh', en: 'direct contacts of cases' },
	besideVeryHigh: { vi: 'giáp nơi nguy cơ rất cao', en: 'next to an area of very high risk' },
	besideHigh: { vi: 'giáp nơi nguy cơ cao', en: 'next to an area of high risk' },
	highRiskEntrants: {
		vi: 'nguy cơ từ người nhập cảnh trái phép hay khu cách ly',
		en: 'risk from illegal entrants or quarantine sites',
	},
	shareVeryHigh: { vi: '% xã, phường nguy cơ rất cao', en: '% of communes at very high risk' },
	shareHigh: { vi: '% xã, phường nguy cơ cao trở lên', en: '% of communes at high risk or above' },
	shareAtRisk: { vi: '% xã, phường có nguy cơ trở lên', en: '% of communes at risk or above' },
	communesVeryHigh: { vi: 'xã, phường nguy cơ rất cao', en: 'communes at very high risk' },
	shareUncontrolled: {
		vi: '% xã, phường có nguồn lây chưa kiểm soát',
		en: '% of communes with an uncontrolled source',
	},
	adultsOneDose: { vi: '% người từ 18 tuổi đã tiêm ít nhất 1 liều', en: '% of adults with a dose' },
	elderlyFull: { vi: '% người trên 50 tuổi đã tiêm đủ liều', en: '% of people over 50 fully vaccinated' },
	adultsFull: { vi: '% người từ 18 tuổi đã tiêm đủ liều', en: '% of adults fully vaccinated' },
	atRiskFull: { vi: '% nhóm nguy cơ cao đã tiêm đủ liều', en: '% of the group at high risk fully vaccinated' },
	capacityReady: {
		vi: 'bảo đảm khả năng thu dung, điều trị',
		en: 'the capacity to treat is ensured',
	},
	onOxygen: { vi: 'người bệnh đang thở ô-xy, thở máy', en: 'patients on oxygen or a ventilator' },
	deaths: { vi: 'ca tử vong trong 7 ngày', en: 'deaths in 7 days' },
	linkedCases: { vi: 'ca liên quan dịch tễ trong tháng', en: 'epidemiologically linked cases in the month' },
	confirmedCases: { vi: 'ca xác định', en: 'confirmed cases' },
} satisfies Record<string, Text>;

export type FactName = keyof typeof words;
export const factNames = Object.keys(words) as FactName[];
export const factWords: Record<FactName, Text> = words;

/** What is so (1) or not (0), rather than how many. */
export const yesNoFacts: ReadonlySet<FactName> = new Set<FactName>([
	...(['besideVeryHigh', 'besideHigh', 'highRiskEntrants', 'capacityReady'] as const),
]);

export const FactNameSchema = Type.Enum(factNames) as unknown as ReturnType<typeof Type.Unsafe<FactName>>;

/** What is known of an area; what is not known is absent, and nothing follows from it. */
export const Facts = Type.Object(
	Object.fromEntries(
		factNames.map((name) => [
			name,
			Type.Optional(Type.Number({ minimum: 0, maximum: 1e9, description: words[name].en })),
		]),
	) as Record<FactName, ReturnType<typeof Type.Optional<ReturnType<typeof Type.Number>>>>,
	{ additionalProperties: false },
);
export type Facts = Partial<Record<FactName, number>>;
