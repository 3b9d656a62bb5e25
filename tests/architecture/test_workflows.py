"""The workflows: pinned actions, no permission by default, a deployment that waits for a whole build."""

import re

import pytest
import yaml

from tests.architecture.repository import files, text

WORKFLOWS = [name for name in files() if name.startswith(".github/workflows/")]
PINNED = re.compile(r"uses: [\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$")


@pytest.mark.parametrize("name", WORKFLOWS)
def test_actions_are_pinned_by_commit(name):
    assert [line for line in text(name).splitlines() if "uses:" in line and not PINNED.search(line)] == []


@pytest.mark.parametrize("name", WORKFLOWS)
def test_jobs_ask_for_what_they_need(name):
    workflow = yaml.safe_load(text(name))
    assert workflow["permissions"] == {}
    assert "concurrency" in workflow
    for job in workflow["jobs"].values():
        assert job["timeout-minutes"] <= 60
        assert job["permissions"]


def test_only_a_whole_build_is_deployed():
    jobs = yaml.safe_load(text(".github/workflows/terbit.yml"))["jobs"]
    assert jobs["terbitkan"]["needs"] == "bangun"
    assert "write" not in jobs["bangun"]["permissions"].values()
    uploads = [step for step in jobs["bangun"]["steps"] if "upload-pages-artifact" in step.get("uses", "")]
    assert [step["with"]["include-hidden-files"] for step in uploads] == [True]


def test_a_proposal_is_compared_with_what_is_published():
    job = yaml.safe_load(text(".github/workflows/periksa.yml"))["jobs"]["periksa"]
    checkout = next(step for step in job["steps"] if "actions/checkout" in step.get("uses", ""))
    assert checkout["with"]["fetch-depth"] >= 2
    assert any("check --format github --since 'HEAD^1'" in step.get("run", "") for step in job["steps"])


def test_the_schedule_starts_the_publication_that_a_push_starts():
    workflow = yaml.safe_load(text(".github/workflows/terjadwal.yml"))
    runs = [step["run"] for step in workflow["jobs"]["tengok"]["steps"] if "run" in step]
    assert "gh workflow run terbit.yml" in runs[-1]
    assert any("build.py due --since" in run for run in runs)


def test_ci_runs_what_a_developer_runs():
    assert text(".ci/run").splitlines()[-1] == "exec make test"
