"""The project's dependencies, taken from Debian packages under /usr.

WORKSPACE mode only.  Each repository made here has the name that MODULE.bazel
gives to the registry's module, with the same labels as far as the project uses
them, so the BUILD files are the same in both modes.  Headers are not declared:
they lie in /usr/include, which compilers search anyway.
"""

_LIB_DIRS = [
    "/usr/lib/x86_64-linux-gnu",
    "/usr/lib/aarch64-linux-gnu",
    "/usr/lib64",
    "/usr/lib",
]

# Abseil's package -> target -> pkg-config module.  A target missing here is one
# that the project does not use yet.
_ABSL = {
    "absl/algorithm": {"container": "absl_algorithm_container"},
    "absl/base": {"core_headers": "absl_core_headers"},
    "absl/container": {
        "btree": "absl_btree",
        "flat_hash_map": "absl_flat_hash_map",
        "flat_hash_set": "absl_flat_hash_set",
        "inlined_vector": "absl_inlined_vector",
    },
    "absl/functional": {"function_ref": "absl_function_ref"},
    "absl/memory": {"memory": "absl_memory"},
    "absl/numeric": {"int128": "absl_int128"},
    "absl/status": {
        "status": "absl_status",
        "statusor": "absl_statusor",
    },
    "absl/strings": {
        "str_format": "absl_str_format",
        "strings": "absl_strings",
    },
    "absl/time": {"time": "absl_time"},
    "absl/types": {"span": "absl_span"},
}

_HEADER = "# Written by //bazel:system_deps.bzl.\n" + \
          "package(default_visibility = [\"//visibility:public\"])\n\n"

def _lib_dir(ctx, library, package):
    for candidate in _LIB_DIRS:
        if ctx.path(candidate + "/" + library).exists:
            return candidate
    fail("%s is in none of %s: apt-get install %s" % (library, _LIB_DIRS, package))

def _cc_library(name, linkopts = [], deps = []):
    return "cc_library(\n    name = %r,\n    linkopts = %r,\n    deps = %r,\n)\n\n" % (
        name,
        linkopts,
        deps,
    )

def _workspace(ctx):
    ctx.file("WORKSPACE", "workspace(name = %r)\n" % ctx.name)

def _parse_pc(text):
    """A .pc file's own library, if any, and the Abseil modules it requires."""
    library, requires = None, []
    for line in text.split("\n"):
        words = line.replace(",", " ").split(" ")
        if line.startswith("Requires:"):
            requires = [w for w in words if w.startswith("absl_")]
        elif line.startswith("Libs:"):
            for word in words:
                if word.startswith("-labsl_"):
                    library = word[len("-l"):]
    return struct(library = library, requires = requires)

def _absl_impl(ctx):
    # One cc_library for each pkg-config module: Bazel then puts the archives in
    # the order that the Requires lines give, which static linking needs.
    _workspace(ctx)
    pc_dir = _lib_dir(ctx, "libabsl_strings.a", "libabsl-dev") + "/pkgconfig/"
    modules = {}
    wanted = [m for targets in _ABSL.values() for m in targets.values()]
    for _ in range(100):  # Starlark has neither while nor recursion.
        found = []
        for module in wanted:
            if module not in modules:
                modules[module] = _parse_pc(ctx.read(ctx.path(pc_dir + module + ".pc")))
                found.extend(modules[module].requires)
        wanted = found
    text = _HEADER
    for module, pc in sorted(modules.items()):
        linkopts = ["-l:lib%s.a" % pc.library] if pc.library else []
        unique = {":" + dep: None for dep in pc.requires}
        text += _cc_library(module, linkopts, sorted(unique.keys()))
    ctx.file("BUILD.bazel", text)
    for package, targets in _ABSL.items():
        text = _HEADER
        for target, module in targets.items():
            text += "alias(name = %r, actual = %r)\n" % (target, "//:" + module)
        ctx.file(package + "/BUILD.bazel", text)

_absl = repository_rule(implementation = _absl_impl, local = True)

