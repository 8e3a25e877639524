"""False alarms: what looks like a number or a name of somebody and is none stays in the text."""

import pytest

from cms.questions.masking import mask

NOBODYS = [
    "Nghị định 42/2022/NĐ-CP ngày 24/6/2022 của Chính phủ",
    "Quyết định số 3098/UBND-BBT ngày 11/7/2022 và 1234567/BTC-CST",
    "Công văn số 123456789/UBND-VX",
    "Luật Căn cước số 26/2023/QH15 có hiệu lực từ 01.07.2024",
    "Thông tư 02/2024/TT-BTC ngày 05/03/2024",
    "khoản 1 Điều 17, Điều 12 Luật Đường bộ, điểm đ khoản 2",
    "từ ngày 05/03/2024-12/04/2024 và 05-03-2024 12-04-2024",
    "8 giờ 30 ngày 12 tháng 3 năm 2024",
    "làm căn cước công dân từ ngày 01/07/2024, lệ phí 50.000 đồng",
    "CCCD gắn chíp làm ngày 01.01.2024",
    "giai đoạn 2021-2025, năm học 2020 - 2021, quý I/2024, tháng 03/2024",
    "số tiền 150.000.000 đồng, 150000000 đồng, 150 000 000 đ và 1.234.567.890 VNĐ",
    "thu 250000000, chi 150 000 000",
    "thuế 1,5 tỷ đồng; tăng 5,5% so với 1.234.567 trước đó",
    "diện tích 1200000 m2, 36.000 ha, km 123+456, QL 4D",
    "gọi 113, 114, 115 hoặc 1022; tổng đài 1900 1009, 1900.6920, 18001096",
    "điện thoại thông minh giá 3.500.000 đồng, bảo hành 12 tháng",
    "tài khoản định danh mức 2 trước ngày 01/01/2024",
    "Giấy chứng nhận đăng ký doanh nghiệp số 5300123456",
    "hồ sơ 000.00.12.H38-240312-0001 và H38.12-240312-0001",
    "các mức 0 5 10 15 20 25 30 điểm",
    "lớp 1A 12 em, lớp 2B 34 em, 5 6 7 8 9 tuổi",
    "điểm 09, 10, 08, 07, 09",
    "mã vạch 8 chữ số 12345678",
    "tôi là công dân xã Bảo Hà, tôi là giáo viên, tôi là người Hà Nhì",
    "ông Chủ tịch UBND xã, bà con trong xã, anh chị em công nhân",
    "đường Bà Triệu Hà Nội, phố Hai Bà Trưng, Thành phố Hồ Chí Minh",
    "Trường tên là Trường Mầm non Hoa Sen",
    "cuộc thi Tìm hiểu Luật Đất đai, bà nói vậy, ông ấy, cô giáo",
    "Xã có 12 đường liên thôn; năm 2024 đường Trần Phú ngập",
    "đường ở thôn Nậm Cang hỏng, cầu bản Phố yếu",
    "đăng ký thường trú tại xã Cốc San, tạm trú tại thôn có cần giấy gì",
    "tôi ở xã Cốc San, huyện Bát Xát",
    "gia công ty may, loại a công nghệ mới",
    "Trường THPT số 1 thành phố Lào Cai, Bệnh viện Đa khoa số 2",
    "không một hai ba gì cả, năm sáu người đến",
    "thừa 12 người, thua 3 trận, thưa ông",
    "thửa ruộng nhà tôi, thửa đất này, số thửa và số tờ bản đồ, hai thửa 2 vụ, thửa 500 m2, thửa 3 sào",
    "tờ khai 7 trang, tờ trình số 7, tờ 500.000 đồng, thừa 45, tờ 7 khai thiếu",
    "doi toi thua 45 diem",
    "hết hạn 12/2025, kỳ 03/2024-06/2024",
    "",
]


@pytest.mark.parametrize("text", NOBODYS)
def test_nothing_is_found(text):
    assert mask(text) == (text, [])


OFFICE = ["0214 3840 034", "vanthu@xa-a.example.vn", "Số 12 đường Hoàng Liên, phường Cốc Lếu", "Trần Văn Bình"]


@pytest.mark.parametrize(
    "text",
    [
        "Xin gọi 02143.840.034 hoặc (0214) 3840034 hoặc +84 214 3840034",
        "Gửi thư về VanThu@xa-a.example.vn",
        "Nộp tại Bộ phận Một cửa, số 12 đường Hoàng Liên",
        "Ông Trần Văn Bình tiếp dân sáng thứ Năm",
    ],
)
def test_what_the_unit_says_of_itself_stays(text):
    assert mask(text, keep=OFFICE) == (text, [])
    assert mask(text)[1] != []
