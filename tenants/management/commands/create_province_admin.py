from getpass import getpass

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.core.validators import validate_email
from django.db import transaction
from django.utils import timezone

from tenants.actions import grant
from tenants.models import Portal, Role, User


class Command(BaseCommand):
    help = "Tạo quản trị tỉnh đầu tiên của một hệ thống thật. / Create the first provincial administrator."

    def add_arguments(self, parser):
        parser.add_argument("email")
        parser.add_argument("--name", default="", help="Họ và tên, ví dụ: Nguyễn Văn An")
        parser.add_argument("--password-stdin", action="store_true", help="read the password from standard input")

    def handle(self, *args, email, name, password_stdin, **options):
        province = Portal.objects.provincial()
        if province is None:
            raise CommandError("Chưa có cổng tỉnh: hãy chạy provision_portals trước. / Provision the portals first.")
        password = input() if password_stdin else getpass("Mật khẩu: ")
        user = self._user(email.strip().lower(), name.strip(), password)
        with transaction.atomic():
            user.save()
            grant(user, portal=province, role=Role.PROVINCE_ADMIN, now=timezone.now())
        self.stdout.write(f"{user.email}: {Role.PROVINCE_ADMIN.label}, {province}")

    def _user(self, email, name, password):
        if User.objects.filter(email__iexact=email).exists():
            raise CommandError(f"{email} đã có tài khoản. / {email} has an account already.")
        family, _space, given = name.rpartition(" ")
        user = User(email=email, last_name=family, first_name=given)
        try:
            validate_email(email)
            validate_password(password, user)
        except ValidationError as error:
            raise CommandError(" ".join(error.messages)) from error
        user.set_password(password)
        return user
