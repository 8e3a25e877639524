"""The demonstration province. Installed by the dev and test settings only, never by production."""

from django.apps import AppConfig


class DemoConfig(AppConfig):
    name = "demo"
    label = "demo"
