"""Has the official Python client do with every kind of object what people do with it: judge.ts, in Python.

Called with where the API is, a secret key and the account's id; what to do comes on standard input, as judged.ts has it.
"""

import io
import json
import re
import sys
import time

import stripe

stripe.api_base, stripe.api_key, account = sys.argv[1:]
stripe.upload_api_base = stripe.api_base
stripe.max_network_retries = 0
ids = {"account": account}


def filled_in(given):
    if isinstance(given, dict):
        return {name: filled_in(value) for name, value in given.items()}
    if isinstance(given, list):
        return [filled_in(value) for value in given]
    if isinstance(given, str):
        return re.sub(r"\$(\w+)", lambda found: ids.get(found[1], ""), given)
    return given


class Part:
    """The calls of an object inside another: they have longer names, and take the outer one's id first."""

    def __init__(self, group, outer, one, many):
        self.group, self.outer, self.one, self.many = group, outer, one, many

    def _call(self, method, /, *args, **given):
        return getattr(self.group, method)(self.outer, *args, **given)

    def create(self, **given):
        return self._call(f"create_{self.one}", **given)

    def retrieve(self, id, **given):
        return self._call(f"retrieve_{self.one}", id, **given)

    def modify(self, id, **given):
        return self._call(f"modify_{self.one}", id, **given)

    def delete(self, id):
        return self._call(f"delete_{self.one}", id)

    def list(self, **given):
        return self._call(f"list_{self.many}", **given)


def group_of(name):
    holder = stripe
    for part in name.split("."):
        holder = getattr(holder, part)
    return holder


def calls_of(entry):
    group = group_of(entry["python"])
    within = entry.get("within")
    return Part(group, within["id"], *within["python"]) if within else group


def with_file(given):
    if given.get("file") != "@receipt.pdf":
        return given
    file = io.BytesIO(b"%PDF-1.7\n%%EOF\n")
    file.name = "receipt.pdf"
    return {**given, "file": file}


def make_two(calls, entry):
    """The older and the newer one."""
    name = entry["kind"].replace(".", "_")
    if "create" not in entry:
        there = calls.retrieve(entry["id"])
        return there, there
    first, second = with_file(entry["create"]), {**with_file(entry["create"]), **entry.get("second", {})}
    if "comesOf" in entry:
        cause = group_of(entry["comesOf"]["python"])
        ids[f"{name}_from"] = cause.create(**first).id
        cause.create(**second)
        newer, older = calls.list(limit=2).data
    else:
        older, newer = calls.create(**first), calls.create(**second)
    ids[name], ids[f"{name}_2"] = older.id, newer.id
    return older, newer


def has(found, wanted, doing):
    """Members of hashes that are not wanted may be there too."""
    for name, value in wanted.items():
        if isinstance(value, dict):
            has(found[name], value, f"{doing}: {name}")
        else:
            assert found[name] == value, f"{doing}: {name} is {found[name]!r} instead of {value!r}"


def judge_one(calls, entry, one):
    kind = entry["kind"]
    has(calls.retrieve(one.id), {"id": one.id, "object": kind}, f"retrieving a {kind}")
    if "update" in entry:
        has(calls.modify(one.id, **entry["update"]["given"]), entry["update"]["then"], f"changing a {kind}")
    if "expand" in entry:
        whole = calls.retrieve(one.id, expand=[entry["expand"]])
        assert whole[entry["expand"]]["object"], f"{kind}: {entry['expand']} is not whole"


def judge_acts(calls, entry, one):
    for act in entry.get("acts", []):
        if "refused" in act:
            try:
                getattr(calls, act["python"])(one.id, **act.get("given", {}))
            except stripe.error.InvalidRequestError as error:
                assert act["refused"] in str(error), f"{act['python']} of a {entry['kind']}: {error}"
                continue
            raise AssertionError(f"{act['python']} of a {entry['kind']} was not refused")
        done = getattr(calls, act["python"])(one.id, **act.get("given", {}))
        has(done, act["then"], f"{act['python']} of a {entry['kind']}")


def judge_lists(calls, entry, older, newer):
    kind = entry["kind"]
    first = calls.list(limit=1)
    assert first.has_more, f"{kind}: there is no more"
    recent = {} if entry.get("undated") else {"created": {"gte": older.created}}
    assert len(calls.list(limit=100, **recent).data) > 1, f"{kind}: created"
    if "create" not in entry:
        return
    assert first.data[0].id == newer.id, f"{kind}: the newest does not come first"
    assert calls.list(limit=1, starting_after=newer.id).data[0].id == older.id, f"{kind}: starting_after"
    assert calls.list(limit=1, ending_before=older.id).data[0].id == newer.id, f"{kind}: ending_before"
    for wanted in [{}, *entry.get("filters", [])]:
        found = [each.id for each in calls.list(limit=1, **wanted).auto_paging_iter()]
        assert {older.id, newer.id} & set(found), f"{kind}: {wanted} finds neither"
        assert len(found) == len(set(found)), f"{kind}: {wanted} finds one twice"


def judge_search(calls, query, older, newer):
    """Whoever serves the client indexes what changed a little later."""
    for _ in range(50):
        if {older.id, newer.id} & {each.id for each in calls.search(query=query, limit=100).data}:
            return
        time.sleep(0.1)
    raise AssertionError(f"{query} finds neither")


def judge_errors(calls, entry):
    kind = entry["kind"]
    refused(lambda: calls.retrieve(f"{kind.replace('.', '_')}_nobody"), "resource_missing")
    for wrong in entry.get("refused", []):
        refused(lambda: calls.create(**wrong["given"]), wrong["code"], wrong.get("param"))
    if "create" in entry and "comesOf" not in entry:
        file = with_file({"file": entry["create"]["file"]}) if "file" in entry["create"] else {}
        refused(lambda: calls.create(nonsense=1, **file), "parameter_unknown", "nonsense")


def refused(call, code, param=None):
    try:
        call()
    except stripe.error.StripeError as error:
        assert error.code == code, f"{error.code} instead of {code}"
        assert param is None or error.param == param, f"{error.param} instead of {param}"
    else:
        raise AssertionError(f"{code} was not told")


for judged in json.load(sys.stdin):
    entry = filled_in(judged)
    calls = calls_of(entry)
    older, newer = make_two(calls, entry)
    judge_one(calls, entry, older)
    # Its own ids are known by now.
    entry = filled_in(judged)
    if not entry.get("unlisted"):
        judge_lists(calls, entry, older, newer)
    judge_acts(calls, entry, older)
    if "search" in entry:
        judge_search(calls, entry["search"], older, newer)
    judge_errors(calls, entry)
    if entry.get("deletes"):
        assert calls.delete(newer.id).deleted, f"{entry['kind']}: deleting"
    print(entry["kind"])
