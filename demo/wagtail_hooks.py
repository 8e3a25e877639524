from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from .loading.world import LOADED


@hooks.register("register_log_actions")
def name_the_load(actions):
    actions.register_action(LOADED, _("Nạp dữ liệu minh họa"), _("Đã nạp dữ liệu minh họa"))
