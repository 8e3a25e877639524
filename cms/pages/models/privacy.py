"""A page that not everybody may read: kept for the people of its own portal, with everything below it."""

from django.db.models import F, Q
from django.db.models.functions import Left
from django.db.models.lookups import In
from wagtail.models import PageViewRestriction

from cms.pages.answering import answered_request
from cms.pages.trash.keeping import KeptWhenDeleted
from tenants.scoping import current_scope


class PrivacyQuerySet(KeptWhenDeleted):
    """Stock Wagtail adds a condition for each private page of the installation; a thousand of them are no query any
    more. Here the private pages of the open scope count, compared as one list for each depth of the tree.
    """

    def private_q(self):
        by_length = {}
        for path in _private_paths(current_scope()):
            by_length.setdefault(len(path), set()).add(path)
        private = Q(pk__in=[])
        for length, paths in by_length.items():
            private |= Q(In(Left(F("path"), length), sorted(paths)))
        return private


def _private_paths(scope):
    """Who only reads asks once a request: several lists of one page leave out the same private pages."""
    request = answered_request()
    known = request.__dict__.setdefault("private_paths", {}) if request and request.method == "GET" else {}
    if scope not in known:
        restrictions = PageViewRestriction.objects.all()
        if scope is not None and not scope.is_platform:
            restrictions = restrictions.filter(page__portal__in=scope.portal_ids)
        known[scope] = list(restrictions.values_list("page__path", flat=True))
    return known[scope]


class Privacy:
    """Mixed into the base page. There is one way to be private: only the people of the page's portal read it.

    Wagtail's others do not fit: groups would name those of all portals, a shared password is everybody's.
    """

    @property
    def is_kept(self):
        """Home and sections are what the law asks for: never deleted, taken down or closed to the public."""
        return bool(self.starts_section or self.depth <= 2)

    @property
    def private_page_options(self):
        return [] if self.is_kept else [PageViewRestriction.LOGIN]

    def get_view_restrictions(self):
        """Those on the page and above it, in one query asked once a page; an alias has its source's."""
        if "_restrictions" not in self.__dict__:
            self._restrictions = self._read_restrictions()
        return self._restrictions

    def _read_restrictions(self):
        above = [self.path[:end] for end in range(self.steplen, len(self.path) + 1, self.steplen)]
        aliases = self.base_page_model._base_manager.filter(path__in=above, alias_of__isnull=False)
        found = Q(page__path__in=above) | Q(page__in=aliases.values("alias_of"))
        if self.alias_of_id:
            found |= Q(pk__in=[restriction.pk for restriction in self.alias_of.get_view_restrictions()])
        return PageViewRestriction.objects.filter(found)
