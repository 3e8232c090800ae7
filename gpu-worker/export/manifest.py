"""model.json and the folder around it. Format: ../models/README.md."""

import argparse
import hashlib
import json
import os

import torch
from torch import Tensor, nn

from modules import VaeDecoder, VaeEncoder, compare, export_module

FLOW_SCHEDULERS = ["flow-match-euler", "dpmpp-2m", "unipc"]
SCHEDULERS = ["euler", "euler-ancestral", "ddim", "dpmpp-2m", "dpmpp-2m-karras", "unipc"]


class Export:
    """One model folder on its way."""

    def __init__(self, arguments: argparse.Namespace):
        self.arguments = arguments
        self.encoders: list[dict] = []
        os.makedirs(arguments.folder)

    def network(
        self,
        module: nn.Module,
        name: str,
        traced: tuple[Tensor, ...],
        other: tuple[Tensor, ...],
        original: nn.Module | None = None,
    ) -> None:
        """Traced with some inputs; compared with others, and with the original if it differs."""
        path = os.path.join(self.arguments.folder, name)
        export_module(module, path, *traced)
        if self.arguments.check:
            compare(original or module, path, *other)

    def text_encoder(self, module: nn.Module, name: str, tokenizer: object, entry: dict) -> None:
        """tokenizer: one of transformers' fast ones, or the text of a tokenizer.json"""
        length = entry["length"]
        device = self.arguments.device
        self.network(
            module,
            name + ".pt",
            (torch.ones(1, length, dtype=torch.long, device=device),),
            (torch.arange(2 * length, device=device).view(2, length),),
        )
        path = os.path.join(self.arguments.folder, name + ".json")
        if isinstance(tokenizer, str):
            with open(path, "w", encoding="utf-8") as file:
                file.write(tokenizer)
        else:
            tokenizer.backend_tokenizer.save(path)
        self.encoders.append({"file": name + ".pt", "tokenizer": name + ".json", **entry})

    def autoencoder(self, vae: nn.Module) -> None:
        """In float32 whatever the rest is: some autoencoders overflow in half precision."""
        vae = vae.to(self.arguments.device, torch.float32)
        channels = vae.config.latent_channels
        for module, name, depth, side in (
            (VaeDecoder(vae), "vae_decoder.pt", channels, 32),
            (VaeEncoder(vae), "vae_encoder.pt", 3, 256),
        ):
            square = torch.rand(1, depth, side, side, device=self.arguments.device)
            wide = torch.rand(2, depth, side, 2 * side, device=self.arguments.device)
            self.network(module, name, (square,), (wide,))
        rows, bias = preview_of(vae, channels)
        self.latent = {
            "channels": channels,
            "downsample": 8,
            "scale": vae.config.scaling_factor,
            "shift": vae.config.shift_factor or 0.0,
            "preview_rgb": rows,
            "preview_bias": bias,
        }

    def manifest(self, base: str, unit: int, steps: int, scale: float, **fields: object) -> None:
        """
        unit: what sides are multiples of; scale: of guidance where a request names none;
        fields: more of the manifest
        """
        sizes = [
            {"width": width, "height": height, "upscale": 1}
            for width, height in self.arguments.size
        ]
        for size in sizes:
            if size["width"] % unit or size["height"] % unit:
                raise SystemExit(f"{size['width']}x{size['height']} is no multiple of {unit}")
        files = sorted(os.listdir(self.arguments.folder))
        content = {
            "format": 1,
            "id": self.arguments.id,
            "name": self.arguments.name or self.arguments.id,
            "description": f"Exported from diffusers in {self.arguments.dtype}.",
            "base": base,
            "type": "checkpoint",
            "licence": self.arguments.licence,
            "files": {
                name: file_entry(os.path.join(self.arguments.folder, name)) for name in files
            },
            "latent": self.latent,
            "native_size": {side: sizes[0][side] for side in ("width", "height")},
            "sizes": sizes,
            "train_timesteps": 1000,
            **fields,
            "defaults": {
                "scheduler": fields["schedulers"][0],
                "steps": steps,
                "guidance": scale,
                **{side: sizes[0][side] for side in ("width", "height")},
            },
            "text_encoders": self.encoders,
            "cost": {"seconds_fixed": 1.0, "seconds_per_step_mpx": 0.1},
        }
        with open(os.path.join(self.arguments.folder, "model.json"), "w", encoding="utf-8") as file:
            json.dump(content, file, indent=2, ensure_ascii=False)
            file.write("\n")
        print("cost in model.json is a guess: measure it on the reference GPU")


def file_entry(path: str) -> dict:
    digest = hashlib.sha256()
    with open(path, "rb") as file:
        while block := file.read(1 << 20):
            digest.update(block)
    return {"bytes": os.path.getsize(path), "sha256": digest.hexdigest()}


def trained_noise(scheduler: object) -> dict:
    config = scheduler.config
    curves = {"linear": "linear", "scaled_linear": "scaled-linear"}
    return {
        "beta_start": config.beta_start,
        "beta_end": config.beta_end,
        "curve": curves[config.beta_schedule],
        "spacing": config.get("timestep_spacing", "leading"),
    }


def shift_of(scheduler: object) -> dict:
    config = scheduler.config
    if not config.use_dynamic_shifting:
        return {"shift": float(config.shift)}
    return {
        "shift": 1.0,
        "dynamic_shift": {
            "base_tokens": config.base_image_seq_len,
            "base_shift": config.base_shift,
            "max_tokens": config.max_image_seq_len,
            "max_shift": config.max_shift,
        },
    }


def preview_of(vae: nn.Module, channels: int) -> tuple[list[list[float]], list[float]]:
    """Least squares from smooth random latents to the colours that they decode to."""
    generator = torch.Generator().manual_seed(0)
    coarse = torch.randn(16, channels, 4, 4, generator=generator)
    latents = nn.functional.interpolate(coarse, scale_factor=4.0, mode="bilinear")
    with torch.no_grad():
        raw = latents.to(vae.device) / vae.config.scaling_factor + (vae.config.shift_factor or 0.0)
        image = vae.decode(raw, return_dict=False)[0].clamp(-1, 1).cpu()
    colours = nn.functional.avg_pool2d(image, 8).permute(0, 2, 3, 1).reshape(-1, 3) / 2 + 0.5
    inputs = latents.permute(0, 2, 3, 1).reshape(-1, channels)
    inputs = torch.cat([inputs, torch.ones(inputs.shape[0], 1)], dim=1)
    solution = torch.linalg.lstsq(inputs, colours).solution
    rows = [[round(value, 4) for value in row] for row in solution.tolist()]
    return rows[:-1], rows[-1]
