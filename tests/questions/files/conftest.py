"""Cases with files, and files of every kind."""

import io
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from cms.questions.actions import Upload
from cms.questions.models import CaseFile
from tenants.scoping import platform_scope
from tests.factories.questions import make_question


def picture(kind="JPEG", size=(32, 24), **options):
    stream = io.BytesIO()
    Image.new("RGB", size, "#b3131b").save(stream, kind, **options)
    return stream.getvalue()


def archive(**parts):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as zipped:
        for name, text in parts.items():
            zipped.writestr(name.replace("__", "/"), text)
    return stream.getvalue()


def sent(name, content, content_type="application/octet-stream"):
    return SimpleUploadedFile(name, content, content_type)


@pytest.fixture
def case_file():
    """case_file(portal) -> a paper that came with a question to this portal."""

    def make(portal, name="don.txt", content=b"Kinh gui", purpose="asked", content_type="text/plain"):
        question = make_question(portal, files=[Upload(sent(name, content), name, content_type, len(content))])
        with platform_scope():
            CaseFile.objects.filter(question=question).update(purpose=purpose)
            return CaseFile.objects.get(question=question)

    return make
