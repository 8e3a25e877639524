"""The embedded default: SQLite, no service to install, the demonstration province on board."""

from .base import *
from .base import INSTALLED_APPS, PRIVATE_STORAGE, VAR_DIR, env

(VAR_DIR / "static").mkdir(parents=True, exist_ok=True)

DEBUG = env.bool("DEBUG", default=False)
SECRET_KEY = env("SECRET_KEY", default="only-for-the-embedded-default-never-for-production")
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["*"])

INSTALLED_APPS = [*INSTALLED_APPS, "demo"]
IS_DEMO = True
COMPLIANCE_DEFAULT_PERIOD = "2024-Q1"

STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    "private": PRIVATE_STORAGE,
}
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = DEBUG
SERVE_MEDIA = True
