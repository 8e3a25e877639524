"""Why points were not given, and what was seen on the way, in words a commune clerk can act on.

The codes are written into the ledger and printed by `score --json`: they are never renamed, only added.
"""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Reason(TextChoices):
    NOT_MEASURED = "chua_do", _("Chưa đo: hệ thống chưa có dữ liệu cho tiêu chí này, tạm tính 0 điểm")
    NO_INTRODUCTION = "thieu_trang_gioi_thieu", _("Chưa công khai trang giới thiệu")
    REVIEW_OVERDUE = "gioi_thieu_qua_han_ra_soat", _("Trang giới thiệu đã quá 365 ngày chưa rà soát")
    NO_FUNCTIONS = "thieu_chuc_nang_nhiem_vu", _("Trang giới thiệu chưa có đủ chức năng và nhiệm vụ, quyền hạn")
    NO_CHART = "thieu_so_do_to_chuc", _("Chưa có sơ đồ tổ chức kèm mô tả hoặc cây đơn vị")
    NO_UNITS = "thieu_don_vi_truc_thuoc", _("Chưa nhập đơn vị trực thuộc nào")
    NO_HISTORY = "thieu_qua_trinh_hinh_thanh", _("Chưa công khai quá trình hình thành và phát triển")
    NO_LEADERS = "chua_co_lanh_dao", _("Chưa nhập lãnh đạo đương nhiệm nào")
    LEADERS_INCOMPLETE = (
        "lanh_dao_thieu_thong_tin",
        _("Có lãnh đạo thiếu tiểu sử tóm tắt hoặc nhiệm vụ được phân công"),
    )
    NO_CONTACT_PAGE = "thieu_trang_lien_he", _("Chưa công khai trang liên hệ")
    CONTACT_INCOMPLETE = (
        "lien_he_thieu_thong_tin",
        _("Trang liên hệ thiếu địa chỉ, điện thoại hoặc thư điện tử của cơ quan"),
    )
    NO_FOCAL = "chua_co_dau_moi", _("Chưa nhập cán bộ đầu mối liên hệ nào")
    FOCAL_INCOMPLETE = (
        "dau_moi_thieu_thong_tin",
        _("Chưa có cán bộ đầu mối nào đủ họ tên, chức vụ, đơn vị, điện thoại và thư điện tử công vụ"),
    )
    FOCAL_UNCONFIRMED = "dau_moi_chua_xac_nhan", _("Có cán bộ đầu mối quá 180 ngày chưa được xác nhận lại")
    NO_DOCUMENTS = "khong_co_van_ban", _("Không có văn bản nào được đăng trong kỳ")
    NO_RECENT_DOCUMENTS = "khong_co_van_ban_90_ngay", _("Không có văn bản nào được đăng trong 90 ngày gần nhất")
    NO_SEARCH = "khong_co_tim_kiem", _("Cổng chưa có trang tìm kiếm")
    DOCUMENTS_INCOMPLETE = "van_ban_thieu_thuoc_tinh", _("Có văn bản thiếu thuộc tính bắt buộc hoặc tệp tải về")
    DOCUMENTS_LATE = "van_ban_dang_cham", _("Có văn bản đăng quá 05 ngày làm việc kể từ ngày ban hành")
    ISSUE_DATE_UNKNOWN = (
        "khong_ro_ngay_ban_hanh",
        _("Có văn bản không rõ ngày ban hành nên không chứng minh được đúng hạn"),
    )
    NO_RECENT_NEWS = "khong_co_tin_30_ngay", _("Không có tin, bài nào trong 30 ngày gần nhất")
    WEEKS_WITHOUT_NEWS = "co_tuan_khong_co_tin", _("Có tuần trong kỳ không đăng tin, bài nào")
    TOO_FEW_NEWS = "chua_du_so_tin", _("Số tin, bài trong kỳ chưa đạt định mức")
    SECTION_EMPTY = "muc_bat_buoc_con_trong", _("Còn chuyên mục bắt buộc để trống")
    TEST_CONTENT = "con_noi_dung_thu_nghiem", _("Còn trang có nội dung thử nghiệm")
    PAGES_OVERDUE = "nhieu_trang_qua_han_ra_soat", _("Quá 5 % số trang đã quá hạn rà soát")
    NO_ENGLISH_INTRODUCTION = "thieu_tieng_anh_gioi_thieu", _("Trang giới thiệu chưa có bản tiếng Anh cập nhật")
    NO_ENGLISH_CONTACT = "thieu_tieng_anh_lien_he", _("Trang liên hệ chưa có bản tiếng Anh cập nhật")
    NO_SITEMAP = "so_do_cong_chua_du", _("Sơ đồ cổng chưa liệt kê đủ các chuyên mục")
    NO_LINKS = "thieu_lien_ket", _("Cổng chưa có khối liên kết đến cổng của cơ quan khác")
    NO_PRINT = "khong_in_duoc", _("Tin, bài chưa có bản in")


class Note(TextChoices):
    """What was seen on one counted thing."""

    MISSING_FORM = "thieu_hinh_thuc", _("thiếu hình thức văn bản")
    MISSING_ISSUER = "thieu_co_quan_ban_hanh", _("thiếu cơ quan ban hành")
    MISSING_NUMBER = "thieu_so_ky_hieu", _("thiếu số ký hiệu")
    MISSING_ISSUE_DATE = "thieu_ngay_ban_hanh", _("không rõ ngày ban hành")
    MISSING_EFFECTIVE_DATE = "thieu_ngay_hieu_luc", _("không rõ ngày hiệu lực")
    MISSING_ABSTRACT = "thieu_trich_yeu", _("thiếu trích yếu")
    MISSING_FILE = "thieu_tep", _("thiếu tệp tải về")
    LATE = "dang_cham", _("đăng chậm")
    SHORT_BIOGRAPHY = "tieu_su_ngan", _("tiểu sử tóm tắt dưới 200 ký tự")
    MISSING_DUTIES = "thieu_nhiem_vu", _("chưa có nhiệm vụ được phân công")
    INCOMPLETE = "chua_du_thong_tin", _("chưa đủ thông tin")
    UNCONFIRMED = "chua_xac_nhan_lai", _("quá hạn xác nhận lại")
    REVIEW_OVERDUE = "qua_han_ra_soat", _("quá hạn rà soát")
    MISSING_FUNCTIONS = "thieu_chuc_nang", _("thiếu chức năng hoặc nhiệm vụ")
    MISSING_CHART = "thieu_so_do", _("thiếu sơ đồ tổ chức kèm mô tả")
    MISSING_HISTORY = "thieu_hinh_thanh", _("chưa có quá trình hình thành")
    EMPTY = "de_trong", _("để trống")
    TEST = "thu_nghiem", _("nội dung thử nghiệm")
    ENGLISH_CURRENT = "tieng_anh_cap_nhat", _("bản tiếng Anh đã cập nhật")
    ENGLISH_MISSING = "tieng_anh_thieu", _("chưa có bản tiếng Anh")
    ENGLISH_OUTDATED = "tieng_anh_cu", _("bản tiếng Anh cũ hơn bản tiếng Việt")


def in_words(code: str) -> str:
    """The sentence for a code of either list; a code that is known no more is shown as it was written."""
    for words in (Reason, Note):
        if code in words.values:
            return str(words(code).label)
    return code
