"""Where work runs: small work here, the rest in chunks through an executor, answers in order."""

import os
from concurrent.futures import Future

import pytest

from lintas.workers import SMALL, Crew


class Recorder:
    """An executor that runs at once and remembers its chunks."""

    def __init__(self):
        self.chunks = []
        self.ended = False

    def map(self, call, chunks):
        self.chunks = list(chunks)
        return map(call, self.chunks)

    def submit(self, call, *given):
        future = Future()
        future.set_result(call(*given))
        return future

    def shutdown(self, **_):
        self.ended = True


def double(chunk):
    return [2 * item for item in chunk]


def flat(answers):
    return [item for answer in answers for item in answer]


def test_answers_come_in_the_order_of_the_items():
    executor = Recorder()
    crew = Crew(2, executor)
    items = list(range(1000))
    assert flat(crew.each(double, items, cost=1.0)) == [2 * item for item in items]
    assert flat(executor.chunks) == items
    assert max(map(len, executor.chunks)) <= 400
    crew.close()
    assert executor.ended


def test_small_work_and_a_single_job_stay_in_this_process():
    assert Crew(1).alone(10**6, 1.0)
    assert Crew(4).alone(1, SMALL / 2)
    assert not Crew(4).alone(100, SMALL / 10)
    assert not Crew(1, Recorder()).alone(1, 0.0)
    here = flat(Crew(1).each(lambda chunk: [os.getpid() for _ in chunk], [1, 2, 3], cost=9.0))
    assert set(here) == {os.getpid()}


def test_nothing_to_do_gives_nothing():
    assert list(Crew(2).each(double, [], cost=9.0)) == []


@pytest.mark.parametrize("items", [[1], [1, 2, 3]])
def test_an_iteration_that_ends_inside_the_work_does_not_end_the_answers(items):
    with pytest.raises(RuntimeError):
        list(Crew(1).each(lambda _: next(iter(())), items, cost=9.0))
