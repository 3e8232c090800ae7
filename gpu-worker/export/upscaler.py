"""Exports an upscaler that spandrel can read (ESRGAN and its kin) to a folder.

Not run yet: it needs weights, which do not come with this project.
"""

import argparse
import json
import os

import torch
from spandrel import ImageModelDescriptor, ModelLoader
from torch import Tensor, nn

from arguments import model_id
from manifest import file_entry
from modules import compare, export_module


class Upscaler(nn.Module):
    """RGB [1,3,H,W] in -1..1 -> the same, larger; the original counts from 0 to 1"""

    def __init__(self, model: nn.Module):
        super().__init__()
        self.model = model

    def forward(self, image: Tensor) -> Tensor:
        return self.model(image / 2 + 0.5) * 2 - 1


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("source", help="file of weights")
    parser.add_argument("models", help="folder of model folders to write to")
    parser.add_argument("id", type=model_id, help="name of the new folder")
    parser.add_argument("--name", help="what people read (the id)")
    parser.add_argument("--licence", required=True, help="SPDX id or name of the weights' licence")
    parser.add_argument("--tile", type=int, default=256, help="side of the pieces, in pixels")
    parser.add_argument("--margin", type=int, default=16, help="pixels around them that matter")
    parser.add_argument("--device", default="cuda")
    parser.add_argument("--check", action="store_true", help="compare with the original")
    arguments = parser.parse_args()
    folder = os.path.join(arguments.models, arguments.id)
    if not os.path.isfile(arguments.source):
        parser.error(f"{arguments.source} is no file")
    if os.path.exists(folder):
        parser.error(f"{arguments.id} is there already")
    loaded = ModelLoader().load_from_file(arguments.source)
    if not isinstance(loaded, ImageModelDescriptor) or loaded.scale not in (2, 4):
        parser.error("only upscalers by 2 and 4 can be used")
    os.makedirs(folder)
    module = Upscaler(loaded.model.to(arguments.device).float())
    path = os.path.join(folder, "upscaler.pt")
    export_module(module, path, torch.rand(1, 3, 64, 64, device=arguments.device))
    if arguments.check:
        compare(module, path, torch.rand(1, 3, 48, 80, device=arguments.device))
    manifest = {
        "format": 1,
        "id": arguments.id,
        "name": arguments.name or arguments.id,
        "licence": arguments.licence,
        "files": {"upscaler.pt": file_entry(path)},
        "scale": loaded.scale,
        "tile": arguments.tile,
        "margin": arguments.margin,
    }
    with open(os.path.join(folder, "upscaler.json"), "w", encoding="utf-8") as file:
        json.dump(manifest, file, indent=2, ensure_ascii=False)
        file.write("\n")


if __name__ == "__main__":
    main()
