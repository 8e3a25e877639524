"""Included below i18n_patterns. The name `token` keeps the key of a case out of the log of what is done."""

from django.urls import path

from . import views

urlpatterns = [
    path("hoi-dap/tra-cuu/", views.start, name="questions_track"),
    path("hoi-dap/tra-cuu/<str:token>/", views.case, name="questions_case"),
    path("hoi-dap/tra-cuu/<str:token>/lam-ro/", views.clarify, name="questions_clarify"),
    path("hoi-dap/tra-cuu/<str:token>/danh-gia/", views.rate, name="questions_rate"),
    path("hoi-dap/tra-cuu/<str:token>/hoi-lai/", views.reopen, name="questions_reopen"),
]
