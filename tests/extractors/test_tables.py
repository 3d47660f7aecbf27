"""Tables: rows, headers, captions, and tables that are none."""

from extractors.readings import PROSE, cells_of, read, told

from claimcheck.enums import Role


def test_a_cell_knows_the_header_of_its_column() -> None:
    document = read(
        "<table><thead><tr><th>Country<th>Workers<th>Pay</thead>"
        "<tbody><tr><td>Kenya<td>3,000<td>$2<tr><td>Uganda<td>1,200<td>$1</table>"
    )

    assert cells_of(document, 0) == [("", "Country"), ("", "Workers"), ("", "Pay")]
    assert cells_of(document, 2) == [("Country", "Uganda"), ("Workers", "1,200"), ("Pay", "$1")]


def test_two_rows_of_headers_make_one_header() -> None:
    document = read(
        "<table><tr><th rowspan=2>Country<th colspan=2>Workers<tr><th>2021<th>2022"
        "<tr><th scope=row>Kenya<td>10<td>20</table>"
    )

    assert cells_of(document, 2) == [("Country", "Kenya"), ("Workers 2021", "10"), ("Workers 2022", "20")]


def test_the_header_of_a_row_heads_cells_that_no_column_heads() -> None:
    document = read("<table><tr><th>Founded<td>1956<tr><th>Staff<td>3,000</table>")

    assert cells_of(document, 1) == [("", "Staff"), ("Staff", "3,000")]


def test_a_cell_that_spans_rows_is_told_in_each() -> None:
    document = read(
        "<table><tr><th>Country<th>Year<th>Workers<tr><td rowspan=2>Kenya<td>2021<td>10<tr><td>2022<td>20"
        "<tr><td>Chad<td>2022<td>5</table>"
    )

    assert cells_of(document, 2) == [("Country", "Kenya"), ("Year", "2022"), ("Workers", "20")]
    assert cells_of(document, 3) == [("Country", "Chad"), ("Year", "2022"), ("Workers", "5")]


def test_a_cell_that_spans_columns_shifts_the_ones_behind_it() -> None:
    document = read("<table><tr><th>A<th>B<th>C<tr><td colspan=2>1<td>2<tr><td>3<td>4<td>5</table>")

    assert cells_of(document, 1) == [("A", "1"), ("C", "2")]


def test_the_caption_and_the_group_label_the_rows() -> None:
    document = read(
        "<table><caption>Staff</caption><tr><th>Year<th>Workers<tr><td colspan=2>Kenya<tr><td>2021<td>10</table>"
    )

    assert [block.label for block in document.blocks if block.role is Role.TABLE_ROW] == [
        "Staff",
        "Staff",
        "Staff \u203a Kenya",
    ]


def test_a_first_row_without_digits_above_rows_with_them_is_a_header() -> None:
    document = read("<table><tr><td>Country<td>Workers<tr><td>Kenya<td>3,000<tr><td>Uganda<td>1,200</table>")

    assert cells_of(document, 1) == [("Country", "Kenya"), ("Workers", "3,000")]


def test_a_first_row_like_the_others_is_no_header() -> None:
    document = read("<table><tr><td>Kenya<td>3,000<tr><td>Uganda<td>1,200<tr><td>Chad<td>7</table>")

    assert cells_of(document, 1) == [("", "Uganda"), ("", "1,200")]


def test_lines_of_one_cell_do_not_run_into_each_other() -> None:
    document = read("<table><tr><th>A<th>B<tr><td><p>3,000</p><p>200</p><td>1</table>")

    assert cells_of(document, 1)[0] == ("A", "3,000; 200")


def test_a_table_that_lays_out_a_page_has_no_rows() -> None:
    document = read(
        f"<table><tr><td><table><tr><td>Menu</table><td><h1>Wages</h1><p>{PROSE}</p></table>"
        f"<table role=presentation><tr><td>{PROSE}<td>Right</table>"
    )

    assert Role.TABLE_ROW not in [role for role, _ in told(document)]
    assert (Role.HEADING, "Wages") in told(document)


def test_a_table_in_a_menu_is_a_menu() -> None:
    document = read(f"<nav><table><tr><th>A<th>B<tr><td>1<td>2</table></nav><p>{PROSE}</p>")

    assert told(document)[1] == (Role.NAVIGATION, "1 | 2")


def test_parts_of_tables_without_a_table_are_read() -> None:
    assert read("<tr><td>3,000<td>people</tr>").text.replace("\n", "") == "3,000people"


def test_a_first_row_of_years_above_rows_of_figures_is_a_header() -> None:
    document = read("<table><tr><td>Port<td>2023<td>2024<tr><td>Ostra<td>410<td>395<tr><td>Vell<td>88<td>102</table>")

    assert cells_of(document, 1) == [("Port", "Ostra"), ("2023", "410"), ("2024", "395")]


def test_two_rows_without_figures_make_one_header_though_nothing_marks_them() -> None:
    document = read(
        "<table><tr><td><td colspan=2>2023<td colspan=2>2024<tr><td>Port<td>In<td>Out<td>In<td>Out"
        "<tr><td>Ostra<td>1<td>2<td>3<td>4<tr><td>Vell<td>5<td>6<td>7<td>8</table>"
    )

    assert cells_of(document, 2)[1:] == [("2023 In", "1"), ("2023 Out", "2"), ("2024 In", "3"), ("2024 Out", "4")]


def test_a_row_with_a_label_and_blanks_names_those_below_it_where_it_opens_the_table() -> None:
    head, blank = "<tr><th>Port<th>2023<th>2024", "<td><td>"
    rows = "<tr><td>Ostra<td>1<td>2"
    opened = read(f"<table>{head}<tr><td>Ferries{blank}{rows}</table>")
    amid = read(f"<table>{head}{rows}<tr><td>Vell{blank}<tr><td>Orn<td>3<td>4</table>")

    assert opened.blocks[-1].label == "Ferries"
    assert amid.blocks[-1].label == ""
