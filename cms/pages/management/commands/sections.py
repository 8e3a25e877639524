import json

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from cms.pages.section_states import section_states
from tenants.models import Portal
from tenants.scoping import platform_scope


class Command(BaseCommand):
    help = "Chuyên mục của một cổng: đã có nội dung, còn trống... / What each section of a portal holds."

    def add_arguments(self, parser):
        parser.add_argument("--portal", required=True, help="slug of the portal")
        parser.add_argument("--json", action="store_true", help="print JSON on standard output")

    def handle(self, *args, portal, **options):
        found = Portal.objects.filter(slug=portal).first()
        if found is None:
            raise CommandError(f"Không có cổng “{portal}”. / There is no portal “{portal}”.")
        with platform_scope():
            states = section_states(found, day=timezone.localdate())
        if options["json"]:
            self.stdout.write(json.dumps([state.as_json() for state in states], ensure_ascii=False))
            return
        for state in states:
            self.stdout.write(f"{state.state:8} {state.items:6}  {state.code:24} {state.title_vi}")
