"""Small courtesies: a bar for slow answers, what can be copied, the chart as a picture."""

from __future__ import annotations

from io import BytesIO

from playwright.sync_api import expect

from tests.browser.drawn import settled

SENTENCE = (
    "Children looked after, Q3 2016/17. "
    "501 children looked after: 58 above target, 32 more than in 2015/16."
)


def test_a_slow_answer_shows_a_bar_until_it_is_there(opened, server):
    page = opened("/")
    server.slow[b"form.value"] = 1.5
    bar = page.locator("#busy")
    expect(bar).to_be_hidden()
    page.get_by_label("Charts", exact=True).check()
    expect(bar).to_be_visible()
    expect(page.locator("main")).to_have_attribute("aria-busy", "true")
    expect(bar).to_be_hidden()
    expect(page.locator("#rows-drawn .card")).to_have_count(4)


def test_the_sentence_and_the_link_can_be_copied(opened, context, server):
    context.grant_permissions(["clipboard-read", "clipboard-write"], origin=server.url)
    page = opened("/indicator/looked-after?quarter=FY2016-17Q3")
    page.get_by_role("button", name="Copy sentence").click()
    expect(page.get_by_role("button", name="Copied")).to_be_focused()
    assert page.evaluate("navigator.clipboard.readText()") == SENTENCE
    page.get_by_role("button", name="Copy link").click()
    expect(page.locator("#live")).to_have_text("Copy link: Copied")
    assert page.evaluate("navigator.clipboard.readText()") == page.url


def test_without_encryption_it_is_copied_by_selection(opened, context, server):
    context.grant_permissions(["clipboard-read"], origin=server.url)
    page = opened("/indicator/looked-after?quarter=FY2016-17Q3")
    page.evaluate(
        "() => { const read = navigator.clipboard;"
        " Object.defineProperty(navigator, 'clipboard', {value: undefined, configurable: true});"
        " window.real = read; }"
    )
    page.get_by_role("button", name="Copy sentence").click()
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    assert page.evaluate("window.real.readText()") == SENTENCE


def test_the_chart_is_a_picture_that_stands_by_itself(opened):
    page = opened("/indicator/looked-after?quarter=FY2016-17Q3")
    settled(page)
    with page.expect_download() as download:
        page.get_by_role("button", name="Chart as a picture").click()
    assert download.value.suggested_filename == "looked-after-FY2016-17Q3.png"
    content = download.value.path().read_bytes()
    assert content.startswith(b"\x89PNG\r\n")
    width, height = (int.from_bytes(content[at : at + 4], "big") for at in (16, 20))
    chart = page.locator("#chart .main-svg").first.bounding_box()
    assert width == int((chart["width"] + 48) * 2)
    # The finding above it and its source below make it higher than the chart.
    assert height > chart["height"] * 2 + 150
    assert len(content) > 20_000


def test_a_picture_without_its_title_would_be_found_out(opened):
    """The texts of the picture are drawn: its upper part is not empty."""
    page = opened("/indicator/looked-after?quarter=FY2016-17Q3")
    settled(page)
    with page.expect_download() as download:
        page.get_by_role("button", name="Chart as a picture").click()
    dark = page.evaluate(
        """async bytes => {
          const picture = await createImageBitmap(new Blob([new Uint8Array(bytes)]));
          const canvas = new OffscreenCanvas(picture.width, 140);
          const pen = canvas.getContext('2d');
          pen.drawImage(picture, 0, 0);
          const { data } = pen.getImageData(0, 0, canvas.width, 140);
          let count = 0;
          for (let i = 0; i < data.length; i += 4) if (data[i] < 90) count += 1;
          return count;
        }""",
        list(BytesIO(download.value.path().read_bytes()).getvalue()),
    )
    assert dark > 1500
