"""The printed figures count what they say they count."""

import importlib.util

import pytest

from tests.project.tree import ROOT

CODE = '''class A:
    def short(self):
        return 1

    async def longer(self):
        """Text."""

        def inside():
            return 2

        return inside
'''


@pytest.fixture
def figures(tmp_path):
    spec = importlib.util.spec_from_file_location("figures", ROOT / ".ci/figures.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    module.ROOT = tmp_path
    (tmp_path / "cms/migrations").mkdir(parents=True)
    (tmp_path / "cms/a.py").write_text(CODE)
    (tmp_path / "cms/migrations/0001_long.py").write_text("x = 1\n" * 999)
    return module


def test_a_function_runs_from_def_to_its_last_line(figures, tmp_path):
    assert sorted(figures.functions(tmp_path / "cms/a.py")) == [
        (2, "cms/a.py:2 short"),
        (2, "cms/a.py:8 inside"),
        (7, "cms/a.py:5 longer"),
    ]


def test_migrations_are_not_counted(figures, tmp_path):
    assert figures.python_files("cms") == [tmp_path / "cms/a.py"]


@pytest.mark.parametrize(("over", "kept"), [(2, True), (3, False)])
def test_two_in_a_hundred_may_be_longer_and_they_are_named(figures, capsys, over, kept):
    sized = [(26, "long")] * over + [(25, "short")] * (100 - over)
    figure = figures.longer("functions", sized, 25)
    assert (figure.value, figure.kept) == (f"{over} of 100", kept)
    assert capsys.readouterr().out.count("26 lines (limit 25)  long") == over


@pytest.mark.parametrize("line", ["x = 1  # no" + "qa: F401", "x = 1  # ty" + "pe: ignore[x]", "# fm" + "t: off"])
def test_every_kind_of_suppression_counts(figures, tmp_path, line):
    (tmp_path / "cms/b.py").write_text(f"{line}\ny = 2  # noqing about it\n")
    assert figures.suppression_figure(figures.python_files("cms")).value == "1"
