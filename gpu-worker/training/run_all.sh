#!/bin/sh
# The whole recipe: WORK gets data and checkpoints, MODEL gets the model folder.
# usage: run_all.sh WORK MODEL [PICTURES] [AUTOENCODER_MINUTES] [DENOISER_MINUTES] [DECODER_MINUTES]
# Checkpoints in WORK/run (ae.pt, diff.pt) and MODEL/tokenizer.json are gone on from if they are there.
set -eu
work=$(realpath -m "$1")
model=$(realpath -m "$2")
pictures=${3:-60000}
autoencoder_minutes=${4:-40}
denoiser_minutes=${5:-90}
decoder_minutes=${6:-15}
shard=${SHARD:-4000}
port=${PORT:-29517}
python=${PYTHON:-/usr/bin/python3}

cd "$(dirname "$0")"
export OMP_WAIT_POLICY=PASSIVE PYTHONDONTWRITEBYTECODE=1
data=$work/data
run=$work/run
mkdir -p "$data" "$run" "$model"

"$python" -m tiny_landscapes.render_data "$data" "$pictures" --shard "$shard"
if [ ! -e "$model/tokenizer.json" ]; then
    "$python" -m tiny_landscapes.train_tokenizer "$data" "$model/tokenizer.json"
fi
if [ "$autoencoder_minutes" != 0 ]; then
    "$python" -m tiny_landscapes.train_autoencoder "$data" "$run" "$autoencoder_minutes"
fi
"$python" -m tiny_landscapes.encode "$data" "$run"

resume=
if [ -e "$run/diff.pt" ]; then
    resume="--resume $run/diff.pt"
fi
train_denoiser() {
    # shellcheck disable=SC2086 # $resume is an option with its value, or nothing
    RANK=$1 WORLD=2 OMP_NUM_THREADS=1 "$python" -m tiny_landscapes.train_denoiser \
        "$data" "$run" "$model/tokenizer.json" "$denoiser_minutes" --port "$port" $resume
}
train_denoiser 1 &
second=$!
train_denoiser 0
wait "$second"

if [ "$decoder_minutes" != 0 ]; then
    "$python" -m tiny_landscapes.train_decoder "$data" "$run" "$decoder_minutes"
fi
"$python" -m tiny_landscapes.export "$data" "$run" "$model"
"$python" -m tiny_landscapes.verify "$model" --sheets "$work/sheets"
