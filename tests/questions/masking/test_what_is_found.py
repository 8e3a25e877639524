"""What tells who somebody is, in the ways people type it: each line is (text, what must be hidden in it)."""

import pytest

from cms.questions.masking import Kind, mask

IDENTITY = [
    ("CCCD của tôi số 001099012345 cấp ngày 01/01/2021", ["001099012345"]),
    ("căn cước công dân: 001 099 012 345.", ["001 099 012 345"]),
    ("Căn cước 0010.9901.2345 hết hạn", ["0010.9901.2345"]),
    ("cccd 0 0 1 0 9 9 0 1 2 3 4 5", ["0 0 1 0 9 9 0 1 2 3 4 5"]),
    ("số 001 0 99 012345 là của tôi", ["001 0 99 012345"]),
    ("Tôi gửi kèm 034099012345 ạ", ["034099012345"]),
    ("Số CMND 063123456, do Công an Lào Cai cấp", ["063123456"]),
    ("chung minh nhan dan so 063.123.456", ["063.123.456"]),
    ("CMTND: 123.456.789", ["123.456.789"]),
    ("Của tôi là 063 123 456 nhé", ["063 123 456"]),
    ("Của tôi là 063.123.456 nhé", ["063.123.456"]),
    ("mã 123456789 của tôi", ["123456789"]),
    ("Mã định danh cá nhân 010203004567", ["010203004567"]),
    ("hộ chiếu số B1234567 hết hạn", ["B1234567"]),
    ("passport C12345678", ["C12345678"]),
    ("CCCD 001099012345 và CMND cũ 063123456", ["001099012345", "063123456"]),
]
PHONE = [
    ("0912345678", ["0912345678"]),
    ("Gọi tôi 0912 345 678 nhé", ["0912 345 678"]),
    ("0912.345.678 hoặc 0912-345-678", ["0912.345.678", "0912-345-678"]),
    ("(0912) 345 678; 0912/345/678; 0912_345_678", ["(0912) 345 678", "0912/345/678", "0912_345_678"]),
    ("09 12 34 56 78", ["09 12 34 56 78"]),
    ("0 9 1 2 3 4 5 6 7 8", ["0 9 1 2 3 4 5 6 7 8"]),
    ("+84 912 345 678", ["+84 912 345 678"]),
    ("(+84) 912345678", ["(+84) 912345678"]),
    ("+84(0)912345678", ["+84(0)912345678"]),
    ("0084912345678", ["0084912345678"]),
    ("84912345678", ["84912345678"]),
    ("O912345678", ["O912345678"]),
    ("０９１２３４５６７８", ["０９１２３４５６７８"]),
    ("09\u200b12\u00a0345\u2013678", ["09\u200b12\u00a0345\u2013678"]),
    ("không chín một hai ba bốn năm sáu bảy tám", ["không chín một hai ba bốn năm sáu bảy tám"]),
    ("là không chín 12 ba bốn năm sáu bảy tám ạ", ["không chín 12 ba bốn năm sáu bảy tám"]),
    ("khong chin mot hai ba bon lam sau bay tam", ["khong chin mot hai ba bon lam sau bay tam"]),
    ("nhà tôi 0214 3840 034", ["0214 3840 034"]),
    ("(0214) 3840034", ["(0214) 3840034"]),
    ("024 3825 1234", ["024 3825 1234"]),
    ("số cũ 0168 234 5678", ["0168 234 5678"]),
    ("đt: 3840034", ["3840034"]),
    ("Điện thoại bàn 3.840.034", ["3.840.034"]),
    ("SĐT 0912345678 hoặc 0987654321", ["0912345678", "0987654321"]),
    ("0912345678/0987654321", ["0912345678", "0987654321"]),
    ("SĐT 0912345678 12 giờ hằng ngày", ["0912345678"]),
    ("Zalo:0912345678,gọi sau 5 giờ", ["0912345678"]),
    ("call +1 650 253 0000", ["+1 650 253 0000"]),
]
EMAIL = [
    ("an.nguyen@gmail.com. Xin cảm ơn", ["an.nguyen@gmail.com"]),
    ("AN_Nguyen+1@laocai.gov.vn", ["AN_Nguyen+1@laocai.gov.vn"]),
    ("annguyen (a còng) gmail.com", ["annguyen (a còng) gmail.com"]),
    ("annguyen a còng gmail chấm com", ["annguyen a còng gmail chấm com"]),
    ("an [at] gmail [dot] com", ["an [at] gmail [dot] com"]),
    ("thư: an @ gmail . com nhé", ["an @ gmail . com"]),
]
ADDRESS = [
    ("Nhà tôi ở số 12 đường Hoàng Liên, phường Cốc Lếu bị ngập", ["số 12 đường Hoàng Liên"]),
    ("số nhà 25, ngõ 12, đường Hoàng Liên, tổ 5, phường Kim Tân", ["số nhà 25, ngõ 12, đường Hoàng Liên, tổ 5"]),
    ("so nha 25 duong hoang lien phuong kim tan", ["so nha 25 duong hoang lien"]),
    ("Tại 25/3 ngõ 12 phố Trần Phú có rác", ["25/3 ngõ 12 phố Trần Phú"]),
    ("căn hộ 1203 tòa A", ["căn hộ 1203"]),
    ("Tôi trú tại thôn Luổng Láo, xã Cốc San, huyện Bát Xát", ["thôn Luổng Láo"]),
    ("Địa chỉ: 25/3 Trần Phú, phường Bắc Cường", ["25/3 Trần Phú"]),
    ("địa chỉ liên hệ: tổ 5 phường Kim Tân", ["tổ 5"]),
    ("Tôi ở thôn Nậm Cang xã Liêm Phú", ["thôn Nậm Cang"]),
    ("hộ khẩu thường trú: bản Phố 2, xã Bản Phố", ["bản Phố 2"]),
]
NAME = [
    ("tôi tên là Nguyễn Văn An, hiện ở xã Bảo Hà", ["Nguyễn Văn An"]),
    ("toi ten la nguyen van an, o xa bao ha", ["nguyen van an"]),
    ("TÔI TÊN LÀ NGUYỄN VĂN AN HIỆN Ở XÃ BẢO HÀ", ["NGUYỄN VĂN AN"]),
    ("Tên tôi là Giàng Thị Mỷ. Hồ sơ của Giàng Thị Mỷ đã nộp", ["Giàng Thị Mỷ", "Giàng Thị Mỷ"]),
    ("ông Lò Văn Bình chưa nhận được", ["Lò Văn Bình"]),
    ("Kính gửi bà Trần Thị Hoa Chủ tịch UBND xã", ["Trần Thị Hoa"]),
    ("ông Nguyễn thị Hoa và bà Lý a Páo", ["Nguyễn thị Hoa", "Lý a Páo"]),
    ("Họ và tên: Vàng A Páo", ["Vàng A Páo"]),
    ("Họ tên người hỏi: Phạm Minh", ["Phạm Minh"]),
    ("Tôi là Nguyễn Thị Thu Hà, giáo viên", ["Nguyễn Thị Thu Hà"]),
    ("Tôi Nguyễn Văn A xin hỏi", ["Nguyễn Văn A"]),
    ("chồng tôi là Sùng A Dế đã mất", ["Sùng A Dế"]),
    ("tôi tên là Nguyễn Văn Sinh sinh năm 1980", ["Nguyễn Văn Sinh"]),
    ("Người hỏi: Đỗ Minh Đức", ["Đỗ Minh Đức"]),
    ("em tên Páo A Dơ", ["Páo A Dơ"]),
]
PAPERS = [
    ("số tài khoản 0851000012345 Vietcombank", ["0851000012345"], Kind.BANK),
    ("STK: 1234 5678 9012 tại Agribank", ["1234 5678 9012"], Kind.BANK),
    ("chuyển 500.000 đồng vào tài khoản ngân hàng số 12345678", ["12345678"], Kind.BANK),
    ("thẻ 9704 1234 5678 9012", ["9704 1234 5678 9012"], Kind.BANK),
    ("chuyển vào 19031234567890", ["19031234567890"], Kind.BANK),
    ("sổ đỏ số BK 123456", ["BK 123456"], Kind.LAND),
    ("Giấy chứng nhận quyền sử dụng đất số CS 01234567", ["CS 01234567"], Kind.LAND),
    ("GCN số phát hành BĐ123456", ["BĐ123456"], Kind.LAND),
    ("thửa đất số 123, tờ bản đồ số 12", ["thửa đất số 123, tờ bản đồ số 12"], Kind.LAND),
    ("Thửa 45, tờ bản đồ số 7, 120 m2", ["Thửa 45, tờ bản đồ số 7"], Kind.LAND),
    ("đất ở thửa số 45 bị lấn", ["thửa số 45"], Kind.LAND),
    ("thửa 45 tờ 7 xã Bảo Hà", ["thửa 45 tờ 7"], Kind.LAND),
    ("tờ bản đồ 7, thửa 45a của tôi", ["tờ bản đồ 7, thửa 45a"], Kind.LAND),
    ("số thửa: 45; số tờ: 7", ["số thửa: 45; số tờ: 7"], Kind.LAND),
    (
        "thửa 45, 46 và 47 thuộc tờ bản đồ địa chính số 7",
        ["thửa 45, 46 và 47 thuộc tờ bản đồ địa chính số 7"],
        Kind.LAND,
    ),
    ("nằm ở tờ bản đồ 7 nhưng chưa đo", ["tờ bản đồ 7"], Kind.LAND),
    ("dat cua toi la thua 45, to 7", ["thua 45, to 7"], Kind.LAND),
    ("mã số BHXH 1020304050", ["1020304050"], Kind.INSURANCE),
    ("thẻ BHYT GD4012212345678", ["GD4012212345678"], Kind.INSURANCE),
]
CASES = [
    *((text, hidden, kind) for kind, rows in (
        (Kind.IDENTITY, IDENTITY), (Kind.PHONE, PHONE), (Kind.EMAIL, EMAIL), (Kind.ADDRESS, ADDRESS), (Kind.NAME, NAME)
    ) for text, hidden in rows),
    *PAPERS,
]  # fmt: skip


