"""The composition root of addresses: the only URL module that knows every app."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path, re_path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.contrib.sitemaps import Sitemap
from wagtail.contrib.sitemaps.views import sitemap

from cms import public_files
from cms.pages.media.account import account
from cms.pages.serving import nothing, serve_file
from cms.questions.listing.sitemap import QuestionSitemap

handler400 = "cms.errors.bad_request"
handler404 = "cms.errors.not_found"
handler500 = "cms.errors.server_error"

urlpatterns = [
    path("admin/invitation/", include("tenants.admin.people.urls")),
    path("admin/", include("tenants.login.urls")),
    path("admin/account/", account, name="wagtailadmin_account"),
    path("admin/", include(wagtailadmin_urls)),
    re_path(r"^documents/([0-9]{1,18})/(.+)$", serve_file, name="wagtaildocs_serve"),
    path(
        "documents/authenticate_with_password/<int:restriction_id>/",
        nothing,
        name="wagtaildocs_authenticate_with_password",
    ),
    path("sitemap.xml", sitemap, {"sitemaps": {"pages": Sitemap, "questions": QuestionSitemap}}),
    path("robots.txt", public_files.robots),
    path(".well-known/security.txt", public_files.security),
]

if settings.DEBUG:
    urlpatterns += [path("gallery/", include("cms.theme.urls"))]
if settings.SERVE_MEDIA:
    urlpatterns += [re_path(r"^media/(?P<path>.+)$", public_files.media)]

urlpatterns += i18n_patterns(
    path("", include("search.urls")),
    path("", include("cms.questions.urls")),
    path("_util/<path:rest>", nothing),
    path("", include(wagtail_urls)),
    prefix_default_language=False,
)
