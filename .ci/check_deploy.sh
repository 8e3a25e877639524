#!/bin/sh
# Django's own judgement of the production settings, with made-up values for what a real installation must supply.
set -eu
SECRET_KEY=$(.venv/bin/python -c 'import secrets; print(secrets.token_urlsafe(50))')
export SECRET_KEY
export DJANGO_SETTINGS_MODULE=cms.settings.production
export DATABASE_URL="${DATABASE_URL:-postgres://portal@127.0.0.1:5433/portal}"
export BASE_DOMAIN=portal.example
export ALLOWED_HOSTS=.portal.example
exec .venv/bin/python manage.py check --deploy --fail-level WARNING