@pytest.mark.parametrize(("text", "hidden", "kind"), CASES, ids=[case[0][:40] for case in CASES])
def test_it_is_found_and_taken_out_and_the_rest_stays(text, hidden, kind):
    masked, findings = mask(text)
    assert [finding.text for finding in findings if finding.kind == kind] == hidden
    mark = f"[đã ẩn {kind.label}]"
    expected = text
    for words in hidden:
        expected = expected.replace(words, mark, 1)
    others = {finding.text for finding in findings if finding.kind != kind}
    assert others or masked == expected
    assert all(words not in masked for words in hidden)


def test_several_kinds_in_one_letter():
    letter = (
        "Tôi tên là Hoàng Thị Mai, CCCD 010185001234, trú tại tổ 7, phường Pom Hán. Tôi nộp hồ sơ ngày 12/03/2024 "
        "theo Nghị định 42/2022/NĐ-CP, lệ phí 150.000 đồng. Xin trả lời qua 0987.654.321 hoặc maihoang@gmail.com."
    )
    masked, findings = mask(letter)
    assert masked == (
        "Tôi tên là [đã ẩn họ tên], CCCD [đã ẩn số giấy tờ tùy thân], trú tại [đã ẩn địa chỉ nhà], phường Pom Hán. "
        "Tôi nộp hồ sơ ngày 12/03/2024 theo Nghị định 42/2022/NĐ-CP, lệ phí 150.000 đồng. "
        "Xin trả lời qua [đã ẩn số điện thoại] hoặc [đã ẩn thư điện tử]."
    )
    assert [finding.kind for finding in findings] == ["name", "identity", "address", "phone", "email"]
