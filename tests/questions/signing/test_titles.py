"""A post is written in many ways in a register; each means one title of the list, or none."""

import pytest

from cms.questions.signing import match


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Chủ tịch UBND xã", "Chủ tịch UBND xã"),
        ("CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ", "Chủ tịch UBND xã"),
        ("Chủ tịch Uỷ ban nhân dân", "Chủ tịch UBND xã"),
        ("Chủ tịch", "Chủ tịch UBND xã"),
        ("Quyền Chủ tịch UBND xã", "Chủ tịch UBND xã"),
        ("Chủ tịch UBND xã An Bình", "Chủ tịch UBND xã"),
        ("Phó Chủ tịch Thường trực UBND xã", "Phó Chủ tịch UBND xã"),
        ("Phó Bí thư Đảng ủy, Chủ tịch UBND xã", "Chủ tịch UBND xã"),
        ("Bí thư Đảng ủy kiêm Chủ tịch UBND xã", "Chủ tịch UBND xã"),
        ("Chuyên viên", "Chuyên viên"),
        ("Chủ tịch UBND xã Bình Yên", None),
        ("Chủ tịch UBND phường", "Chủ tịch UBND phường"),
        ("Chủ tịch Hội đồng nhân dân xã", None),
        ("Phó Chủ tịch HĐND xã", None),
        ("Trưởng thôn", None),
        ("", None),
    ],
)
def test_a_post_means_a_title_of_the_list(a, b, written, meant):
    found = match(written, portal=a)
    assert (found and found.name) == meant


def test_of_a_department(department, b):
    for written in ("Giám đốc", "Giám đốc Sở", "Giám đốc Sở Thử"):
        assert match(written, portal=department).name == "Giám đốc Sở"
    assert match("Phó Giám đốc", portal=department).name == "Phó Giám đốc Sở"
