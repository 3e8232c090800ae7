#!/usr/bin/env bash
# What only a machine with an NVIDIA GPU can tell. Needs the driver for CUDA 13 (580 or newer), CUDA
# 13 and cuDNN 9 where the system or LD_LIBRARY_PATH finds them, JDK 17 and Maven.
#
#   ./gpu-check.sh          tests that are skipped elsewhere, then the tables below
#   ./gpu-check.sh tables   the tables only
#
# It prints the bandwidth of every kernel beside the driver's own copy, and how long a picture takes
# with our loop and, where Python has torch, with the same loop and the same networks there.
#
# Nobody has run this on a GPU yet. All parts of it ran on a processor or against the stand-in for
# the driver that the tests build.
set -euo pipefail
cd "$(dirname "$0")"
cache=target/native-cache
steps=20
pictures=10
python=${PYTHON:-python3}

if [ "${1:-}" != tables ]; then
    # GPU tests only: whatever loads libtorch for processors first would keep it for this process.
    (cd .. && mvn -q -Pgpu -pl .,contracts,platform install -DskipTests)
    (cd .. && mvn -Pgpu -pl gpu-worker test -Dgroups=gpu)
fi

libraries=target/gpu-classpath
(cd .. && mvn -q -Pgpu -pl gpu-worker test-compile dependency:build-classpath \
    -Dmdep.outputFile="$libraries")
java_with() {
    java -Xmx1g -cp "target/test-classes:target/classes:$(cat $libraries)" "$@"
}

java_with studio.pingvas.worker.cuda.KernelBandwidth "$cache" 0 200 1024 2048 4096
java_with studio.pingvas.worker.torch.PictureSpeed cuda "$cache" models/tiny "$steps" "$pictures"
if "$python" -c 'import torch' 2> /dev/null; then
    "$python" src/test/python/picture_speed.py cuda models/tiny "$steps" "$pictures"
else
    echo "Python has no torch here: nothing to compare with."
fi
