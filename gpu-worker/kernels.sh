#!/usr/bin/env bash
# Builds the kernels from src/main/cuda: a fatbin for GPUs (nvcc) and a library for the processor
# (g++). Both are checked in, so that nobody needs these compilers; who changes a kernel runs this.
#
#   ./kernels.sh                   builds both where they are checked in, and notes what they are of
#   ./kernels.sh fatbin FILE       builds one of them into a file
#   ./kernels.sh library FILE
#   ./kernels.sh sources           prints the digest of all that they are built from
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
export LC_ALL=C

resources=src/main/resources/kernels
architectures=(75 80 86 89 90 100 120)

# Later GPUs translate the oldest virtual code themselves.
fatbin() {
    local file targets=() architecture
    file=$(realpath -m "$1")
    for architecture in "${architectures[@]}"; do
        targets+=(-gencode "arch=compute_$architecture,code=sm_$architecture")
    done
    targets+=(-gencode "arch=compute_${architectures[0]},code=compute_${architectures[0]}")
    # From the folder of the sources: the path of a source becomes part of the file.
    (cd src/main/cuda && nvcc -std=c++17 --fmad=false --compress-mode=none \
        --Werror all-warnings "${targets[@]}" -fatbin -o "$file" kernels.cu)
}

# Needs no library but libc. x86-64-v3 is AVX2 and FMA.
library() {
    local file java
    file=$(realpath -m "$1")
    java=${JAVA_HOME:-$(dirname "$(dirname "$(readlink -f "$(command -v javac)")")")}
    (cd src/main/native && g++ -std=c++17 -O3 -march=x86-64-v3 -ffp-contract=off \
        -fno-math-errno -fno-trapping-math -fno-exceptions -fno-rtti -fvisibility=hidden \
        -shared -fPIC -nostdlib -Wall -Wextra -Werror -Wl,--build-id=none -Wl,--no-undefined -s \
        -I "$java/include" -I "$java/include/linux" -I ../cuda \
        -o "$file" NativeKernels.cpp -lc -lgcc)
    chmod 644 "$file"
}

sources() {
    sha256sum kernels.sh src/main/cuda/*.cu src/main/cuda/*.h src/main/native/*.cpp |
        sha256sum | cut -d ' ' -f 1
}

digest() {
    sha256sum "$1" | cut -d ' ' -f 1
}

build_both() {
    mkdir -p "$resources"
    fatbin "$resources/kernels.fatbin"
    library "$resources/kernels-x86-64-v3.so"
    cat >"$resources/build.properties" <<END
# Written by kernels.sh: what the files beside it were built from, and by which compilers.
sources=$(sources)
fatbin=$(digest "$resources/kernels.fatbin")
fatbin.compiler=$(nvcc --version | tail -n 1)
library=$(digest "$resources/kernels-x86-64-v3.so")
library.compiler=$(g++ --version | head -n 1)
END
}

case "${1:-both}" in
both) build_both ;;
fatbin) fatbin "$2" ;;
library) library "$2" ;;
sources) sources ;;
*)
    sed -n '2,9s/^# \{0,1\}//p' "${BASH_SOURCE[0]}" >&2
    exit 2
    ;;
esac
