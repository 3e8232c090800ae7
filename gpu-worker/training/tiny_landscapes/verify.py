"""Reloads a model folder as the product does, checks it against model.json and draws sheets."""

import argparse
import hashlib
import json
import os
import time

import torch
from torch import Tensor, nn

from .manifest import MODULE_FILES
from .pictures import save_sheet
from .sampling import PROMPTS, sample
from .tokenizer import Tokenizer

SHEET_SEED = 7
STYLE_SCENE = "a sailboat on a lake with mountains at sunset"
STYLES = [
    "", ", watercolor", ", pixel art", ", oil painting", ", pencil sketch", ", old photograph",
]
COLORS = ["red", "blue", "yellow"]
PLACES = [
    "a meadow at noon", "a snowy field at night", "an autumn field at sunset",
    "a field of flowers at dawn",
]


class ExportedModel:
    def __init__(self, folder: str):
        self.tokenizer = Tokenizer(os.path.join(folder, "tokenizer.json"))
        self.modules: dict[str, nn.Module] = {
            name: torch.jit.load(os.path.join(folder, name)).float().eval() for name in MODULE_FILES
        }

    def pictures(self, prompts: list[str], **options) -> Tensor:
        """RGB [B,3,128,128] in -1..1"""
        denoiser = self.modules["denoiser.pt"]
        latents = sample(
            self.modules["text_encoder.pt"], denoiser, self.tokenizer, prompts, **options
        )
        with torch.no_grad():
            return self.modules["vae_decoder.pt"](latents)


def check_files(folder: str) -> None:
    with open(os.path.join(folder, "model.json"), encoding="utf-8") as file:
        entries = json.load(file)["files"]
    for name, entry in entries.items():
        with open(os.path.join(folder, name), "rb") as file:
            content = file.read()
        if hashlib.sha256(content).hexdigest() != entry["sha256"]:
            raise ValueError(f"{name} is not the file that model.json names")


def check_seeds(model: ExportedModel) -> None:
    prompt = PROMPTS[:1]
    first, again = model.pictures(prompt, seed=3), model.pictures(prompt, seed=3)
    other = model.pictures(prompt, seed=4)
    if not torch.equal(first, again):
        raise ValueError("the same seed gave two pictures")
    if torch.equal(first, other):
        raise ValueError("two seeds gave the same picture")


def compare(model: ExportedModel, reference: ExportedModel) -> None:
    """How far the pictures of two folders are apart; 0..255."""
    for i, prompt in enumerate(PROMPTS):
        seed = SHEET_SEED + i
        ours = model.pictures([prompt], seed=seed)
        theirs = reference.pictures([prompt], seed=seed)
        difference = (ours - theirs).abs() * 127.5
        print(f"{difference.mean():6.2f} mean {difference.max():6.2f} max  {prompt}")


def draw_sheets(model: ExportedModel, folder: str) -> None:
    os.makedirs(folder, exist_ok=True)
    prompts = model.pictures(PROMPTS, seed=SHEET_SEED)
    save_sheet(prompts, 4, os.path.join(folder, "prompts.png"))
    styles = [model.pictures([STYLE_SCENE + style], seed=21) for style in STYLES]
    save_sheet(torch.cat(styles), len(STYLES), os.path.join(folder, "styles.png"))
    scenes = [f"a {color} house in {place}" for color in COLORS for place in PLACES]
    houses = [model.pictures([scene], seed=31) for scene in scenes]
    save_sheet(torch.cat(houses), len(PLACES), os.path.join(folder, "houses.png"))


def measure_time(model: ExportedModel, steps: int = 16) -> float:
    """Seconds for one picture once the modules are warm."""
    for _ in range(2):
        model.pictures(PROMPTS[:1], steps=2)
    start = time.monotonic()
    model.pictures(PROMPTS[:1], steps=steps)
    return time.monotonic() - start


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("model", help="model folder")
    parser.add_argument("--sheets", help="folder to draw sheets into")
    parser.add_argument("--compare", help="another model folder with the same tokenizer")
    parser.add_argument("--threads", type=int, default=1)
    arguments = parser.parse_args()
    torch.set_num_threads(arguments.threads)
    check_files(arguments.model)
    model = ExportedModel(arguments.model)
    check_seeds(model)
    print(f"{measure_time(model):.2f} s for 16 steps with guidance, {arguments.threads} thread(s)")
    if arguments.compare:
        compare(model, ExportedModel(arguments.compare))
    if arguments.sheets:
        draw_sheets(model, arguments.sheets)


if __name__ == "__main__":
    main()
