"""The bar above every screen of the admin that says for which portal one works."""

from django import template

from tenants.acting import standing

register = template.Library()


@register.inclusion_tag("tenants/admin/acting_bar.html", takes_context=True)
def acting_bar(context):
    request = context.get("request")
    known = request is not None and hasattr(request, "user") and hasattr(request, "portal")
    return {"standing": standing(request) if known else None, "csrf_token": context.get("csrf_token")}
