"""Analysis tests: what a macro made, without building it."""

load("//rules:defs.bzl", "RuleBundleInfo")

def _target_test_impl(ctx):
    target = ctx.attr.target
    wrong = list(ctx.attr.wrong)
    files = sorted([f.basename for f in target[DefaultInfo].files.to_list()])
    if ctx.attr.files and files != sorted(ctx.attr.files):
        wrong.append("files are %s, not %s" % (files, ctx.attr.files))
    if ctx.attr.bundle and RuleBundleInfo not in target:
        wrong.append("no RuleBundleInfo")
    runfiles = [f.basename for f in target[DefaultInfo].default_runfiles.files.to_list()]
    for needed in ctx.attr.runfiles:
        if needed not in runfiles:
            wrong.append("%s is no runfile; there are %s" % (needed, runfiles))
    return [AnalysisTestResultInfo(
        success = not wrong,
        message = "\n".join(["%s: %s" % (target.label, line) for line in wrong]),
    )]

_target_test = rule(
    implementation = _target_test_impl,
    analysis_test = True,
    attrs = {
        "bundle": attr.bool(doc = "the target is a bundle of rules"),
        "files": attr.string_list(doc = "all its files"),
        "runfiles": attr.string_list(doc = "some of its runfiles"),
        "target": attr.label(mandatory = True),
        "wrong": attr.string_list(doc = "what loading found wrong"),
    },
)

def target_test(name, target, kind, attributes = {}, **kwargs):
    """Passes when a target of this package is as it should be.

    Args:
      name: the test.
      target: the target's name, made before.
      kind: its rule.
      attributes: attributes with the values that they must have.
      **kwargs: files, runfiles, bundle.
    """
    made = native.existing_rule(target)
    wrong = []
    if made == None:
        fail("%s was not made" % target)
    if made["kind"] != kind:
        wrong.append("is a %s, not a %s" % (made["kind"], kind))
    for attribute, value in attributes.items():
        is_now = made.get(attribute)
        if type(is_now) == "tuple":  # what lists become
            is_now = list(is_now)
        if is_now != value:
            wrong.append("%s is %r, not %r" % (attribute, is_now, value))
    _target_test(name = name, target = ":" + target, wrong = wrong, **kwargs)
