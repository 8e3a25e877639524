"""People who log in; the e-mail address is the name they log in with."""

from django.contrib.auth.models import AbstractUser, UserManager
from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _


class EmailUserManager(UserManager):
    """Creates people by e-mail address; Django's own manager insists on a user name."""

    def _create_user_object(self, email, password, **fields):
        user = self.model(email=self.normalize_email(email).lower(), **fields)
        user.set_password(password)
        return user

    def create_user(self, email, password=None, **fields):
        user = self._create_user_object(email, password, **{"is_superuser": False, **fields})
        user.save(using=self._db)
        return user

    def create_superuser(self, email, password=None, **fields):
        return self.create_user(email, password, **{"is_staff": True, "is_superuser": True, **fields})

    def get_by_natural_key(self, username):
        return self.get(email__iexact=username)


class User(AbstractUser):
    """A person. What they may do follows from their memberships alone, never from this row."""

    username = None
    email = models.EmailField(_("Thư điện tử"), unique=True)
    activated_at = models.DateTimeField(_("Đặt mật khẩu đầu tiên"), null=True, blank=True, editable=False)
    reopened_at = models.DateTimeField(_("Mở lại"), null=True, blank=True, editable=False)
    session_generation = models.PositiveIntegerField(_("Thế hệ phiên đăng nhập"), default=0, editable=False)

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS = []

    objects = EmailUserManager()

    class Meta:
        verbose_name = _("người dùng")
        verbose_name_plural = _("người dùng")
        constraints = [models.UniqueConstraint(Lower("email"), name="user_email_case_insensitive")]

    def __str__(self):
        return self.get_full_name() or self.email

    def _get_session_auth_hash(self, secret=None):
        """A session is good for one password and one generation; those of before the first end of all stay good."""
        generation = f".{self.session_generation}" if self.session_generation else ""
        return super()._get_session_auth_hash(secret) + generation

    def get_full_name(self):
        """The Vietnamese order: family name, middle name, given name."""
        return f"{self.last_name} {self.first_name}".strip()

    def get_short_name(self):
        return self.first_name or self.email
