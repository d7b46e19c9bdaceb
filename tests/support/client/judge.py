"""Has the official Python client do with every kind of object what people do with it: judge.ts, in Python.

Called with where the API is and a secret key; what to do comes on standard input, as judged.ts has it.
"""

import json
import sys

import stripe

stripe.api_base, stripe.api_key = sys.argv[1:]
stripe.max_network_retries = 0
ids = {}


def filled_in(given):
    if isinstance(given, dict):
        return {name: filled_in(value) for name, value in given.items()}
    if isinstance(given, list):
        return [filled_in(value) for value in given]
    if isinstance(given, str) and given.startswith("$"):
        return ids[given[1:]]
    return given


def has(found, wanted, doing):
    """Members of hashes that are not wanted may be there too."""
    for name, value in wanted.items():
        assert found[name] == value, f"{doing}: {name} is {found[name]!r} instead of {value!r}"


def judge_one(calls, entry, one):
    kind = entry["kind"]
    has(calls.retrieve(one.id), {"id": one.id, "object": kind}, f"retrieving a {kind}")
    if "update" in entry:
        has(calls.modify(one.id, **entry["update"]["given"]), entry["update"]["then"], f"changing a {kind}")
    if "expand" in entry:
        whole = calls.retrieve(one.id, expand=[entry["expand"]])
        assert whole[entry["expand"]]["object"], f"{kind}: {entry['expand']} is not whole"
    for act in entry.get("acts", []):
        has(getattr(calls, act["python"])(one.id), act["then"], f"{act['python']} of a {kind}")


def judge_lists(calls, entry, older, newer):
    kind = entry["kind"]
    first = calls.list(limit=1)
    assert first.has_more and first.data[0].id == newer.id, f"{kind}: the newest does not come first"
    assert calls.list(limit=1, starting_after=newer.id).data[0].id == older.id, f"{kind}: starting_after"
    assert calls.list(limit=1, ending_before=older.id).data[0].id == newer.id, f"{kind}: ending_before"
    recent = {} if entry.get("undated") else {"created": {"gte": older.created}}
    assert len(calls.list(limit=100, **recent).data) > 1, f"{kind}: created"
    for wanted in [{}, *entry.get("filters", [])]:
        found = [each.id for each in calls.list(limit=1, **wanted).auto_paging_iter()]
        assert {older.id, newer.id} & set(found), f"{kind}: {wanted} finds neither"
        assert len(found) == len(set(found)), f"{kind}: {wanted} finds one twice"


def judge_errors(calls, kind):
    refused(lambda: calls.retrieve(f"{kind}_nobody"), 404, "resource_missing")
    refused(lambda: calls.create(nonsense=1), 400, "parameter_unknown", "nonsense")


def refused(call, status, code, param=None):
    try:
        call()
    except stripe.error.InvalidRequestError as error:
        told = (error.http_status, error.code)
        assert told == (status, code), f"{told} instead of {(status, code)}"
        assert param is None or error.param == param, f"{error.param} instead of {param}"
    else:
        raise AssertionError(f"{code} was not told")


for judged in json.load(sys.stdin):
    entry = filled_in(judged)
    calls = getattr(stripe, entry["python"])
    older, newer = calls.create(**entry["create"]), calls.create(**entry["create"])
    ids[entry["kind"]] = older.id
    judge_one(calls, entry, older)
    if entry["kind"] != "payment_method":
        judge_lists(calls, entry, older, newer)
    judge_errors(calls, entry["kind"])
    if entry.get("deletes"):
        assert calls.delete(newer.id).deleted, f"{entry['kind']}: deleting"
    print(entry["kind"])
