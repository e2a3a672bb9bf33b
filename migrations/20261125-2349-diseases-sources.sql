-- Sources in both languages: officers who read Vietnamese read where a rule comes from in Vietnamese. What was shipped in
-- English gets its Vietnamese words; what an operator wrote stays as it is.
alter table diseases.disease add column source_en text;

alter table diseases.contact_rule add column decision_en text;

update diseases.disease d
set source = v.vi, source_en = v.en
from (values
	('covid-19', 'Serial interval: Nishiura 2020 (median 4.6, mean 4.7, sd 2.9 days); an operator may set others.', 'Khoảng nối tiếp: Nishiura 2020 (trung vị 4,6, trung bình 4,7, độ lệch chuẩn 2,9 ngày). Đơn vị vận hành có thể sửa.', 'Serial interval: Nishiura 2020 (median 4.6, mean 4.7, sd 2.9 days); an operator may set others.'),
	('ebola', 'Serial interval: West Africa 2014, mean 15.3, sd 9.3 days; an operator may set others.', 'Khoảng nối tiếp: Tây Phi 2014, trung bình 15,3, độ lệch chuẩn 9,3 ngày. Đơn vị vận hành có thể sửa.', 'Serial interval: West Africa 2014, mean 15.3, sd 9.3 days; an operator may set others.'),
	('influenza', 'Serial interval: mean 2.6, sd 1.5 days; an operator may set others.', 'Khoảng nối tiếp: trung bình 2,6, độ lệch chuẩn 1,5 ngày. Đơn vị vận hành có thể sửa.', 'Serial interval: mean 2.6, sd 1.5 days; an operator may set others.'),
	('measles', 'Serial interval: 11 to 12 days in household studies; an operator may set others.', 'Khoảng nối tiếp: 11 đến 12 ngày theo các nghiên cứu trong hộ gia đình. Đơn vị vận hành có thể sửa.', 'Serial interval: 11 to 12 days in household studies; an operator may set others.'),
	('mers', 'Serial interval: Korea 2015, mean 12.6, sd 2.8 days; an operator may set others.', 'Khoảng nối tiếp: Hàn Quốc 2015, trung bình 12,6, độ lệch chuẩn 2,8 ngày. Đơn vị vận hành có thể sửa.', 'Serial interval: Korea 2015, mean 12.6, sd 2.8 days; an operator may set others.')
) v (disease, was, vi, en)
where d.disease = v.disease and d.source = v.was;

update diseases.contact_rule r
set decision = v.vi, decision_en = v.en
from (values
	('cdc-2020', 'US CDC, close contact definition of 21 October 2020. The cap of 10 days while not isolated is this system''s setting.', 'CDC Hoa Kỳ, định nghĩa tiếp xúc gần ngày 21/10/2020. Giới hạn 10 ngày khi chưa cách ly là thiết lập của hệ thống này.', 'US CDC, close contact definition of 21 October 2020. The cap of 10 days while not isolated is this system''s setting.'),
	('measles-who', 'Sample after WHO practice: infectious from 4 days before to 4 days after the rash; anybody in the same closed room counts; 21 days of follow-up. Unconfirmed for Viet Nam: an operator may set another version.', 'Mẫu theo thực hành của WHO: lây từ 4 ngày trước đến 4 ngày sau phát ban; ai ở cùng phòng kín đều tính; theo dõi 21 ngày. Chưa xác nhận cho Việt Nam: đơn vị vận hành có thể đặt phiên bản khác.', 'Sample after WHO practice: infectious from 4 days before to 4 days after the rash; anybody in the same closed room counts; 21 days of follow-up. Unconfirmed for Viet Nam: an operator may set another version.'),
	('mers-who', 'Sample after WHO practice for MERS-CoV: contacts from the onset, 14 days of follow-up. Unconfirmed for Viet Nam: an operator may set another version.', 'Mẫu theo thực hành của WHO với MERS-CoV: tiếp xúc từ ngày khởi phát, theo dõi 14 ngày. Chưa xác nhận cho Việt Nam: đơn vị vận hành có thể đặt phiên bản khác.', 'Sample after WHO practice for MERS-CoV: contacts from the onset, 14 days of follow-up. Unconfirmed for Viet Nam: an operator may set another version.'),
	('qd-5053', 'Quyết định 5053/QĐ-BYT ngày 3/12/2020. Mốc 21 ngày sau khởi phát khi chưa cách ly là thiết lập của hệ thống (the cap of 21 days while not isolated is this system''s setting).', 'Quyết định 5053/QĐ-BYT ngày 3/12/2020. Giới hạn 21 ngày sau khởi phát khi chưa cách ly là thiết lập của hệ thống này.', 'Decision 5053/QĐ-BYT of 3 December 2020. The cap of 21 days while not isolated is this system''s setting.'),
	('who-2021', 'WHO/2019-nCoV/Contact_Tracing/2021.1, 1 February 2021', 'WHO/2019-nCoV/Contact_Tracing/2021.1, ngày 1/2/2021', 'WHO/2019-nCoV/Contact_Tracing/2021.1, 1 February 2021')
) v (rule, was, vi, en)
where r.rule = v.rule and r.decision = v.was;

update diseases.symptom_rule r
set decision = v.vi, body = r.body || jsonb_build_object('decision', v.vi, 'decisionEn', v.en)
from (values
	('any', 'After the two groups of signs of the US CDC (any one of, any two of). The temperatures and the three days are this system''s setting; an operator may set another version.', 'Theo hai nhóm dấu hiệu của CDC Hoa Kỳ (một trong các dấu hiệu, hai trong các dấu hiệu). Các mức nhiệt độ và ba ngày là thiết lập của hệ thống này; đơn vị vận hành có thể đặt phiên bản khác.', 'After the two groups of signs of the US CDC (any one of, any two of). The temperatures and the three days are this system''s setting; an operator may set another version.'),
	('measles', 'Sample after WHO practice. Unconfirmed for Viet Nam: an operator may set another version.', 'Mẫu theo thực hành của WHO. Chưa xác nhận cho Việt Nam: đơn vị vận hành có thể đặt phiên bản khác.', 'Sample after WHO practice. Unconfirmed for Viet Nam: an operator may set another version.')
) v (disease, was, vi, en)
where r.disease = v.disease and r.decision = v.was;
