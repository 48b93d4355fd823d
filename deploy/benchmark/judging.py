"""The part of the benchmark that holds judging's figures against packages from PyPI, on the same tables and networks, and
repeats the simulation that the adjusted score is justified by. deploy/benchmark/run starts it; rows for the table are added
to a file, their cells between tabs.

    python3 judging.py BENCHMARK ROWS
"""

import json
import random
import subprocess
import sys
import time
import warnings
from statistics import median

import krippendorff
import numpy
import pandas
import statsmodels.api
from ortools.graph.python import min_cost_flow

from served import Table, say

TABLES, INSTANCES, ALPHAS, PANELS = 20, 100, 60, 1500


class Ours:
    """The release build that answers one JSON task with one line."""

    def __init__(self, program):
        self.program = program

    def ask(self, tasks):
        text = "\n".join(json.dumps(task) for task in tasks)
        done = subprocess.run([self.program, "judging"], input=text, capture_output=True, text=True, check=False, timeout=300)
        if done.returncode != 0:
            raise SystemExit(f"judging failed: {done.stderr[-500:]}")
        return [json.loads(line) for line in done.stdout.splitlines()]


def scored(chance, candidates, judges, each, spread, noise):
    """A table in which every candidate has so many judges, with loads as even as can be."""
    strength = [chance.gauss(0, 1) for _ in range(candidates)]
    severity = [chance.gauss(0, spread) for _ in range(judges)]
    loads, rows = [0] * judges, []
    for candidate in range(candidates):
        order = sorted(range(judges), key=lambda judge: (loads[judge], chance.random()))
        for judge in order[:each]:
            loads[judge] += 1
            rows.append([candidate, judge, 5 + strength[candidate] + severity[judge] + chance.gauss(0, noise)])
    return rows


def mixed(rows):
    """Level, three variances, candidates' scores and judges' effects by statsmodels, of whichever optimiser went furthest."""
    frame = pandas.DataFrame(rows, columns=["candidate", "judge", "score"])
    frame["all"] = 1
    parts = {"candidate": "0 + C(candidate)", "judge": "0 + C(judge)"}
    best = None
    for method in ("lbfgs", "powell", "bfgs"):
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            model = statsmodels.api.MixedLM.from_formula("score ~ 1", groups="all", vc_formula=parts, re_formula=None, data=frame)
            try:
                fit = model.fit(reml=True, method=method, maxiter=2000)
            except (ValueError, numpy.linalg.LinAlgError):
                continue
        if best is None or fit.llf > best.llf:
            best = fit
    names = list(best.model.exog_vc.names)
    variances = dict(zip(names, best.vcomp))
    effects = best.random_effects[1]
    level = float(best.fe_params.iloc[0])
    own = {name: float(value) for name, value in effects.items()}
    candidates = [level + own[f"candidate[C(candidate)[{key}]]"] for key in sorted(set(frame["candidate"]))]
    judges = [own[f"judge[C(judge)[{key}]]"] for key in sorted(set(frame["judge"]))]
    return [level, variances["candidate"], variances["judge"], float(best.scale)] + candidates + judges


def adjusted(ours, table):
    chance, tables, answers = random.Random(4), [], []
    while len(tables) < TABLES:
        candidates, judges = chance.randint(12, 40), chance.randint(4, 9)
        rows = scored(chance, candidates, judges, chance.randint(3, min(4, judges)), chance.choice([0.4, 0.7, 1.2]), 0.7)
        answer = ours.ask([{"kind": "adjusted", "scores": rows}])[0]["values"]
        if min(answer[1:4]) > 0.01:
            tables.append(rows)
            answers.append(answer)
    worst = 0
    for rows, answer in zip(tables, answers):
        theirs = mixed(rows)
        worst = max(worst, max(abs(one - other) for one, other in zip(answer, theirs, strict=True)))
    table.add(
        f"adjusted scores, {TABLES} tables, furthest apart", f"{worst:.1e}", "statsmodels", "", "1.0e-03",
        worst <= 1e-3)
    rows = scored(random.Random(5), 200, 30, 5, 0.7, 0.7)
    began = time.perf_counter()
    mixed(rows)
    theirs = time.perf_counter() - began
    seconds = [ours.ask([{"kind": "adjusted speed", "scores": rows}])[0]["seconds"] for _ in range(3)]
    alone, refits = (median(each) for each in zip(*seconds))
    for what, took in (("200 candidates × 30 judges × 5", alone), ("  and again without each judge", refits)):
        table.add(
            f"adjusted scores, {what}" if what[0] != " " else what, f"{took * 1000:.1f} ms", f"statsmodels {theirs * 1000:.0f} ms",
            f"{theirs / took:.0f}", "100 ms", took <= 0.1)


def agreement(ours, table):
    chance, tables = random.Random(6), []
    while len(tables) < ALPHAS:
        judges, units = chance.randint(2, 8), chance.randint(2, 40)
        top, gaps = chance.randint(2, 10), chance.choice([0, 0.1, 0.4])
        rows = [
            [None if chance.random() < gaps else chance.randint(1, top) / chance.choice([1, 1, 3]) for _ in range(units)]
            for _ in range(judges)]
        shared = [[row[unit] for row in rows if row[unit] is not None] for unit in range(units)]
        if len({value for values in shared if len(values) > 1 for value in values}) > 1:
            tables.append(rows)
    worst = 0
    for rows, answer in zip(tables, ours.ask([{"kind": "agreement", "table": rows} for rows in tables]), strict=True):
        data = numpy.array([[numpy.nan if value is None else value for value in row] for row in rows])
        for level, value in zip(("nominal", "interval"), answer["values"]):
            theirs = krippendorff.alpha(reliability_data=data, level_of_measurement=level)
            worst = max(worst, abs(theirs - value))
    table.add(
        f"agreement, {ALPHAS} tables, furthest apart", f"{worst:.1e}", "krippendorff", "", "1.0e-09",
        worst <= 1e-9)


