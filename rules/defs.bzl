"""Build rules for rule files: libraries of rules, and the tests that guard them.

    load("@claimcheck//rules:defs.bzl", "rule_library", "story_test")

docs/writing_rules.md is the manual.
"""

load("@rules_cc//cc:cc_library.bzl", "cc_library")

RuleBundleInfo = provider(
    doc = "Rules checked and written as one binary bundle.",
    fields = {"bundle": "the bundle's file"},
)

def _compile(ctx, out, arguments):
    args = ctx.actions.args()
    args.add("--out", out)
    args.add_all(arguments)
    args.add_all(ctx.files.srcs)
    ctx.actions.run(
        executable = ctx.executable._compiler,
        arguments = [args],
        inputs = ctx.files.srcs,
        outputs = [out],
        mnemonic = "CompileRules",
        progress_message = "Compiling rules %s" % ctx.label,
    )

_COMPILER = attr.label(
    default = Label("//rules/engine:rule_compiler"),
    executable = True,
    cfg = "exec",
)

def _rule_bundle_impl(ctx):
    bundle = ctx.actions.declare_file(ctx.label.name + ".binpb")
    _compile(ctx, bundle, [])
    return [
        DefaultInfo(
            files = depset([bundle]),
            runfiles = ctx.runfiles(files = [bundle]),
        ),
        RuleBundleInfo(bundle = bundle),
    ]

_rule_bundle = rule(
    implementation = _rule_bundle_impl,
    attrs = {
        "srcs": attr.label_list(allow_files = [".textproto"], mandatory = True),
        "_compiler": _COMPILER,
    },
)

def _script(ctx, lines, files, tools):
    """A DefaultInfo whose executable is a /bin/sh script of these lines."""
    script = ctx.actions.declare_file(ctx.label.name + ".sh")
    ctx.actions.write(
        script,
        "\n".join(["#!/bin/sh", "set -eu"] + lines) + "\n",
        is_executable = True,
    )
    runfiles = ctx.runfiles(files = files + [tool[DefaultInfo].files_to_run.executable for tool in tools])
    for tool in tools:
        runfiles = runfiles.merge(tool[DefaultInfo].default_runfiles)
    return [DefaultInfo(executable = script, runfiles = runfiles)]

def _rule_test_impl(ctx):
    return _script(
        ctx,
        ["exec '%s' --min-coverage=%d '%s'" % (
            ctx.executable._tester.short_path,
            ctx.attr.min_coverage,
            ctx.file.rule.short_path,
        )],
        [ctx.file.rule],
        [ctx.attr._tester],
    )

_rule_test = rule(
    implementation = _rule_test_impl,
    test = True,
    attrs = {
        "min_coverage": attr.int(),
        "rule": attr.label(allow_single_file = [".textproto"], mandatory = True),
        "_tester": attr.label(
            default = Label("//rules/engine:rule_tester"),
            executable = True,
            cfg = "target",
        ),
    },
)

def rule_test(name, rule, min_coverage = 0, size = "small", **kwargs):
    """Passes when every example of a rule comes out as it says.

    Args:
      name: the test.
      rule: the .textproto file.
      min_coverage: fails when the examples made fewer percent of the rule's
        conditions both true and false.
      size: of the test.
      **kwargs: passed on to the test (tags, shard_count).
    """
    _rule_test(
        name = name,
        rule = rule,
        min_coverage = min_coverage,
        size = size,
        **kwargs
    )

def rule_library(name, srcs, min_coverage = 0, tags = [], **kwargs):
    """A bundle of rules, one test for each file, and a suite over the tests.

    A mistake in a rule breaks the build.

    Args:
      name: the bundle; the suite is NAME_tests.
      srcs: the .textproto files, one rule in each.
      min_coverage: of each test, see rule_test.
      tags: of the bundle and the tests.
      **kwargs: passed on to the bundle (visibility, testonly).
    """
    _rule_bundle(name = name, srcs = srcs, tags = tags, **kwargs)
    tests = []
    for src in srcs:
        test = src.split(":")[-1].replace("/", "_").replace(".textproto", "") + "_test"
        rule_test(
            name = test,
            rule = src,
            min_coverage = min_coverage,
            tags = tags,
        )
        tests.append(":" + test)
    native.test_suite(name = name + "_tests", tests = tests)

