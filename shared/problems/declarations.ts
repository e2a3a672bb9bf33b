import { problem } from './problem-words.ts';

/** Declaring, and going in and out. */
export const declarationsProblems = {
	'declaration-missing': problem(
		409,
		['Chưa có tờ khai', 'There is no declaration yet'],
		['Hãy khai báo trước.', 'Declare first.'],
	),
	'declaration-expired': problem(
		409,
		['Tờ khai đã hết hạn', 'The declaration has expired'],
		['Hãy cập nhật tờ khai.', 'Update the declaration.'],
	),
	'form-faulty': problem(
		422,
		['Mẫu tờ khai chưa công bố được', 'The questionnaire cannot be published'],
		['Cần sửa: {faults}', 'To be corrected: {faults}'],
	),
	'form-lacks-questions': problem(
		422,
		['Mẫu tờ khai này chưa dùng được', 'This questionnaire cannot be used yet'],
		[
			'Quy tắc đánh giá cần những câu mà mẫu chưa hỏi: {questions}',
			'The rule that judges the answers needs what the questionnaire does not ask: {questions}',
		],
	),
	'nobody-chosen': problem(
		422,
		['Chưa chọn ai', 'Nobody was chosen'],
		['Hãy đánh dấu ít nhất một người.', 'Tick at least one person.'],
	),
	'not-inside': problem(
		409,
		['Chưa ghi nhận lượt vào', 'No entry was recorded'],
		['Bạn chưa vào nơi này, hoặc đã ra rồi.', 'You have not gone in here, or have left already.'],
	),
	'export-too-long': problem(
		413,
		['Quá nhiều dòng cho một tệp', 'Too many rows for one file'],
		[
			'Một tệp có nhiều nhất {count} dòng. Hãy chọn ít ngày hơn.',
			'A file has at most {count} rows. Choose fewer days.',
		],
	),
};
