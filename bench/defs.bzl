"""Benchmarks, and the tests that keep them running."""

load("//bazel:defs.bzl", "cc_binary")

def _smoke_test_impl(ctx):
    script = ctx.actions.declare_file(ctx.label.name + ".sh")
    ctx.actions.write(
        script,
        "#!/bin/sh\nexec %s --benchmark_min_time=0 %s > /dev/null\n" % (
            ctx.executable.binary.short_path,
            " ".join(ctx.attr.flags),
        ),
        is_executable = True,
    )
    runfiles = ctx.runfiles(files = [ctx.executable.binary])
    return [DefaultInfo(
        executable = script,
        runfiles = runfiles.merge(ctx.attr.binary[DefaultInfo].default_runfiles),
    )]

_smoke_test = rule(
    implementation = _smoke_test_impl,
    test = True,
    attrs = {
        "binary": attr.label(executable = True, cfg = "target", mandatory = True),
        "flags": attr.string_list(),
    },
)

def benchmark(name, deps, smoke_filter = None, **kwargs):
    """NAME.cc as a Google Benchmark program, and NAME_test that runs it briefly.

    Args:
      name: of the program.
      deps: of NAME.cc, without the benchmark library.
      smoke_filter: a regular expression; the test runs only the cases that
        match it, where all would take too long.
      **kwargs: passed on to the program.
    """
    cc_binary(
        name = name,
        testonly = True,
        srcs = [name + ".cc"],
        deps = deps + [
            "@com_google_benchmark//:benchmark",
            "@com_google_benchmark//:benchmark_main",
        ],
        **kwargs
    )
    _smoke_test(
        name = name + "_test",
        size = "medium",
        binary = ":" + name,
        flags = ["'--benchmark_filter=%s'" % smoke_filter] if smoke_filter else [],
        tags = ["benchmark"],
    )
