/** The same words for everybody: what differs is put in at the moment of sending. No name is in it. */
export const reminderWords = {
	one: {
		vi: 'Vaora: Hôm nay bạn chưa báo sức khoẻ. Khoẻ, trả lời: KHONG. Có triệu chứng, trả lời: CO. Hoặc mở {report-link}',
		en: 'Vaora: You have not reported your health today. Well, answer: KHONG. With symptoms: CO. Or open {report-link}',
	},
	several: {
		vi: 'Vaora: Nhà bạn chưa báo sức khoẻ hôm nay: {report-people}. Cả nhà khoẻ, trả lời: KHONG. Nếu không, ví dụ: 1 KHONG 2 CO. Hoặc mở {report-link}',
		en: 'Vaora: Your home has not reported today: {report-people}. All well, answer: KHONG. Else for example: 1 KHONG 2 CO. Or open {report-link}',
	},
};

/** What is answered to what could not be understood. */
export const askAgain = {
	vi: 'Vaora: Chưa hiểu tin nhắn. Khoẻ, trả lời: KHONG. Có triệu chứng: CO. Nhiều người: 1 KHONG 2 CO. Hoặc mở {report-link}',
	en: 'Vaora: That was not understood. Well: KHONG. With symptoms: CO. Several people: 1 KHONG 2 CO. Or open {report-link}',
};

/** What an officer asks whose answer spoke of an illness and could not be read. */
export const askWhoIsIll = {
	vi: 'Tin nhắn trả lời có nói đến triệu chứng nhưng chưa rõ của ai, thế nào: hãy hỏi sức khoẻ cả nhà',
	en: 'The answer speaks of symptoms, though not whose or how: ask after everybody’s health',
};
