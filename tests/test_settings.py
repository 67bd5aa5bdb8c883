from pathlib import Path

import pytest

from dashboard.settings import ROOT, SettingError, from_environment


def test_without_an_environment_everything_has_a_value():
    settings = from_environment({})
    assert (settings.host, settings.port) == ("127.0.0.1", 8050)
    assert settings.data == ROOT / "data"


def test_the_environment_decides():
    given = {"PORT": "9000", "HOST": "0.0.0.0", "DASHBOARD_DATA": "/d", "DASHBOARD_VAR": "/v"}
    settings = from_environment({**given, "DASHBOARD_TITLE": "Our plan"})
    assert (settings.port, settings.host, settings.title) == (9000, "0.0.0.0", "Our plan")
    assert (settings.data, settings.var) == (Path("/d"), Path("/v"))


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"PORT": "many"}, "PORT is “many”: write a whole number from 1 to 65535."),
        ({"PORT": "0"}, "PORT is “0”"),
        ({"DASH_DEBUG": "true"}, "DASH_DEBUG is on"),
        ({"DASH_MCP_ENABLED": "1"}, "DASH_MCP_ENABLED is on"),
        ({"DASH_DEBUG": "perhaps"}, "DASH_DEBUG is “perhaps”: write true or false."),
    ],
)
def test_what_cannot_be_used_is_refused(given, says):
    with pytest.raises(SettingError, match=says):
        from_environment(given)