def _rule_source_impl(ctx):
    _compile(ctx, ctx.outputs.out, ["--symbol", ctx.attr.symbol])

_rule_source = rule(
    implementation = _rule_source_impl,
    attrs = {
        "out": attr.output(mandatory = True),
        "srcs": attr.label_list(allow_files = [".textproto"], mandatory = True),
        "symbol": attr.string(mandatory = True),
        "_compiler": _COMPILER,
    },
)

def embedded_rules(name, srcs, symbol, **kwargs):
    """A cc_library that defines claimcheck::SYMBOL(), the bundle's bytes.

    Args:
      name: the cc_library.
      srcs: the .textproto files.
      symbol: the function; declare it yourself as absl::string_view SYMBOL().
      **kwargs: passed on to the cc_library.
    """
    _rule_source(
        name = name + "_source",
        out = name + ".cc",
        srcs = srcs,
        symbol = symbol,
    )
    cc_library(
        name = name,
        srcs = [name + ".cc"],
        deps = ["@com_google_absl//absl/strings"],
        **kwargs
    )

# What both kinds of tests over documents need.
_CHECKER_ATTRS = {
    "rules": attr.label_list(providers = [RuleBundleInfo]),
    "_checker": attr.label(
        default = Label("//checker/main:claimcheck"),
        executable = True,
        cfg = "target",
    ),
}

def _bundles(ctx):
    return [rules[RuleBundleInfo].bundle for rules in ctx.attr.rules]

def _paths(files):
    return " ".join(["'%s'" % f.short_path for f in files])

def _checker(ctx, command):
    """The program with one of its commands, and the rules of the test."""
    return " ".join(
        ["'%s'" % ctx.executable._checker.short_path, command, "--config=none"] +
        ["--rules='%s'" % bundle.short_path for bundle in _bundles(ctx)],
    )

def _in_sources(file):
    """Where a file lies in the source tree, for programs of `bazel run`."""
    return "\"$BUILD_WORKSPACE_DIRECTORY/%s\"" % file.short_path

def _as_list(rules):
    return rules if type(rules) == type([]) else [rules]

_CONSISTENCY_ATTRS = dict(
    _CHECKER_ATTRS,
    documents = attr.label_list(allow_files = True, mandatory = True),
    expected = attr.label(allow_single_file = True, mandatory = True),
)

def _compare_command(ctx):
    # With --fail-on=never any status but 0 is a mistake, not a finding.
    return "%s --format=text --fail-on=never %s" % (
        _checker(ctx, "compare"),
        _paths(ctx.files.documents),
    )

def _consistency_files(ctx):
    return ctx.files.documents + [ctx.file.expected] + _bundles(ctx)

def _consistency_test_impl(ctx):
    return _script(ctx, [
        "%s > \"$TEST_TMPDIR/actual\"" % _compare_command(ctx),
        "diff -u '%s' \"$TEST_TMPDIR/actual\" && exit 0" % ctx.file.expected.short_path,
        "echo 'If the new findings are right: bazel run %s.update' >&2" % ctx.label,
        "exit 1",
    ], _consistency_files(ctx), [ctx.attr._checker])

_consistency_test = rule(
    implementation = _consistency_test_impl,
    test = True,
    attrs = _CONSISTENCY_ATTRS,
)

def _update_impl(ctx):
    # Written beside the old file first: a failed run leaves it as it is.
    expected = _in_sources(ctx.file.expected)
    return _script(ctx, [
        "%s > %s.new" % (_compare_command(ctx), expected),
        "mv %s.new %s" % (expected, expected),
    ], _consistency_files(ctx), [ctx.attr._checker])

