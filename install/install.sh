#!/bin/sh
# Copies claimcheck's headers, shared library and pkg-config file:
#   bazel run -c opt //install -- PREFIX
set -eu
if [ $# != 1 ] || [ -z "$1" ]; then
  echo "usage: bazel run -c opt //install -- PREFIX" >&2
  exit 2
fi
case $1 in
  /*) prefix=$1 ;;
  *) prefix=${BUILD_WORKING_DIRECTORY:-$PWD}/$1 ;;
esac
include=$prefix/include/claimcheck
lib=$prefix/lib

header() {
  mkdir -p "$include/$(dirname "$2")"
  install -m 644 "$1" "$include/$2"
}
%{headers}

mkdir -p "$lib/pkgconfig"
install -m 755 '%{library}' "$lib/%{soname}"
ln -sf '%{soname}' "$lib/libclaimcheck.so"
cat >"$lib/pkgconfig/claimcheck.pc" <<PC
prefix=$prefix
includedir=\${prefix}/include/claimcheck
libdir=\${prefix}/lib

Name: claimcheck
Description: Finds what documents say differently
Version: %{version}
Requires: %{requires}
Cflags: -I\${includedir}
Libs: -L\${libdir} -lclaimcheck
PC
echo "claimcheck %{version} is in $prefix"
