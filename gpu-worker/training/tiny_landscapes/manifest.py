"""model.json: what the product must know about the model to run it."""

import hashlib
import json
import os
import re

from torch import Tensor

from .autoencoder import DOWNSAMPLE, LATENT_CHANNELS
from .sampling import TRAIN_TIMESTEPS
from .scenes.canvas import SIZE
from .tokenizer import LENGTH

MODULE_FILES = ["text_encoder.pt", "denoiser.pt", "vae_decoder.pt", "vae_encoder.pt"]
TOKENIZER_FILE = "tokenizer.json"
SCHEDULER = "flow-match-euler"
OTHER_SCHEDULERS = ["dpmpp-2m", "unipc", "euler-ancestral"]
UPSCALES = (1, 2, 4)
DESCRIPTION = (
    "A tiny latent diffusion model trained only on rendered toy landscapes: it shows the whole "
    "path on any CPU and is no replacement for a real model."
)
NUMBER_LIST = re.compile(r"\[\s+([-+.\de,\s]+?)\s+\]")


def write_manifest(folder: str, preview_rows: Tensor, preview_bias: Tensor, pad_id: int) -> None:
    manifest = {
        "format": 1,
        "id": "tiny",
        "name": "Tiny Landscapes (demonstration)",
        "description": DESCRIPTION,
        "base": "tiny",
        "type": "checkpoint",
        "licence": "Apache-2.0",
        "files": {name: _file_entry(folder, name) for name in [*MODULE_FILES, TOKENIZER_FILE]},
        "latent": _latent(preview_rows, preview_bias),
        "native_size": {"width": SIZE, "height": SIZE},
        "sizes": [
            {"width": SIZE * factor, "height": SIZE * factor, "upscale": factor}
            for factor in UPSCALES
        ],
        "prediction": "flow",
        "train_timesteps": TRAIN_TIMESTEPS,
        "shift": 1.0,
        "schedulers": [SCHEDULER, *OTHER_SCHEDULERS],
        "defaults": _defaults(),
        "text_encoders": [_text_encoder(pad_id)],
        "cost": {"seconds_fixed": 0.05, "seconds_per_step_mpx": 0.2},
    }
    text = NUMBER_LIST.sub(_on_one_line, json.dumps(manifest, indent=2))
    with open(os.path.join(folder, "model.json"), "w", encoding="utf-8") as file:
        file.write(text + "\n")


def _latent(preview_rows: Tensor, preview_bias: Tensor) -> dict:
    return {
        "channels": LATENT_CHANNELS,
        "downsample": DOWNSAMPLE,
        # The exported autoencoder normalises by itself.
        "scale": 1.0,
        "shift": 0.0,
        "preview_rgb": [_rounded(row) for row in preview_rows],
        "preview_bias": _rounded(preview_bias),
    }


def _defaults() -> dict:
    return {
        "scheduler": SCHEDULER,
        "steps": 16,
        "guidance": 3.0,
        "width": SIZE,
        "height": SIZE,
    }


def _text_encoder(pad_id: int) -> dict:
    return {
        "file": "text_encoder.pt",
        "tokenizer": TOKENIZER_FILE,
        "length": LENGTH,
        "pad_id": pad_id,
        "max_chunks": 3,
    }


def _file_entry(folder: str, name: str) -> dict:
    with open(os.path.join(folder, name), "rb") as file:
        content = file.read()
    return {"bytes": len(content), "sha256": hashlib.sha256(content).hexdigest()}


def _rounded(values: Tensor) -> list[float]:
    return [round(value, 4) for value in values.tolist()]


def _on_one_line(match: re.Match) -> str:
    return "[" + ", ".join(match.group(1).replace(",", " ").split()) + "]"
