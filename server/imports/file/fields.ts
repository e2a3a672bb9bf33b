import { type Column, column } from '#platform/table/headings';
import type { Kind } from './kinds.ts';

/** What a column of a file can be. Names of days end in `On`. */
export type Field = keyof typeof fields;
export type DayField = Extract<Field, `${string}On`>;

/**
 * Every field with the headings it is known by: Vietnamese with or without diacritics, English, the paths of Go.Data's
 * exports (`addresses[0].phoneNumber`), and the names in the R package outbreaks (`dt_onset`).
 */
const fields = {
	caseId: column('Mã ca', 'Case id', [
		...['ma so ca', 'ma bn', 'ma benh nhan', 'so ca', 'benh nhan', 'id', 'case', 'visualid', 'patient id', 'person id'],
	]),
	contactId: column('Mã người tiếp xúc', 'Contact id', ['ma f1', 'ma nguoi', 'id', 'visualid', 'contact', 'to', 'j']),
	infectorId: column('Nguồn lây', 'Infector', [
		...['ma nguon lay', 'lay tu', 'lay tu ca', 'ca lay', 'infector id', 'infected by', 'source case', 'from'],
		...['relationship relatedid', 'relatedid', 'source person id'],
	]),
	fullName: column('Họ và tên', 'Full name', ['ho ten', 'ten', 'name', 'ho va ten benh nhan']),
	lastName: column('Họ', 'Last name', ['lastname', 'surname', 'family name']),
	middleName: column('Tên đệm', 'Middle name', ['ten lot', 'middlename']),
	firstName: column('Tên gọi', 'First name', ['firstname', 'given name']),
	gender: column('Giới tính', 'Gender', ['gioi', 'phai', 'sex']),
	birth: column('Ngày sinh, năm sinh', 'Date or year of birth', [
		...['ngay sinh', 'nam sinh', 'ngay thang nam sinh', 'dob', 'date of birth', 'year of birth', 'birth year'],
	]),
	age: column('Tuổi', 'Age', ['age years', 'tuoi nam']),
	document: column('Số giấy tờ', 'Document number', [
		...['cccd', 'so cccd', 'cmnd', 'cmnd cccd', 'so dinh danh', 'documents number', 'document'],
	]),
	phone: column('Điện thoại', 'Phone', ['so dien thoai', 'dt', 'sdt', 'phone number', 'addresses phonenumber']),
	address: column('Địa chỉ', 'Address', ['noi o', 'addresses addressline1', 'address line 1']),
	commune: column('Phường, xã', 'Ward or commune', ['phuong xa', 'xa phuong', 'xa', 'phuong', 'commune', 'ward']),
	province: column('Tỉnh, thành phố', 'Province or city', ['tinh', 'tinh thanh', 'tinh thanh pho', 'province']),
	classification: column('Phân loại', 'Classification', ['phan loai ca', 'loai ca', 'case classification', 'status']),
	onsetOn: column('Ngày khởi phát', 'Onset', [
		...['khoi phat', 'ngay phat benh', 'date of onset', 'dateofonset', 'dt onset', 'onset date', 'date of prodrome'],
	]),
	sampledOn: column('Ngày lấy mẫu', 'Sampling date', [
		...['ngay xet nghiem', 'ngay duong tinh', 'ngay xac dinh', 'dt diag', 'date of sample', 'datesampletaken'],
		...['date sample taken', 'sampled on', 'sampled', 'date of diagnosis', 'datebecomecase'],
	]),
	isolatedOn: column('Ngày cách ly', 'Isolated on', [
		...[
			'ngay nhap vien',
			'date of hospitalisation',
			'date of hospitalization',
			'date of isolation',
			'isolation date',
			'dateranges startdate',
		],
	]),
	outcome: column('Kết cục', 'Outcome', ['ket qua dieu tri', 'outcomeid', 'outcome id', 'tinh trang']),
	outcomeOn: column('Ngày kết cục', 'Date of outcome', [
		...['ngay ra vien', 'ngay khoi', 'ngay tu vong', 'dateofoutcome', 'dt death', 'date of death', 'discharge date'],
	]),
	occupation: column('Nghề nghiệp', 'Occupation', ['nghe', 'job']),
	source: column('Nguồn phát hiện', 'How it was found', ['phat hien qua', 'nguon phat hien ca']),
	infecteeId: column('Ca bị lây', 'Infected case', [
		...['ma ca', 'ma ca bi lay', 'case id', 'infectee', 'infectee id', 'infected', 'to', 'id', 'target person id'],
	]),
	certainty: column('Mức chắc chắn', 'Certainty', [
		...['muc do chac chan', 'relationship certaintylevelid', 'certaintylevelid', 'certainty level', 'kind'],
	]),
	contactOn: column('Ngày tiếp xúc', 'Date of contact', [
		...['ngay tiep xuc cuoi', 'tiep xuc lan cuoi', 'relationship contactdate', 'contactdate', 'contact date', 'met on'],
		...['dateoflastcontact', 'date of last contact', 'last contact'],
	]),
	firstContactOn: column('Ngày tiếp xúc đầu tiên', 'First contact', [
		...['tiep xuc lan dau', 'relationship dateoffirstcontact', 'dateoffirstcontact', 'date of first contact'],
	]),
	relation: column('Quan hệ', 'Relation', ['relationship socialrelationshiptypeid', 'socialrelationshiptypeid']),
	setting: column('Nơi lây', 'Setting', [
		...['boi canh', 'exposure', 'source', 'relationship exposuretypeid', 'exposuretypeid', 'exposure type'],
	]),
	testKind: column('Loại xét nghiệm', 'Kind of test', ['xet nghiem', 'testtype', 'test type', 'phuong phap']),
	result: column('Kết quả', 'Result', ['ket qua xet nghiem', 'test result']),
	resultOn: column('Ngày có kết quả', 'Result date', ['ngay tra ket qua', 'dateofresult', 'date of result']),
	laboratory: column('Phòng xét nghiệm', 'Laboratory', ['noi xet nghiem', 'labname', 'lab name', 'lab']),
	sampleId: column('Mã mẫu', 'Sample id', ['so mau', 'sampleidentifier', 'sample identifier', 'sample']),
	followedOn: column('Ngày theo dõi', 'Day of follow-up', ['ngay', 'date', 'follow up date']),
	followUp: column('Tình hình theo dõi', 'What was found', ['ket qua theo doi', 'statusid', 'status', 'tinh trang']),
} satisfies Record<string, Column>;

