"""Choosing a portal: each by the name that tells it apart, in the order of the Vietnamese alphabet."""

from django import forms
from django.forms.models import ModelChoiceIterator
from django_filters import ModelChoiceFilter
from django_filters.fields import ChoiceIteratorMixin

from tenants.alphabet import in_alphabet


class PortalIterator(ModelChoiceIterator):
    def __iter__(self):
        if self.field.empty_label is not None:
            yield ("", self.field.empty_label)
        for portal in sorted(self.queryset.placed(), key=lambda portal: in_alphabet(portal.placed_name)):
            yield self.choice(portal)


class PortalChoiceField(forms.ModelChoiceField):
    iterator = PortalIterator

    def label_from_instance(self, obj):
        return obj.placed_name


class PortalFilterField(ChoiceIteratorMixin, PortalChoiceField):
    """The same where a list is narrowed."""

    iterator = PortalIterator


class PortalFilter(ModelChoiceFilter):
    field_class = PortalFilterField