def network(chance):
    """Judges with bounds and rising costs, candidates with needs, and pairs with costs; some cannot be done."""
    judges, candidates = chance.randint(2, 12), chance.randint(2, 30)
    each = chance.randint(1, min(4, judges))
    arcs = []
    load = -(-candidates * each // judges)
    for judge in range(judges):
        least, most = max(0, load - chance.randint(1, 4)), load + chance.randint(0, 3)
        for step in range(most):
            arcs.append([0, 1 + judge, 1 if step < least else 0, 1, 10 * (2 * step + 1)])
        for candidate in range(candidates):
            if chance.random() < 0.75:
                arcs.append([1 + judge, 1 + judges + candidate, 0, 1, chance.randint(-50, 50)])
    # A few arcs of another kind: between judges, wide ones, with bounds of their own.
    for _ in range(chance.randint(0, 4)):
        one, other = chance.sample(range(1, 1 + judges), 2)
        arcs.append([one, other, 0, chance.randint(1, 5), chance.randint(0, 40)])
    return [candidates * each] + [0] * judges + [-each] * candidates, arcs


def ortools_cost(supplies, arcs):
    """The least cost, or nothing where it cannot be done; bounds from below are moved into the supplies."""
    solver, supplies, fixed = min_cost_flow.SimpleMinCostFlow(), list(supplies), 0
    for one, other, least, most, cost in arcs:
        solver.add_arc_with_capacity_and_unit_cost(one, other, most - least, cost)
        supplies[one] -= least
        supplies[other] += least
        fixed += least * cost
    for node, supply in enumerate(supplies):
        solver.set_node_supply(node, supply)
    status = solver.solve()
    return fixed + solver.optimal_cost() if status == solver.OPTIMAL else None


def assignment(ours, table):
    chance = random.Random(7)
    networks = [network(chance) for _ in range(INSTANCES)]
    answers = ours.ask([{"kind": "flow", "supplies": supplies, "arcs": arcs} for supplies, arcs in networks])
    same = solved = 0
    for (supplies, arcs), answer in zip(networks, answers, strict=True):
        theirs = ortools_cost(supplies, arcs)
        solved += theirs is not None
        same += (answer["counts"][0] if answer["counts"] else None) == theirs
    table.add(
        f"assignment, the same cost ({solved} can be done)", f"{same} of {INSTANCES}", "ortools", "", f"{INSTANCES}",
        same == INSTANCES)

    judges, candidates, each = 200, 2000, 4
    arcs = [[1 + judge, 1 + judges + candidate, 0, 1, 1000 * chance.randint(-3, 3)]
            for judge in range(judges) for candidate in range(candidates) if chance.random() < 0.9]
    arcs += [[0, 1 + judge, 0, 1, 10 * (2 * step + 1)] for judge in range(judges) for step in range(200)]
    supplies = [candidates * each] + [0] * judges + [-each] * candidates
    began = time.perf_counter()
    theirs = ortools_cost(supplies, arcs)
    took = time.perf_counter() - began
    answer = ours.ask([{"kind": "flow", "supplies": supplies, "arcs": arcs}])[0]
    say(f"ortools {theirs} in {took:.2f} s, ours {answer['counts']} in {answer['seconds'][0]:.2f} s")
    table.add(
        f"flow of {candidates} × {judges} × {each}, the same cost", f"{answer['seconds'][0]:.2f} s", f"ortools {took:.2f} s",
        f"{took / answer['seconds'][0]:.2f}", "equal", answer["counts"] == [theirs])
    answer = ours.ask([{"kind": "assignment", "candidates": candidates, "judges": judges, "each": each, "seed": 11}])[0]
    pairs, parts, least, most, met, wrong = answer["counts"]
    say(f"{pairs} pairs, {parts} part, loads {least} to {most}, {met} pairs of judges meet, {wrong} forbidden")
    table.add(
        f"assignment of {candidates} × {judges} × {each}", f"{answer['seconds'][0]:.2f} s", "", "", "5 s",
        answer["seconds"][0] <= 5 and (pairs, parts, wrong) == (candidates * each, 1, 0))


def simulation(ours, table):
    for severity, each in ((0.7, 3), (1.2, 3), (0.7, 6)):
        raw, own = ours.ask(
            [{"kind": "simulation", "panels": PANELS, "severity": severity, "each": each, "seed": 2018}])[0]["counts"]
        raw, own = raw / PANELS / 10, own / PANELS / 10
        met = own > raw if each < 6 else abs(own - raw) < 0.05
        table.add(
            f"right winner, severity {severity}, {each} of 6 judges", f"{own:.1f} %", f"raw mean {raw:.1f} %",
            f"{own / raw:.2f}", "more" if each < 6 else "equal", met)


def main():
    program, rows = sys.argv[1:]
    ours, table = Ours(program), Table(rows)
    for part in (adjusted, agreement, assignment, simulation):
        part(ours, table)


main()
