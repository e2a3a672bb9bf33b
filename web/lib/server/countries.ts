import countries from 'i18n-iso-countries';
import en from 'i18n-iso-countries/langs/en.json' with { type: 'json' };
import vi from 'i18n-iso-countries/langs/vi.json' with { type: 'json' };
import type { Language } from '#shared/language';
import type { Choice } from './areas.ts';

countries.registerLocale(vi);
countries.registerLocale(en);

const lists = { vi: sorted('vi'), en: sorted('en') };

/** All countries, Viet Nam first. */
export const listCountries = (language: Language): Choice[] => lists[language];

function sorted(language: Language): Choice[] {
	const all = Object.entries(countries.getNames(language)).map(([value, label]) => ({ value, label }));
	const byName = new Intl.Collator(language).compare;
	all.sort((one, other) => Number(other.value === 'VN') - Number(one.value === 'VN') || byName(one.label, other.label));
	return all;
}
