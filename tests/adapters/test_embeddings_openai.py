from __future__ import annotations

import json
from collections.abc import Iterator

import numpy as np
import pytest
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from prism.adapters.embeddings import OpenAICompatibleEmbedder
from prism.model import BadResponse, Unreachable


@pytest.fixture
def embedder(httpserver: HTTPServer) -> Iterator[OpenAICompatibleEmbedder]:
    made = OpenAICompatibleEmbedder(
        base_url=httpserver.url_for("/v1"), model="some-model", dimensions=2, api_key="key", prefix="query: "
    )
    yield made
    made.close()


def reply(request: Request) -> Response:
    """Vectors whose direction tells the length of the text, in the wrong order, as the protocol allows."""
    texts = json.loads(request.data)["input"]
    rows = [{"index": n, "embedding": [float(len(text)), 1.0]} for n, text in enumerate(texts)]
    return Response(json.dumps({"data": rows[::-1]}), content_type="application/json")


def test_vectors_come_back_in_order_at_unit_length(httpserver: HTTPServer, embedder: OpenAICompatibleEmbedder) -> None:
    httpserver.expect_request("/v1/embeddings", method="POST").respond_with_handler(reply)
    short, long = embedder.embed(["a", "a much longer text"])
    assert np.allclose([np.linalg.norm(short), np.linalg.norm(long)], 1)
    assert short[1] > long[1]


def test_the_key_the_model_and_the_prefix_are_sent_and_a_text_once(
    httpserver: HTTPServer, embedder: OpenAICompatibleEmbedder
) -> None:
    httpserver.expect_request("/v1/embeddings", headers={"authorization": "Bearer key"}).respond_with_handler(reply)
    assert len(embedder.embed(["same", "other", "same"])) == 3
    sent = json.loads(httpserver.log[0][0].data)
    assert sent == {"model": "some-model", "input": ["query: same", "query: other"]}


def test_many_texts_go_in_several_requests(httpserver: HTTPServer, embedder: OpenAICompatibleEmbedder) -> None:
    httpserver.expect_request("/v1/embeddings").respond_with_handler(reply)
    assert len(embedder.embed([f"text {n}" for n in range(150)])) == 150
    assert len(httpserver.log) == 3


@pytest.mark.parametrize("status", [429, 500, 503])
def test_a_busy_server_is_worth_another_try(
    httpserver: HTTPServer, embedder: OpenAICompatibleEmbedder, status: int
) -> None:
    httpserver.expect_request("/v1/embeddings").respond_with_data("", status=status)
    with pytest.raises(Unreachable):
        embedder.embed(["a"])


@pytest.mark.parametrize(
    "body",
    [
        "no json",
        "{}",
        '{"data": []}',
        '{"data": [{"index": 0, "embedding": [1, 2, 3]}]}',
        '{"data": [{"index": 0, "embedding": ["x", "y"]}]}',
    ],
)
def test_a_reply_that_is_no_reply_is_refused(
    httpserver: HTTPServer, embedder: OpenAICompatibleEmbedder, body: str
) -> None:
    httpserver.expect_request("/v1/embeddings").respond_with_data(body)
    with pytest.raises(BadResponse):
        embedder.embed(["a"])


def test_an_error_is_refused_and_nobody_there_is_unreachable(httpserver: HTTPServer) -> None:
    httpserver.expect_request("/v1/embeddings").respond_with_data("", status=401)
    there = OpenAICompatibleEmbedder(base_url=httpserver.url_for("/v1"), model="m", dimensions=2)
    with pytest.raises(BadResponse):
        there.embed(["a"])
    there.close()
    nowhere = OpenAICompatibleEmbedder(base_url="http://127.0.0.1:9/v1", model="m", dimensions=2)
    with pytest.raises(Unreachable):
        nowhere.embed(["a"])
    nowhere.close()


def test_embedders_of_other_prefix_or_length_have_other_names(httpserver: HTTPServer) -> None:
    made = [
        OpenAICompatibleEmbedder(base_url=httpserver.url_for("/v1"), model="m", dimensions=size, prefix=prefix)
        for size in (2, 3)
        for prefix in ("", "query: ")
    ]
    assert len({one.name for one in made}) == 4
    for one in made:
        one.close()
