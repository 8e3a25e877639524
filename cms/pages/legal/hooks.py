"""Where documents meet Wagtail's admin."""

from wagtail import hooks

from .schedule import name_the_refusal


def register():
    hooks.register("register_log_actions", name_the_refusal)