def _library_impl(ctx):
    """One BUILD file whose targets are link options of libraries under /usr."""
    _workspace(ctx)
    for library in ctx.attr.files:
        _lib_dir(ctx, library, ctx.attr.debian_package)
    text = _HEADER
    if ctx.attr.include:
        # A folder below /usr/include that the compiler does not search itself.
        include, folder = ctx.attr.include.split(":")
        if not ctx.path(include + "/" + folder).exists:
            fail("%s is missing: apt-get install %s" % (include, ctx.attr.debian_package))
        ctx.symlink(include + "/" + folder, "include/" + folder)
        text += ("cc_library(\n    name = \"headers\",\n    hdrs = glob([\"include/**\"]),\n" +
                 "    includes = [\"include\"],\n)\n\n")
    for target, linkopts in ctx.attr.targets.items():
        deps = [":" + d for d in ctx.attr.target_deps.get(target, [])]
        if ctx.attr.include:
            deps.append(":headers")
        text += _cc_library(target, linkopts, deps)
    ctx.file("BUILD.bazel", text)
    for label, target in ctx.attr.aliases.items():
        ctx.file(
            label + "/BUILD.bazel",
            _HEADER + "alias(name = %r, actual = \"//:%s\")\n" % (label, target),
        )

_library = repository_rule(
    implementation = _library_impl,
    local = True,
    attrs = {
        # Packages of the registry's module that are no more than a target.
        "aliases": attr.string_dict(),
        "debian_package": attr.string(mandatory = True),
        "files": attr.string_list(mandatory = True),
        # "/usr/include/libxml2:libxml": where to search, and what for.
        "include": attr.string(),
        "target_deps": attr.string_list_dict(),
        "targets": attr.string_list_dict(mandatory = True),
    },
)

def _headers_impl(ctx):
    """A library of headers alone."""
    _workspace(ctx)
    if not ctx.path(ctx.attr.header).exists:
        fail("%s is missing: apt-get install %s" % (ctx.attr.header, ctx.attr.debian_package))
    ctx.file("BUILD.bazel", _HEADER + _cc_library(ctx.attr.target))

_headers = repository_rule(
    implementation = _headers_impl,
    local = True,
    attrs = {
        "debian_package": attr.string(mandatory = True),
        "header": attr.string(mandatory = True),
        "target": attr.string(mandatory = True),
    },
)

_PROTOBUF = """
filegroup(
    name = "protoc",
    srcs = ["bin/protoc"],
)

proto_lang_toolchain(
    name = "cc_toolchain",
    command_line = "--cpp_out=$(OUT)",
    runtime = ":protobuf",
)

"""

def _protobuf_impl(ctx):
    """The compiler, the runtime and the toolchain that cc_proto_library wants."""
    _workspace(ctx)
    _lib_dir(ctx, "libprotobuf.a", "libprotobuf-dev")
    if not ctx.path("/usr/bin/protoc").exists:
        fail("/usr/bin/protoc is missing: apt-get install protobuf-compiler")
    ctx.symlink("/usr/bin/protoc", "bin/protoc")
    ctx.file("BUILD.bazel", _HEADER + _PROTOBUF + _cc_library(
        "protobuf",
        ["-l:libprotobuf.a", "-lz", "-pthread"],
    ))
    ctx.file("bazel/BUILD.bazel", "")
    for rule in ["proto_library", "cc_proto_library"]:
        ctx.file("bazel/%s.bzl" % rule, "%s = native.%s\n" % (rule, rule))

_protobuf = repository_rule(implementation = _protobuf_impl, local = True)

def _native_rules_impl(ctx):
    """Re-exports native rules from the .bzl files that the real module has."""
    _workspace(ctx)
    ctx.file("BUILD.bazel", "")
    ctx.file(ctx.attr.package + "/BUILD.bazel", _HEADER + ctx.attr.build)
    text = ""
    for rule in ctx.attr.rules:
        text += "%s = native.%s\n" % (rule, rule)
        ctx.file("%s/%s.bzl" % (ctx.attr.package, rule), "%s = native.%s\n" % (rule, rule))
    ctx.file(ctx.attr.package + "/defs.bzl", text)

_native_rules = repository_rule(
    implementation = _native_rules_impl,
    local = True,
    attrs = {
        "build": attr.string(),
        "package": attr.string(),
        "rules": attr.string_list(),
    },
)

