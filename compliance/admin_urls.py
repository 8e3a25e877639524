from django.urls import path

from .views import BoardView, EvidenceView, SheetView

app_name = "compliance"

urlpatterns = [
    path("", BoardView.as_view(), name="board"),
    path("<slug:slug>/", SheetView.as_view(), name="sheet"),
    path("<slug:slug>/<slug:pack>/<slug:criterion>/", EvidenceView.as_view(), name="evidence"),
]
