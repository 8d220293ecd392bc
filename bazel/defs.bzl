"""The project's own C++ targets: warnings are errors, private by default.

Third-party headers lie under /usr/include and are system headers, so the flags
reach our code only.
"""

load("@rules_cc//cc:cc_binary.bzl", _cc_binary = "cc_binary")
load("@rules_cc//cc:cc_library.bzl", _cc_library = "cc_library")
load("@rules_cc//cc:cc_test.bzl", _cc_test = "cc_test")

_WARNINGS = [
    "-Wall",
    "-Wextra",
    "-Werror",
    "-Wno-unused-parameter",
    "-Wno-sign-compare",
]

def cc_library(name, copts = [], **kwargs):
    _cc_library(name = name, copts = _WARNINGS + copts, **kwargs)

def cc_binary(name, copts = [], **kwargs):
    _cc_binary(name = name, copts = _WARNINGS + copts, **kwargs)

def cc_test(name, copts = [], size = "small", deps = [], **kwargs):
    _cc_test(
        name = name,
        size = size,
        copts = _WARNINGS + copts,
        deps = deps + ["@com_google_googletest//:gtest_main"],
        **kwargs
    )
