"""Questions of citizens, below i18n_patterns: `/hoi-dap/gui/`, and `/en/hoi-dap/gui/` in English."""

from django.urls import include, path

from .asking import views

urlpatterns = [
    path("hoi-dap/gui/", views.ask, name="ask"),
    path("hoi-dap/gui/bao-sai/", views.report, name="ask_report"),
    path("hoi-dap/gui/goi-y/", views.suggest, name="ask_suggest"),
    path("hoi-dap/gui/da-nhan/<slug:receipt>/", views.receipt, name="ask_receipt"),
    path("hoi-dap/gui/da-nhan/<slug:receipt>/ma.svg", views.receipt_code, name="ask_receipt_code"),
    path("hoi-dap/tep/<str:link>/", views.case_file, name="case_file"),
    path("", include("cms.questions.tracking.urls")),
    path("", include("cms.questions.listing.urls")),
]
