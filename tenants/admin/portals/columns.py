"""What the columns of a list of portals mean, for who writes one, and a list to begin with."""

import csv
from dataclasses import dataclass

from django.http import HttpResponse
from django.utils.translation import gettext_lazy as _
from django.views import View
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin

from tenants.models import Portal
from tenants.portal_file import CHOICES, OPTIONAL, REQUIRED
from tenants.spreadsheets import BYTE_ORDER_MARK

MEANINGS = {
    "slug": _("Phần đầu của địa chỉ, không đổi được về sau. Ví dụ: xa-ta-phin"),
    "name": _("Tên đầy đủ của đơn vị. Ví dụ: Xã Tả Phìn"),
    "level": _("Cấp của đơn vị. Ví dụ: commune"),
    "group": _("Khối trong báo cáo quý. Ví dụ: commune"),
    "parent": _("Tên miền con của đơn vị quản lý; cổng tỉnh để trống. Ví dụ: thi-xa-sa-pa"),
    "scale": _("Bộ tiêu chí chấm điểm. Ví dụ: commune"),
    "scored_by": _("Ai chấm điểm; “district” chỉ cho đơn vị thuộc huyện. Ví dụ: district"),
    "status": _("Trạng thái của cổng. Ví dụ: building"),
    "name_en": _("Tên tiếng Anh. Ví dụ: Ta Phin Commune"),
    "opened_on": _("Ngày mở cổng, để trống nếu có từ trước. Ví dụ: 2026-03-01 hoặc 1/3/2026"),
}


@dataclass(frozen=True)
class ColumnWords:
    """`values`: [(what to write, what it means)], empty where anything fits."""

    name: str
    label: str
    meaning: str
    values: list
    is_required: bool


def columns_explained():
    return [_explained(name) for name in (*REQUIRED, *OPTIONAL)]


def _explained(name):
    label = Portal._meta.get_field("state" if name == "status" else name).verbose_name
    values = CHOICES[name].choices if name in CHOICES else []
    return ColumnWords(name, label, MEANINGS[name], values, name in REQUIRED)


class SampleView(PermissionCheckedMixin, View):
    """A list that can be uploaded as it is: a district below the province, and a commune in it."""

    model = Portal
    permission_required = "add"

    def get(self, request):
        response = HttpResponse(BYTE_ORDER_MARK, content_type="text/csv; charset=utf-8")
        response["Content-Disposition"] = 'attachment; filename="danh-sach-cong-mau.csv"'
        province = getattr(Portal.objects.provincial(), "slug", "")
        district = ["huyen-vi-du", "Huyện Ví Dụ", "district", "district", province, "government", "province"]
        commune = ["xa-vi-du", "Xã Ví Dụ", "commune", "commune", "huyen-vi-du", "commune", "district"]
        rows = [
            [*REQUIRED, *OPTIONAL],
            [*district, "building", "Vi Du District", "2026-03-01"],
            [*commune, "building", "Vi Du Commune", "1/3/2026"],
        ]
        csv.writer(response).writerows(rows)
        return response