def _no_coverage_impl(ctx):
    # Tests depend on these two labels; without a network there is nothing to fetch.
    _workspace(ctx)
    ctx.file("unavailable.sh", "#!/bin/sh\necho 'no coverage tools offline' >&2\nexit 1\n")
    ctx.file("BUILD.bazel", _HEADER + "".join([
        "filegroup(name = %r, srcs = [\"unavailable.sh\"])\n" % name
        for name in ["coverage_report_generator", "lcov_merger"]
    ]))

_no_coverage = repository_rule(implementation = _no_coverage_impl, local = True)

# The files of WordNet that the build reads, and where Debian has them.
_WORDNET_DIR = "/usr/share/wordnet/"
_WORDNET_FILES = [
    name
    for part in ["noun", "verb", "adj", "adv"]
    for name in ["data." + part, "index." + part, part + ".exc"]
]

def _wordnet_impl(ctx):
    _workspace(ctx)
    for name in _WORDNET_FILES:
        if not ctx.path(_WORDNET_DIR + name).exists:
            fail("%s is missing: apt-get install wordnet-base" % (_WORDNET_DIR + name))
        ctx.symlink(_WORDNET_DIR + name, name)
    ctx.file("BUILD.bazel", _HEADER + "filegroup(name = \"files\", srcs = %r)\n" % _WORDNET_FILES)

# Data, not a library: the same in both modes.
wordnet_files = repository_rule(implementation = _wordnet_impl, local = True)

def system_deps():
    """Defines every repository that building and testing the project needs."""
    _absl(name = "com_google_absl")
    _protobuf(name = "com_google_protobuf")
    _library(
        name = "com_googlesource_code_re2",
        debian_package = "libre2-dev",
        files = ["libre2.a"],
        targets = {"re2": ["-l:libre2.a", "-pthread"]},
    )
    _library(
        name = "com_google_googletest",
        debian_package = "libgtest-dev libgmock-dev",
        files = ["libgtest.a", "libgmock.a"],
        targets = {
            "gtest": ["-lgmock", "-lgtest", "-pthread"],
            "gtest_main": ["-lgmock_main"],
        },
        target_deps = {"gtest_main": ["gtest"]},
    )
    _library(
        name = "com_google_benchmark",
        debian_package = "libbenchmark-dev",
        files = ["libbenchmark.so", "libbenchmark_main.a"],
        targets = {
            "benchmark": ["-lbenchmark", "-pthread"],
            "benchmark_main": ["-lbenchmark_main"],
        },
        target_deps = {"benchmark_main": ["benchmark"]},
    )
    _library(
        name = "utf8proc",
        debian_package = "libutf8proc-dev",
        files = ["libutf8proc.a"],
        targets = {"utf8proc": ["-l:libutf8proc.a"]},
    )
    wordnet_files(name = "wordnet")
    # Readers of file formats, each linked by its reader only, and as shared
    # libraries: what their archives need in turn (ICU, OpenSSL) is large.
    _library(
        name = "libxml2",
        debian_package = "libxml2-dev",
        files = ["libxml2.so"],
        include = "/usr/include/libxml2:libxml",
        targets = {"libxml2": ["-lxml2"]},
    )
    _library(
        name = "libarchive",
        debian_package = "libarchive-dev",
        files = ["libarchive.so"],
        aliases = {"libarchive": "archive"},
        targets = {"archive": ["-larchive"]},
    )
    _library(
        name = "md4c",
        debian_package = "libmd4c-dev",
        files = ["libmd4c.so"],
        targets = {"md4c": ["-lmd4c"]},
    )
    _library(
        name = "zlib",
        debian_package = "zlib1g-dev",
        files = ["libz.so"],
        targets = {"zlib": ["-lz"]},
    )
    _headers(
        name = "nlohmann_json",
        debian_package = "nlohmann-json3-dev",
        header = "/usr/include/nlohmann/json.hpp",
        target = "json",
    )
    _native_rules(
        name = "rules_cc",
        package = "cc",
        rules = ["cc_binary", "cc_import", "cc_library", "cc_test", "cc_toolchain", "cc_toolchain_suite"],
        build = "alias(name = \"toolchain_type\", actual = \"@bazel_tools//tools/cpp:toolchain_type\")\n",
    )
    _native_rules(
        name = "rules_java",
        package = "java",
        rules = ["java_binary", "java_import", "java_library", "java_runtime", "java_toolchain"],
    )
    _no_coverage(name = "remote_coverage_tools")
