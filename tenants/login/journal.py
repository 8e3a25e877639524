"""What the log (tenants/audit) learns of log-ins. Of failed ones never what was typed: it may be a password."""

from hashlib import sha256

from django.core.cache import cache
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from tenants.audit import record, register
from tenants.audit.labels import Group
from tenants.models import User

from .admission import admits, memberships_of

register(
    Group.LOG_IN,
    {
        "login.in_by_code": _("Đăng nhập bằng mã dự phòng"),
        "login.locked": _("Tạm khóa đăng nhập do sai nhiều lần"),
        "login.wrong_host": _("Đăng nhập không đúng địa chỉ"),
        "login.ended": _("Kết thúc phiên đăng nhập khác"),
        "login.reset_asked": _("Yêu cầu đặt lại mật khẩu"),
        "login.password": _("Đổi mật khẩu"),
        "login.password_first": _("Đặt mật khẩu lần đầu"),
        "login.password_reset": _("Đặt lại mật khẩu qua thư"),
        "login.factor_failed": _("Nhập sai mã xác thực"),
        "login.factor_added": _("Thêm cách xác thực hai lớp"),
        "login.factor_removed": _("Gỡ cách xác thực hai lớp"),
        "login.totp_added": _("Thiết lập ứng dụng xác thực"),
        "login.totp_removed": _("Gỡ ứng dụng xác thực"),
        "login.webauthn_added": _("Thêm khóa truy cập"),
        "login.webauthn_removed": _("Gỡ khóa truy cập"),
        "login.recovery_codes_added": _("Tạo mã dự phòng"),
        "login.recovery_codes_removed": _("Gỡ mã dự phòng"),
        "login.codes": _("Tạo mã dự phòng mới"),
        "login.policy": _("Đổi quy định đăng nhập"),
    },
)


def note(action, request, *, user=None, refused=False, **detail):
    """One entry in the log of the portal the person works for; `user` is whom it is about."""
    person = request.user if request.user.is_authenticated else user
    by = None if refused and not request.user.is_authenticated else person
    record(
        action,
        portal=_portal_of(person, request),
        by=by,
        now=timezone.now(),
        target=user,
        refused=refused,
        detail=detail,
    )


def _portal_of(person, request):
    """The portal acted for; before that the person's own, also where they log in on the provincial host."""
    if request.acting_portal:
        return request.acting_portal
    own = [membership.portal for membership in memberships_of(person)] if person else []
    return request.portal if not own or request.portal in own else own[0]


def note_failure(request, *, email):
    """A failed log-in. The person is named only where they are one of this host's."""
    note("login.failed", request, user=_one_of_this_host(request, email), refused=True)


def note_lock(request, *, email, seconds):
    """Said once for as long as the lock lasts, however often somebody knocks."""
    if cache.add(f"login-lock-noted:{request.portal.pk}:{sha256(email.encode()).hexdigest()}", True, seconds):
        note("login.locked", request, user=_one_of_this_host(request, email), refused=True)


def _one_of_this_host(request, email):
    user = User.objects.filter(email__iexact=email).first()
    if user and admits(request.portal, user=user, memberships=memberships_of(user)):
        return user
    return None
