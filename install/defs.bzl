"""What consumers without Bazel need: headers, one shared library, a .pc file."""

load("@bazel_tools//tools/cpp:toolchain_utils.bzl", "find_cpp_toolchain")

def _shared_flag(flag):
    """The option for a library's shared object, of that for its archive."""
    if flag.startswith("-l:lib") and flag.endswith(".a"):
        return "-l" + flag[len("-l:lib"):-len(".a")]
    return flag

def _shared_library_impl(ctx):
    archives, flags = {}, {}
    for dep in ctx.attr.deps:
        for linked in dep[CcInfo].linking_context.linker_inputs.to_list():
            for library in linked.libraries:
                archive = library.pic_static_library or library.static_library
                if archive:
                    archives[archive] = None
            for flag in linked.user_link_flags:
                flags[_shared_flag(flag)] = None
    out = ctx.actions.declare_file(ctx.attr.soname)
    args = ctx.actions.args()
    args.add("-shared")
    args.add("-o", out)
    args.add("-Wl,-soname," + ctx.attr.soname)
    args.add("-Wl,--whole-archive")
    args.add_all(archives.keys())
    args.add("-Wl,--no-whole-archive")

    # A symbol that nothing defines is our mistake, not the consumer's.
    args.add_all(["-Wl,--as-needed", "-Wl,-z,defs"])
    args.add_all(flags.keys())
    args.add_all(["-lstdc++", "-lm"])
    toolchain = find_cpp_toolchain(ctx)
    ctx.actions.run(
        executable = toolchain.compiler_executable,
        arguments = [args],
        inputs = depset(archives.keys(), transitive = [toolchain.all_files]),
        outputs = [out],
        mnemonic = "LinkShared",
        progress_message = "Linking %s" % ctx.attr.soname,
        use_default_shell_env = True,
    )
    return [DefaultInfo(files = depset([out]))]

shared_library = rule(
    implementation = _shared_library_impl,
    doc = "One shared library of everything in `deps`, on the system's shared libraries.",
    attrs = {
        "deps": attr.label_list(providers = [CcInfo], mandatory = True),
        "soname": attr.string(mandatory = True),
        "_cc_toolchain": attr.label(
            default = Label("@bazel_tools//tools/cpp:current_cc_toolchain"),
        ),
    },
    toolchains = ["@bazel_tools//tools/cpp:toolchain_type"],
)

def _include_path(header):
    """How sources include a header: "claimcheck/v1/claim.pb.h"."""
    path = header.short_path
    if "/_virtual_imports/" in path:
        return path.split("/_virtual_imports/")[1].split("/", 1)[1]
    return path.split("/", 2)[2] if path.startswith("../") else path

def _installer_impl(ctx):
    headers = {}
    for dep in ctx.attr.deps:
        for header in dep[CcInfo].compilation_context.headers.to_list():
            if header.owner.workspace_name == ctx.label.workspace_name:
                headers[_include_path(header)] = header
    script = ctx.actions.declare_file(ctx.label.name + ".sh")
    ctx.actions.expand_template(
        template = ctx.file._template,
        output = script,
        is_executable = True,
        substitutions = {
            "%{headers}": "\n".join([
                "header '%s' '%s'" % (headers[path].short_path, path)
                for path in sorted(headers)
            ]),
            "%{library}": ctx.file.library.short_path,
            "%{requires}": " ".join(ctx.attr.requires),
            "%{soname}": ctx.file.library.basename,
            "%{version}": ctx.attr.version,
        },
    )
    return [DefaultInfo(
        executable = script,
        runfiles = ctx.runfiles(files = headers.values() + [ctx.file.library]),
    )]

installer = rule(
    implementation = _installer_impl,
    doc = "A program that copies headers, library and .pc file to a prefix.",
    executable = True,
    attrs = {
        "deps": attr.label_list(providers = [CcInfo], mandatory = True),
        "library": attr.label(allow_single_file = True, mandatory = True),
        "requires": attr.string_list(doc = "pkg-config modules that the headers need"),
        "version": attr.string(mandatory = True),
        "_template": attr.label(
            default = Label("//install:install.sh"),
            allow_single_file = True,
        ),
    },
)