const person = [
	...(['fullName', 'lastName', 'middleName', 'firstName', 'gender', 'birth', 'age', 'document', 'phone'] as const),
	...(['address', 'commune', 'province'] as const),
];

/** The fields of each kind of file, in the order in which a heading that suits several is given to one. */
export const fieldsOf: Record<Kind, readonly Field[]> = {
	cases: [
		...(['caseId', 'infectorId', ...person, 'classification', 'onsetOn', 'sampledOn', 'isolatedOn'] as const),
		...(['outcome', 'outcomeOn', 'occupation', 'source', 'setting', 'certainty'] as const),
	],
	contacts: [
		'infectorId',
		'contactId',
		...person.filter((name) => name !== 'commune' && name !== 'province'),
		'contactOn',
		'firstContactOn',
	],
	links: ['infectorId', 'infecteeId', 'certainty', 'contactOn', 'relation', 'setting'],
	tests: ['caseId', 'testKind', 'sampledOn', 'result', 'resultOn', 'laboratory', 'sampleId'],
	'follow-ups': ['contactId', 'followedOn', 'followUp'],
};

/** What a column must be found for; of several in one list any is enough. */
export const requiredOf: Record<Kind, readonly (readonly Field[])[]> = {
	cases: [['caseId', 'fullName', 'firstName']],
	contacts: [['infectorId'], ['contactId', 'fullName', 'firstName']],
	links: [['infectorId'], ['infecteeId']],
	tests: [['caseId'], ['sampledOn'], ['result'], ['sampleId']],
	'follow-ups': [['contactId'], ['followedOn'], ['followUp']],
};

/** In files of contacts the case they met has other headings than who infected a case. */
const ofContacts: Partial<Record<Field, Column>> = {
	infectorId: column('Mã ca đã gặp', 'Case they met', [
		...['ma ca', 'case id', 'f0', 'ma f0', 'ca benh', 'relationship relatedid', 'relatedid', 'case', 'from', 'i'],
	]),
};
const ofFollowUps: Partial<Record<Field, Column>> = {
	contactId: column('Mã người được theo dõi', 'Person followed', [
		'personid',
		'person id',
		'ma f1',
		'contact id',
		'id',
	]),
};
const ofTests: Partial<Record<Field, Column>> = {
	caseId: column('Mã người', 'Person id', ['ma ca', 'case id', 'personid', 'person', 'visualid', 'id', 'ma benh nhan']),
};
const special: Partial<Record<Kind, Partial<Record<Field, Column>>>> = {
	...{ contacts: ofContacts, 'follow-ups': ofFollowUps, tests: ofTests },
};

export const columnOf = (kind: Kind, field: Field): Column => special[kind]?.[field] ?? fields[field];

export const isDayField = (field: Field): field is DayField => field.endsWith('On');