_update = rule(
    implementation = _update_impl,
    executable = True,
    attrs = _CONSISTENCY_ATTRS,
)

def consistency_test(name, documents, expected, rules = [], size = "small", **kwargs):
    """Passes when comparing `documents` finds exactly what `expected` says.

    Args:
      name: the test; bazel run NAME.update rewrites `expected`.
      documents: the texts.
      expected: the file with the findings expected; may be empty at first.
      rules: a rule_library or several; none: the built-in rules.
      size: of the test.
      **kwargs: passed on to the test (tags).
    """
    _consistency_test(
        name = name,
        size = size,
        documents = documents,
        expected = expected,
        rules = _as_list(rules),
        **kwargs
    )
    _update(
        name = name + ".update",
        testonly = True,
        documents = documents,
        expected = expected,
        rules = _as_list(rules),
        tags = ["manual"],
    )

_STORY_ATTRS = dict(
    _CHECKER_ATTRS,
    baseline = attr.label(allow_single_file = True),
    draft = attr.label(allow_single_file = True, mandatory = True),
    fail_on = attr.string(
        default = "error",
        values = ["error", "warning", "note"],
    ),
    sources = attr.label_list(allow_files = True, mandatory = True),
)

def _draft_and_sources(ctx):
    return "'%s' --against %s" % (ctx.file.draft.short_path, _paths(ctx.files.sources))

def _story_files(ctx):
    files = [ctx.file.draft] + ctx.files.sources + _bundles(ctx)
    return files + ([ctx.file.baseline] if ctx.file.baseline else [])

def _story_test_impl(ctx):
    flags = "--format=text --fail-on=%s" % ctx.attr.fail_on
    advice = "the draft is not as its sources are"
    if ctx.file.baseline:
        flags += " --baseline='%s'" % ctx.file.baseline.short_path
        advice += "; to accept that: bazel run %s.accept -- --reason=WHY" % ctx.label
    return _script(ctx, [
        "status=0",
        "%s %s %s || status=$?" % (_checker(ctx, "check"), flags, _draft_and_sources(ctx)),
        "[ $status != 1 ] || echo '%s' >&2" % advice,
        "exit $status",
    ], _story_files(ctx), [ctx.attr._checker])

_story_test = rule(
    implementation = _story_test_impl,
    test = True,
    attrs = _STORY_ATTRS,
)

def _accept_impl(ctx):
    return _script(ctx, [
        "exec %s --severity=%s --baseline=%s \"$@\" %s" % (
            _checker(ctx, "baseline write"),
            ctx.attr.fail_on,
            _in_sources(ctx.file.baseline),
            _draft_and_sources(ctx),
        ),
    ], _story_files(ctx), [ctx.attr._checker])

_accept = rule(
    implementation = _accept_impl,
    executable = True,
    attrs = _STORY_ATTRS,
)

def story_test(
        name,
        draft,
        sources,
        rules = [],
        fail_on = "error",
        baseline = None,
        size = "small",
        **kwargs):
    """Passes when a draft says nothing that its sources contradict or lack.

    Args:
      name: the test; with a baseline, bazel run NAME.accept -- --reason=WHY
        accepts what is found.
      draft: the text to be checked.
      sources: the texts that it is checked against.
      rules: a rule_library or several; none: the built-in rules.
      fail_on: the least severity that fails: error, warning or note.
      baseline: the file of accepted findings; may be empty at first.
      size: of the test.
      **kwargs: passed on to the test (tags).
    """
    attributes = dict(
        baseline = baseline,
        draft = draft,
        fail_on = fail_on,
        rules = _as_list(rules),
        sources = sources,
    )
    _story_test(name = name, size = size, **dict(attributes, **kwargs))
    if baseline:
        _accept(
            name = name + ".accept",
            testonly = True,
            tags = ["manual"],
            **attributes
        )
