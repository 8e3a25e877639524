# Stage 1: style sheets and fonts. Node stays behind in this stage.
FROM node:24-bookworm-slim AS assets
WORKDIR /build
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=optional
COPY cms/theme/sass cms/theme/sass
RUN npm run build

# Stage 2: Python packages, message catalogues and static files with their fingerprints.
FROM python:3.11-slim-bookworm AS build
ENV PIP_DISABLE_PIP_VERSION_CHECK=1 \
    PIP_NO_CACHE_DIR=1 \
    PATH=/opt/venv/bin:$PATH
RUN python -m venv /opt/venv
WORKDIR /app
COPY requirements.txt ./
RUN pip install --require-hashes --requirement requirements.txt
COPY manage.py ./
COPY locale locale
COPY tenants tenants
COPY cms cms
COPY search search
COPY compliance compliance
COPY --from=assets /build/cms/theme/static/theme/build cms/theme/static/theme/build
RUN pybabel compile --directory locale --domain django \
    && pybabel compile --directory locale --domain djangojs \
    && SECRET_KEY=only-while-building ALLOWED_HOSTS=none DATABASE_URL=sqlite://:memory: STATIC_ROOT=/app/static \
       DJANGO_SETTINGS_MODULE=cms.settings.production python manage.py collectstatic --no-input --verbosity 0 \
    && python -m compileall -q cms tenants search compliance

# Stage 3: what runs. No compiler, no Node, no demonstration data, no right to change the program.
FROM python:3.11-slim-bookworm
ENV DJANGO_SETTINGS_MODULE=cms.settings.production \
    MEDIA_ROOT=/data/media \
    CASE_FILES_ROOT=/data/cases \
    PATH=/opt/venv/bin:$PATH \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    STATIC_ROOT=/app/static \
    WEB_CONCURRENCY=2
RUN groupadd --system --gid 10001 portal \
    && useradd --system --uid 10001 --gid portal --no-create-home --shell /usr/sbin/nologin portal \
    && install --directory --owner=portal --group=portal /data/media /data/cases
COPY --from=build /opt/venv /opt/venv
COPY --from=build /app /app
WORKDIR /app
USER 10001:10001
VOLUME ["/data/media", "/data/cases"]
EXPOSE 8000
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s --retries=3 \
    CMD ["python", "-c", "import urllib.request; urllib.request.urlopen('http://127.0.0.1:8000/healthz', timeout=4)"]
CMD ["gunicorn", "cms.wsgi", "--bind", "0.0.0.0:8000", "--threads", "4", "--worker-tmp-dir", "/dev/shm", \
     "--max-requests", "2000", "--max-requests-jitter", "200", "--access-logfile", "-"]
