"""The command line that every export of a model shares. Needs no library."""

import argparse
import os
import re

DTYPES = ["bfloat16", "float16", "float32"]
MODEL_ID = re.compile(r"[a-z0-9][a-z0-9._-]{0,63}")
SIZE = re.compile(r"([0-9]+)x([0-9]+)")


def arguments_of(description: str, sizes: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=description, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("source", help="folder of the model as diffusers saves it")
    parser.add_argument("models", help="folder of model folders to write to")
    parser.add_argument("id", type=model_id, help="name of the new folder")
    parser.add_argument("--name", help="what people read (the id)")
    parser.add_argument("--licence", required=True, help="SPDX id or name of the weights' licence")
    parser.add_argument("--dtype", choices=DTYPES, default="float16")
    parser.add_argument("--device", default="cuda", help="what traces: cuda or cpu")
    parser.add_argument("--size", type=_size, action="append", help="WIDTHxHEIGHT, repeatable")
    parser.add_argument("--check", action="store_true", help="compare with the original")
    arguments = parser.parse_args()
    if not os.path.isfile(os.path.join(arguments.source, "model_index.json")):
        parser.error(f"{arguments.source} holds no model_index.json")
    if os.path.exists(os.path.join(arguments.models, arguments.id)):
        parser.error(f"{arguments.id} is there already")
    arguments.size = arguments.size or [_size(size) for size in sizes]
    arguments.folder = os.path.join(arguments.models, arguments.id)
    return arguments


def model_id(text: str) -> str:
    if not MODEL_ID.fullmatch(text):
        raise argparse.ArgumentTypeError(f"{text!r} is not like {MODEL_ID.pattern}")
    return text


def _size(text: str) -> tuple[int, int]:
    match = SIZE.fullmatch(text)
    if not match:
        raise argparse.ArgumentTypeError(f"{text!r} is not like 1024x768")
    return int(match[1]), int(match[2])
