import pytest


@pytest.fixture(params=["memory", "postgres"])
def shared(request: pytest.FixtureRequest) -> str | None:
    """Where two graphs keep what they share: None for one store in memory, else a database's address."""
    if request.param == "memory":
        return None
    url: str = request.getfixturevalue("database")  # no server is started for memory
    return url
