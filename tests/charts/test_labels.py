from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from dashboard.charts.labels import Box, PointLabel, label_box, place_points, spread, wrapped

FRAME = Box(0, 0, 600, 380)
HEIGHTS = st.lists(st.floats(0, 400, allow_nan=False), min_size=1, max_size=8)


def test_labels_that_have_room_stand_at_their_lines():
    assert spread([10, 100, 200], [20, 20, 20], 0, 380) == [10, 100, 200]


def test_labels_that_touch_are_parted_evenly_about_their_middle():
    assert spread([100, 100], [20, 20], 0, 380) == [90, 110]


def test_order_follows_the_lines_and_not_the_list():
    assert spread([110, 100], [20, 20], 0, 380) == [115, 95]


@given(HEIGHTS)
def test_labels_never_overlap_and_stay_within(wanted):
    height = 20.0
    centres = sorted(spread(wanted, [height] * len(wanted), 0, 400))
    assert centres[0] >= height / 2 - 1e-6
    assert centres[-1] <= 400 - height / 2 + 1e-6
    assert all(b - a >= height - 1e-6 for a, b in pairwise(centres))


def test_a_text_is_wrapped_at_words():
    lines = wrapped("Statistical neighbours 97.6 (2015/16)", 120, 15)
    assert len(lines) > 1
    assert " ".join(lines) == "Statistical neighbours 97.6 (2015/16)"


def test_a_box_knows_what_crosses_it():
    box = Box(10, 10, 20, 20)
    assert box.crossed_by((0, 0), (30, 30))
    assert not box.crossed_by((0, 30), (5, 40))
    assert not box.crossed_by((0, 25), (30, 25))


def test_the_latest_has_the_first_choice_and_no_two_overlap():
    labels = [PointLabel(300 + x, 200, "174.7", 15) for x in range(0, 10, 2)]
    sides = place_points(labels, [], FRAME)
    boxes = [label_box(la, side) for la, side in zip(labels, sides, strict=True) if side]
    assert sides[4] == "top center"
    assert len(boxes) < len(labels), "there is no room for all"
    assert not any(a.overlaps(b) for i, a in enumerate(boxes) for b in boxes[i + 1 :])


def test_a_label_keeps_off_the_lines():
    label = PointLabel(300, 200, "174.7", 15)
    line_above = ((250.0, 185.0), (350.0, 185.0))
    assert place_points([label], [line_above], FRAME) == ["bottom center"]
