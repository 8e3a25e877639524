"""Demo accounts for each role. They exist only where the demonstration is loaded, and share one password."""

from dataclasses import dataclass

from django.contrib.auth.hashers import make_password

from tenants.actions import grant
from tenants.login.actions import set_policy
from tenants.models import LoginPolicy, Portal, Role, User

PASSWORD = "minh-hoa-lao-cai"  # noqa: S105 - printed at every start; production settings never install this app
UNIT_ROLES = (Role.EDITOR, Role.CHIEF, Role.HEAD, Role.OFFICER)
SIGNING_ROLES = (Role.HEAD, Role.OFFICER)
UNITS = {"lao-cai": "tinh", "thi-xa-sa-pa": "sapa", "xa-ta-phin": "taphin", "so-thong-tin-va-truyen-thong": "tttt"}
# One of each other group, with those alone who answer questions.
SIGNING_UNITS = {"vuon-quoc-gia-hoang-lien": "vqg", "ban-tuyen-giao-tinh-uy": "tuyengiao"}
NAMES = {"editor": "bientap", "chief": "truongban", "head": "lanhdao", "officer": "hoidap"}


@dataclass(frozen=True)
class Account:
    email: str
    portal: str
    role: str

    @property
    def label(self):
        return Role(self.role).label


def accounts():
    """Every account the demonstration has."""
    of_units = [
        Account(f"{NAMES[role.value]}.{short}@laocai.example", slug, role.value)
        for slug, short in UNITS.items()
        for role in UNIT_ROLES
    ]
    answering = [
        Account(f"{NAMES[role.value]}.{short}@laocai.example", slug, role.value)
        for slug, short in SIGNING_UNITS.items()
        for role in SIGNING_ROLES
    ]
    return [
        *of_units,
        *answering,
        Account("chamdiem.sapa@laocai.example", "thi-xa-sa-pa", Role.DISTRICT_ASSESSOR.value),
        Account("vanphong.tinh@laocai.example", "lao-cai", Role.PROVINCE_OFFICE.value),
        Account("quantri.tinh@laocai.example", "lao-cai", Role.PROVINCE_ADMIN.value),
    ]


def create_accounts(*, now):
    """Make the accounts whose portals stand; those that exist are left alone. Returns how many were made."""
    portals = {portal.slug: portal for portal in Portal.objects.filter(slug__in={a.portal for a in accounts()})}
    known = set(User.objects.filter(email__in=[a.email for a in accounts()]).values_list("email", flat=True))
    missing = [account for account in accounts() if account.email not in known and account.portal in portals]
    password = make_password(PASSWORD) if missing else ""
    for account in missing:
        _create(account, portals[account.portal], password, now=now)
    return len(missing)


def ease_log_in(*, now):
    """Let the accounts be used with the password alone for a year; a policy that somebody set stays. Returns it."""
    policy = LoginPolicy.objects.first()
    return policy or set_policy(by=None, now=now, grace_days=365, idle_days=730, session_hours=12)


def _create(account, portal, password, *, now):
    """One hash serves all: fifteen separate ones would cost as many seconds."""
    user = User.objects.create(
        email=account.email, password=password, last_name=str(account.label), first_name=f"{portal.name} (minh họa)"
    )
    grant(user, portal=portal, role=account.role, now=now)
