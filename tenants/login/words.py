"""What the log-in says: the library's own words are English, and it has none for many of our cases."""

from django.utils.translation import gettext_lazy as _

LOCK_MINUTES = 15

NO_ENTRY = _(
    "Không đăng nhập được. Hãy kiểm tra địa chỉ thư điện tử và mật khẩu. Nếu vẫn không được, tài khoản có thể đã bị "
    "khóa hoặc ngừng do lâu không dùng: hãy nhờ trưởng ban biên tập của đơn vị hoặc quản trị tỉnh mở lại."
)
WRONG_HOST = _("Tài khoản này không dùng ở đây. Hãy đăng nhập tại: {addresses}")
NO_ROLE = _(
    "Tài khoản này chưa được giao vai trò ở cổng nào. Hãy liên hệ trưởng ban biên tập của đơn vị hoặc quản trị tỉnh."
)
TOO_MANY = _("Sai quá nhiều lần. Hãy thử lại sau 15 phút, hoặc đặt lại mật khẩu nếu đã quên.")
FACTOR_GONE = _("Xác thực hai lớp vừa được đặt lại. Hãy đăng nhập lại.")
WRONG_CODE = _(
    "Mã không đúng. Mã trong ứng dụng đổi sau mỗi 30 giây và chỉ dùng được một lần: hãy nhập mã đang hiện, hoặc chờ "
    "mã tiếp theo. Vẫn không được thì hãy đặt giờ điện thoại tự động."
)
TOO_MANY_CODES = _("Sai mã quá nhiều lần. Hãy thử lại sau 15 phút; mật khẩu của bạn vẫn đúng, không cần đặt lại.")
CODES_LEFT = _(
    "Bạn vừa đăng nhập bằng một mã dự phòng; còn %(count)s mã. Mất điện thoại thì hãy vào Bảo mật tài khoản để thiết "
    "lập lại ứng dụng và tạo mã mới."
)
LOST = _("Mất điện thoại và mã dự phòng: hãy nhờ trưởng ban biên tập của đơn vị hoặc quản trị tỉnh đặt lại.")
LOST_TO_PROVINCE = _("Mất điện thoại và mã dự phòng: hãy nhờ quản trị tỉnh đặt lại.")
LOST_TO_ANOTHER = _("Mất điện thoại và mã dự phòng: hãy nhờ một quản trị tỉnh khác đặt lại.")

ACCOUNT_ERRORS = {
    "email_password_mismatch": NO_ENTRY,
    "too_many_login_attempts": TOO_MANY,
    "rate_limited": TOO_MANY_CODES,
    "enter_current_password": _("Mật khẩu hiện tại không đúng."),
    "incorrect_password": _("Mật khẩu không đúng."),
    "incorrect_code": WRONG_CODE,
    "invalid_password_reset": _("Liên kết không còn dùng được."),
}
FACTOR_ERRORS = {
    "cannot_delete_authenticator": _("Không gỡ được cách xác thực này."),
    "cannot_generate_recovery_codes": _("Hãy thiết lập ứng dụng xác thực hoặc khóa truy cập trước."),
    "incorrect_code": WRONG_CODE,
    "unverified_email": _("Địa chỉ thư điện tử chưa được xác nhận."),
}

CHANGED = "account/messages/password_changed.txt"
RESET = "account/email/password_reset"
FIRST_PASSWORD = _("Đã đặt mật khẩu. Bạn có thể đăng nhập.")

# By the library's names of its messages; one that is not here is not shown.
SAID = {
    "account/messages/logged_out.txt": _("Bạn đã đăng xuất."),
    CHANGED: _("Đã đổi mật khẩu. Các phiên đăng nhập khác đã kết thúc."),
    "mfa/messages/totp_activated.txt": _("Đã thiết lập ứng dụng xác thực."),
    "mfa/messages/totp_deactivated.txt": _("Đã gỡ ứng dụng xác thực."),
    "mfa/messages/recovery_codes_generated.txt": _("Đã tạo mã dự phòng mới. Hãy in hoặc lưu vào nơi an toàn."),
    "mfa/messages/webauthn_added.txt": _("Đã thêm khóa truy cập."),
    "mfa/messages/webauthn_removed.txt": _("Đã gỡ khóa truy cập."),
    "usersessions/messages/sessions_logged_out.txt": _("Đã kết thúc các phiên đăng nhập khác."),
}

# The same for letters.
WRITTEN = {
    "account/email/password_changed": _("Mật khẩu của tài khoản vừa được đổi."),
    "first_password": _("Tài khoản của bạn đã có mật khẩu đầu tiên, đặt qua liên kết trong thư mời."),
    RESET: _("Mật khẩu của tài khoản vừa được đặt lại."),
    "mfa/email/totp_activated": _("Ứng dụng xác thực vừa được thiết lập cho tài khoản."),
    "mfa/email/totp_deactivated": _("Ứng dụng xác thực vừa được gỡ khỏi tài khoản."),
    "mfa/email/recovery_codes_generated": _("Mã dự phòng mới vừa được tạo; mã cũ hết tác dụng."),
    "mfa/email/webauthn_added": _("Khóa truy cập vừa được thêm vào tài khoản."),
    "mfa/email/webauthn_removed": _("Khóa truy cập vừa được gỡ khỏi tài khoản."),
    "factor_reset": _("Xác thực hai lớp của tài khoản vừa được đặt lại. Lần đăng nhập tới chỉ cần mật khẩu."),
    "closed": _("Tài khoản của bạn vừa bị khóa. Bạn không đăng nhập được cho đến khi tài khoản được mở lại."),
    "reopened": _("Tài khoản của bạn vừa được mở lại. Bạn đăng nhập được như trước."),
}
