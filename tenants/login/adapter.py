"""How the log-in library decides here: by e-mail address, on the right host, with our words."""

from allauth.account.adapter import DefaultAccountAdapter
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme

from tenants.scoping import platform_scope

from .idleness import is_idle
from .journal import note_failure, note_lock
from .letters import send_notice
from .links import sets_first_password
from .policy import login_policy
from .words import ACCOUNT_ERRORS, CHANGED, FIRST_PASSWORD, LOCK_MINUTES, RESET, SAID, WRITTEN

BEGUN = "login_at"


class AccountAdapter(DefaultAccountAdapter):
    error_messages = {**DefaultAccountAdapter.error_messages, **ACCOUNT_ERRORS}

    def is_open_for_signup(self, request):
        return False

    def is_ajax(self, request):
        return False  # every screen is a page; none answers with a form inside JSON

    def is_safe_url(self, url):
        """Only this very host: another portal's is another tenant's."""
        host = self.request.get_host()
        return url_has_allowed_host_and_scheme(url, {host}, require_https=self.request.is_secure())

    def _get_login_attempts_cache_key(self, request, **credentials):
        """One count for an account on all hosts; the library would count each host anew, and there are a thousand."""
        return credentials.get("email", "").lower()

    def pre_authenticate(self, request, **credentials):
        try:
            super().pre_authenticate(request, **credentials)
        except ValidationError:
            note_lock(request, email=credentials.get("email", ""), seconds=LOCK_MINUTES * 60)
            raise

    def authenticate(self, request, **credentials):
        """A closed or idle account fails as a wrong password does: with the same words, and counted the same."""
        user = super().authenticate(request, **credentials)
        if user is None or (user.is_active and not is_idle(user, now=timezone.now(), policy=login_policy())):
            return user
        self.pre_authenticate(request, **credentials)
        self.authentication_failed(request, **credentials)
        return None

    def authentication_failed(self, request, **credentials):
        note_failure(request, email=credentials.get("email", ""))

    def login(self, request, user):
        with platform_scope():  # until now nobody was logged in
            super().login(request, user)

    def post_login(self, request, user, **kwargs):
        request.session[BEGUN] = timezone.now().timestamp()
        with platform_scope():
            return super().post_login(request, user, **kwargs)

    def add_message(self, request, level, message_template=None, message_context=None, extra_tags="", message=None):
        first = message_template == CHANGED and sets_first_password(request)
        text = message or (FIRST_PASSWORD if first else SAID.get(message_template))
        if text:
            messages.add_message(request, level, text, extra_tags=extra_tags)

    def send_notification_mail(self, template_prefix, user, context=None, email=None):
        is_first = template_prefix == RESET and sets_first_password(self.request)
        if sentence := WRITTEN.get("first_password" if is_first else template_prefix):
            send_notice(user, sentence=sentence, when=timezone.now())
