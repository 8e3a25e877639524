"""A page's place: its portal and section follow from the tree, on every way a page can be written or moved."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import F, Q
from django.dispatch import Signal
from django.utils.translation import gettext as _
from wagtail.search import index

from tenants.models import Portal

PLACE = ["portal", "section", "starts_section", "is_starter"]
pages_replanted = Signal()  # numbers=[primary keys], in the transaction of the move; a receiver may refuse it


class AliasAcrossPortals(PermissionDenied):
    """An alias shows its source's text: publishing in one portal would write into another."""


class PlaceInTree:
    """Mixed into the base page. `save()` is the one door that all of Wagtail's ways of writing a page share."""

    def _take_place(self, kwargs):
        """Set portal and section from the tree before a save; True when the subtree has to follow afterwards."""
        if kwargs.get("update_fields") is not None or not self.path:
            return False
        if self._state.adding and self.alias_of_id:  # an alias copies every field, also where a section starts
            self.starts_section = ""
        above = self.path[: -self.steplen]
        rows = {row.path: row for row in self._places().filter(path__in=[self.path, above])}
        before, parent = rows.get(self.path) if self.pk else None, rows.get(above)
        inherited = parent.portal_id if parent else None
        self.portal_id = _portals_rooted_at(site__root_page=self.pk).get(self.pk, inherited) if self.pk else inherited
        self.section = self.starts_section or (parent.section if parent else "")
        return before is not None and (before.portal_id, before.section) != (self.portal_id, self.section)

    def set_url_path(self, parent):
        """Wagtail calls this for the preview of a page that was never saved: it needs its portal too."""
        if not self.pk and parent is not None:
            self.portal_id, self.section = parent.portal_id, self.starts_section or parent.section
        return super().set_url_path(parent)

    def _places(self):
        return self.base_page_model._base_manager.only("path", "portal_id", "section", "starts_section")

    def replant(self):
        """Bring the subtree into line: after a move, or when a portal or a section was planted here."""
        roots, changed = _portals_rooted_at(site__root_page__path__startswith=self.path), {}
        above = self._places().filter(path=self.path[: -self.steplen])
        place = {page.path: (page.portal_id, page.section) for page in above}
        for page in self._places().filter(path__startswith=self.path).order_by("path"):
            portal, section = place.get(page.path[: -page.steplen], (None, ""))
            place[page.path] = new = roots.get(page.pk, portal), page.starts_section or section
            if new != (page.portal_id, page.section):
                changed.setdefault(new, []).append(page.pk)
        for (portal_id, section), keys in changed.items():
            self._places().filter(pk__in=keys).update(portal=portal_id, section=section)
            transaction.on_commit(lambda keys=keys: self._reindex(keys))
        pages_replanted.send(sender=type(self), numbers=[self.pk, *(key for keys in changed.values() for key in keys)])
        self._refuse_aliases_across_portals()

    def _refuse_aliases_across_portals(self):
        """Raise AliasAcrossPortals if a page from here on down is, or has, an alias in another portal."""
        aliases = self.base_page_model._base_manager.filter(alias_of__isnull=False).exclude(
            alias_of__portal=F("portal")
        )
        if aliases.filter(Q(path__startswith=self.path) | Q(alias_of__path__startswith=self.path)).exists():
            raise AliasAcrossPortals(_("Bí danh phải ở cùng một cổng với trang gốc."))

    def _reindex(self, keys):
        for page in self.base_page_model._base_manager.filter(pk__in=keys):
            index.insert_or_update_object(page)

    def serializable_data(self):
        """The place is a fact of the tree, not of a revision."""
        return {name: value for name, value in super().serializable_data().items() if name not in PLACE}

    def with_content_json(self, content):
        page = super().with_content_json({name: value for name, value in content.items() if name not in PLACE})
        for name in ("portal_id", "section", "starts_section", "is_starter"):
            setattr(page, name, getattr(self, name))
        return page


def _portals_rooted_at(**where):
    return dict(Portal._base_manager.filter(**where).values_list("site__root_page_id", "pk"))
