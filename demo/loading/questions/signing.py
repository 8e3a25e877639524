"""What a unit needs to answer: whose account is whose in the register, a delegate, and templates."""

from datetime import timedelta

from cms.pages.people.models import Post
from cms.questions.models import AnswerTemplate, Delegation, OfficialTitle, SigningAccount, SigningForm
from cms.questions.settings import Titles
from cms.questions.signing import match
from demo.loading.reading import read_yaml
from tenants.models import Membership, Role


def prepare(portal, *, today):
    """Once a portal; the officials are those of the demonstration's register."""
    head = Membership.objects.get(portal=portal, role=Role.HEAD, user__email__startswith="lanhdao.").user
    posts = list(Post.objects.filter(portal=portal).select_related("person").order_by("order", "pk"))
    leader = next(post for post in posts if post.kind == Post.Kind.LEADER)
    SigningAccount.objects.create(portal=portal, person=leader.person, user=head)
    _delegate(portal, posts, leader, today=today)
    AnswerTemplate.objects.bulk_create(
        AnswerTemplate(portal=portal, **row) for row in read_yaml("content/answer_templates.yaml")
    )


def _delegate(portal, posts, leader, *, today):
    """The focal official signs by order of the head where the register knows one."""
    focal = next((post for post in posts if post.kind == Post.Kind.FOCAL and post.to_date is None), None)
    title = match(leader.title_vi, portal=portal, titles=Titles())
    if focal is None or title is None:
        return
    Delegation.objects.create(
        portal=portal,
        person=focal.person,
        form=SigningForm.TL,
        signs_for=OfficialTitle.objects.get(pk=title.pk),
        from_date=today - timedelta(days=60),
        to_date=today + timedelta(days=305),
        document=f"Số 15/QĐ-MH ngày {today - timedelta(days=60):%d/%m/%Y} (minh họa)",
    )
