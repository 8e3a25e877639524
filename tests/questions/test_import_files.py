"""The command on files as they come: from spreadsheets, from Windows, broken, and with the shell that calls it."""

import io
import json

import pytest
from django.core.management import CommandError, call_command

from cms.questions.importing import COLUMNS
from cms.questions.models import Question

TIME = "2024-01-02T09:00:00+07:00"


def _import(path, content, *options):
    """(standard output, standard error) of the command on a file with this content."""
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    out, err = io.StringIO(), io.StringIO()
    call_command("import_questions", str(path), *options, stdout=out, stderr=err)
    return out.getvalue(), err.getvalue()


@pytest.fixture
def file(tmp_path):
    return tmp_path / "questions.csv"


def _lines(*lines, columns="code,portal,asked_at,text", end="\n"):
    return end.join([columns, *lines, ""])


@pytest.mark.parametrize(
    "content",
    [
        _lines(f"1,xa-a,{TIME},Một?", f"2,xa-b,{TIME},Hai?"),
        "\ufeff" + _lines(f"1,xa-a,{TIME},Một?", f"2,xa-b,{TIME},Hai?", end="\r\n"),
        _lines(f"1;xa-a;{TIME};Một?", f"2;xa-b;{TIME};Hai?", columns="code;portal;asked_at;text"),
        _lines(f'"1","xa-a","{TIME}","Một?"', f'2,xa-b,{TIME},"Hai?"', columns='"code","portal","asked_at","text"'),
        _lines(f"1,xa-a,{TIME},Một?,,", "", f" 2 , xa-b , {TIME} , Hai? "),
        _lines(f"Một?,{TIME},xa-a,1", f"Hai?,{TIME},xa-b,2", columns="text,asked_at,portal,code"),
    ],
    ids=["plain", "byte order mark and CRLF", "semicolons", "quotes", "blank cells and lines", "another order"],
)
def test_files_as_spreadsheets_write_them(a, b, file, content):
    out, _err = _import(file, content, "--json")
    assert json.loads(out) == {"created": 2, "unchanged": 0, "refused": []}
    found = {question.code: question for question in Question._base_manager.select_related("portal")}
    assert {code: question.text for code, question in found.items()} == {"1": "Một?", "2": "Hai?"}
    assert {code: question.portal.slug for code, question in found.items()} == {"1": "xa-a", "2": "xa-b"}


def test_a_text_of_several_lines_with_commas_and_quotes_stays_as_it_was_written(a, b, file):
    _import(file, _lines(f'1,xa-a,{TIME},"Dòng một, ""trích"";\r\ndòng hai"', f"2,xa-b,{TIME},x"))
    assert Question._base_manager.get(code="1").text == 'Dòng một, "trích";\r\ndòng hai'


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("", "code"),
        (_lines(f"1,{TIME},x", columns="code,asked_at,text"), "portal"),
        (_lines(f"1,xa-a,{TIME},x,y", columns="code,portal,asked_at,text,anwsered_at"), "anwsered_at"),
        (_lines(f"1,xa-a,{TIME},Hỏi, đáp"), "1"),
        (_lines(f"1,xa-a,{TIME},hỏi").encode("utf-16"), "UTF-8"),
        (_lines("1,xa-a,h\x00i,x"), "văn bản"),
    ],
    ids=["empty", "a column missing", "a column misspelt", "a row that slipped", "UTF-16", "no text"],
)
def test_what_is_no_list_of_questions_is_refused_whole(a, b, file, content, words):
    with pytest.raises(CommandError, match=words):
        _import(file, content)
    assert not Question._base_manager.exists()


def test_a_file_that_is_not_there(db, tmp_path):
    with pytest.raises(CommandError):
        call_command("import_questions", str(tmp_path / "none.csv"))


def test_a_list_without_rows_brings_nothing(a, b, file):
    assert json.loads(_import(file, _lines(columns=",".join(COLUMNS)), "--json")[0])["created"] == 0


def test_nothing_but_json_on_standard_output_and_progress_beside_it(a, b, file):
    out, err = _import(file, _lines(f"1,xa-a,{TIME},x", f"2,xa-b,{TIME},x"), "--json")
    assert json.loads(out)["created"] == 2 and "2/2" in err


def test_refusals_are_json_too_and_the_command_has_failed(a, b, file):
    file.write_text(_lines(f"1,xa-a,{TIME},x", f"2,xa-zzz,{TIME},x", f"1,xa-b,{TIME},x"), encoding="utf-8")
    out = io.StringIO()
    with pytest.raises(SystemExit) as ended:
        call_command("import_questions", str(file), "--json", stdout=out, stderr=io.StringIO())
    told = json.loads(out.getvalue())
    assert ended.value.code == 1 and (told["created"], told["unchanged"]) == (0, 0)
    assert [refusal["row"] for refusal in told["refused"]] == [2, 3]
    assert not Question._base_manager.exists()
