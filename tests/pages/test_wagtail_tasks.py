"""Wagtail's own background tasks reach every portal's records; ours see nothing unless they open a scope."""

from django_tasks import task
from wagtail.models import ReferenceIndex
from wagtail.tasks import update_reference_index_task

from cms.pages.people.models import Person
from tenants.scoping import current_scope, portal_scope
from tests.factories import make_image, make_post

seen = []


@task()
def careless():
    seen.append(list(Person.objects.all()))


def test_the_reference_index_is_kept_for_records_of_any_portal(a, b):
    people = [make_post(portal, photo=make_image(portal)).person for portal in (a, b)]
    ReferenceIndex.objects.all().delete()
    for person in people:
        update_reference_index_task.enqueue("pages", "person", str(person.pk))
    assert sorted(ReferenceIndex.objects.values_list("object_id", flat=True)) == sorted(str(p.pk) for p in people)
    assert current_scope() is None


def test_a_task_of_ours_without_a_scope_sees_nothing(a, b):
    make_post(a), make_post(b)
    seen.clear()
    careless.enqueue()
    assert seen == [[]]


def test_the_scope_of_a_request_is_there_again_after_a_task(a, b):
    with portal_scope([a]) as scope:
        update_reference_index_task.enqueue("pages", "person", str(make_post(a).person_id))
        assert current_scope() == scope
