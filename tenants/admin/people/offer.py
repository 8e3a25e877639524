"""Where a letter's link leads: a role is offered, and whoever reads the letter takes it. No log-in is needed."""

from django.contrib.auth import logout
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.cache import add_never_cache_headers
from django.utils.translation import gettext as _
from django.views.generic import TemplateView
from wagtail.admin import messages

from tenants.actions import accept, issue_invitation
from tenants.invitations import NoOffer, find_offer
from tenants.provisioning import Refused


class OfferView(TemplateView):
    """The page is the same for who is new and who has an account; only accepting parts their ways."""

    template_name = "tenants/admin/offer.html"

    def get_context_data(self, **kwargs):
        """`offer`, or `closed` (NoOffer); `is_another` where somebody else is logged in."""
        try:
            offer = find_offer(self.kwargs["token"], now=timezone.now())
        except NoOffer as reason:
            return super().get_context_data(closed=reason)
        return super().get_context_data(offer=offer, is_another=_is_another(self.request, offer))

    def get(self, request, *args, **kwargs):
        response = super().get(request, *args, **kwargs)
        add_never_cache_headers(response)
        return response

    def post(self, request, token):
        now = timezone.now()
        try:
            offer = find_offer(token, now=now)
            if offer.is_pending:
                accept(offer, now=now)
        except (NoOffer, Refused):
            return self.get(request)
        if _is_another(request, offer):
            logout(request)
        if not offer.user.has_usable_password():
            return redirect(issue_invitation(offer.user, portal=offer.portal, now=now, by=offer.user))
        messages.success(request, _("Bạn đã nhận lời mời. Hãy đăng nhập để làm việc."))
        return redirect("wagtailadmin_home")


def _is_another(request, offer):
    return request.user.is_authenticated and request.user != offer.user
