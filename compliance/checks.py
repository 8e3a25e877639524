"""House law: the server does not start with criteria that do not add up."""

from django.core.checks import Error, register

from .packs import PackError, load_packs
from .packs.loading import load_scales
from .packs.validation import faults
from .rules import RULES


@register("compliance")
def packs_add_up(app_configs, **kwargs):
    """compliance.E001: a pack file cannot be read. compliance.E002: its content contradicts itself."""
    try:
        found = faults(load_packs(), scales=load_scales(), rules=RULES)
        return [Error(fault, id="compliance.E002") for fault in found]
    except PackError as error:
        return [Error(str(error), id="compliance.E001")]
