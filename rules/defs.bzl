"""Build rules for rule files: libraries of rules, and the tests that guard them.

    load("@claimcheck//rules:defs.bzl", "consistency_test", "rule_library")

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
        ["exec '%s' '%s'" % (ctx.executable._tester.short_path, ctx.file.rule.short_path)],
        [ctx.file.rule],
        [ctx.attr._tester],
    )

_rule_test = rule(
    implementation = _rule_test_impl,
    test = True,
    attrs = {
        "rule": attr.label(allow_single_file = [".textproto"], mandatory = True),
        "_tester": attr.label(
            default = Label("//rules/engine:rule_tester"),
            executable = True,
            cfg = "target",
        ),
    },
)

def rule_test(name, rule, size = "small", **kwargs):
    """Passes when every example of a rule comes out as it says.

    Args:
      name: the test.
      rule: the .textproto file.
      size: of the test.
      **kwargs: passed on to the test (tags, shard_count).
    """
    _rule_test(name = name, rule = rule, size = size, **kwargs)

def rule_library(name, srcs, tags = [], **kwargs):
    """A bundle of rules, one test for each file, and a suite over the tests.

    A mistake in a rule breaks the build.

    Args:
      name: the bundle; the suite is NAME_tests.
      srcs: the .textproto files, one rule in each.
      tags: of the bundle and the tests.
      **kwargs: passed on to the bundle (visibility, testonly).
    """
    _rule_bundle(name = name, srcs = srcs, tags = tags, **kwargs)
    tests = []
    for src in srcs:
        test = src.split(":")[-1].replace("/", "_").replace(".textproto", "") + "_test"
        rule_test(name = test, rule = src, tags = tags)
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

_CONSISTENCY_ATTRS = {
    "documents": attr.label_list(allow_files = True, mandatory = True),
    "expected": attr.label(allow_single_file = True, mandatory = True),
    "rules": attr.label(providers = [RuleBundleInfo], mandatory = True),
    "_checker": attr.label(
        default = Label("//checker/main:claimcheck"),
        executable = True,
        cfg = "target",
    ),
}

def _compare_command(ctx):
    # With --fail-on=never any status but 0 is a mistake, not a finding.
    return "'%s' compare --config=none --rules='%s' --format=text --fail-on=never %s" % (
        ctx.executable._checker.short_path,
        ctx.attr.rules[RuleBundleInfo].bundle.short_path,
        " ".join(["'%s'" % f.short_path for f in ctx.files.documents]),
    )

def _consistency_files(ctx):
    return ctx.files.documents + [ctx.file.expected, ctx.attr.rules[RuleBundleInfo].bundle]

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
    expected = "\"$BUILD_WORKSPACE_DIRECTORY/%s\"" % ctx.file.expected.short_path
    return _script(ctx, [
        "%s > %s.new" % (_compare_command(ctx), expected),
        "mv %s.new %s" % (expected, expected),
    ], _consistency_files(ctx), [ctx.attr._checker])

_update = rule(
    implementation = _update_impl,
    executable = True,
    attrs = _CONSISTENCY_ATTRS,
)

def consistency_test(name, documents, rules, expected, size = "small", **kwargs):
    """Passes when comparing `documents` finds exactly what `expected` says.

    Args:
      name: the test; bazel run NAME.update rewrites `expected`.
      documents: the texts.
      rules: a rule_library.
      expected: the file with the findings expected.
      size: of the test.
      **kwargs: passed on to the test (tags).
    """
    _consistency_test(
        name = name,
        size = size,
        documents = documents,
        expected = expected,
        rules = rules,
        **kwargs
    )
    _update(
        name = name + ".update",
        testonly = True,
        documents = documents,
        expected = expected,
        rules = rules,
        tags = ["manual"],
    )
