"""The pages of the form before any script has run: what they hold, and that nothing in it gets out."""

from __future__ import annotations

import json
from base64 import b64decode

import pytest

from generator.documents import parse
from generator.pages import form_interest, form_profile, form_report
from generator.pages.page import embedded
from tests.memory import edition_of, one_supporter
from tests.pages.reading import links

PAGES = [form_interest, form_profile, form_report]


@pytest.mark.parametrize("module", PAGES, ids=lambda module: module.FORM.name)
@pytest.mark.parametrize("language", ["en", "bg"])
def test_the_file_to_fill_in_is_a_record_as_the_check_reads_it(module, language):
    body = str(module.page(edition_of(one_supporter(), language)).body)
    address = next(link for link in links(body) if link.startswith("data:"))
    text = b64decode(address.partition("base64,")[2])
    document, problems = parse("file.yml", text)
    assert problems == []
    assert document is not None
    assert ("schemas/report" in text.decode()) == (module.FORM.kind == "report")


@pytest.mark.parametrize("module", PAGES, ids=lambda module: module.FORM.name)
def test_organisations_with_a_page_can_be_chosen(module):
    assert '<option value="vale">' in str(module.page(edition_of(one_supporter())).body)


@pytest.mark.parametrize(
    "text", ["</script><script>", "<!--", "\ufff9en\ufffax\ufffb", "\u2028\u202e\x7f\U000e0001\uffff"]
)
def test_data_in_a_page_stay_data(text):
    written = embedded({"key": [text]})
    assert json.loads(written) == {"key": [text]}
    assert not set("<\ufff9\ufffb\u2028\u202e\x7f\U000e0001\uffff") & set(written)
