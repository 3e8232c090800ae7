"""Writes the model folder: four TorchScript modules with half-precision weights, model.json.

tokenizer.json must be in the folder already: it belongs to the weights.
"""

import argparse
import os

import torch
from torch import Tensor, nn

from .autoencoder import Encoder
from .dataset import Images, Latents
from .denoiser import Denoiser
from .manifest import TOKENIZER_FILE, write_manifest
from .preview import fit_preview
from .text_encoder import TextEncoder
from .tokenizer import Tokenizer
from .train_decoder import load_decoder


class VaeDecoder(nn.Module):
    """Normalised latents [B,8,16,16] -> RGB [B,3,128,128] in -1..1"""

    def __init__(self, decoder: nn.Module, latents: Latents):
        super().__init__()
        self.decoder = decoder
        self.register_buffer("mean", latents.mean.view(1, -1, 1, 1))
        self.register_buffer("std", latents.deviation.view(1, -1, 1, 1))

    def forward(self, latents: Tensor) -> Tensor:
        return self.decoder(latents * self.std + self.mean).clamp(-1.0, 1.0)


class VaeEncoder(nn.Module):
    """RGB [B,3,128,128] in -1..1 -> normalised latents [B,8,16,16]"""

    def __init__(self, encoder: nn.Module, latents: Latents):
        super().__init__()
        self.encoder = encoder
        self.register_buffer("mean", latents.mean.view(1, -1, 1, 1))
        self.register_buffer("std", latents.deviation.view(1, -1, 1, 1))

    def forward(self, image: Tensor) -> Tensor:
        return (self.encoder(image) - self.mean) / self.std


def averaged_weights(checkpoint: dict, prefix: str) -> dict[str, Tensor]:
    averaged = checkpoint["ema"].items()
    return {name[len(prefix) :]: value for name, value in averaged if name.startswith(prefix)}


def load_modules(run: str, tokenizer: Tokenizer) -> dict[str, nn.Module]:
    """By file name without its ending."""
    latents = Latents.load(run)
    checkpoint = torch.load(os.path.join(run, "diff.pt"), map_location="cpu")
    text_encoder, denoiser = TextEncoder(tokenizer.size), Denoiser()
    text_encoder.load_state_dict(averaged_weights(checkpoint, "T."))
    denoiser.load_state_dict(averaged_weights(checkpoint, "D."))
    encoder = Encoder()
    encoder.load_state_dict(torch.load(os.path.join(run, "ae.pt"), map_location="cpu")["E"])
    return {
        "text_encoder": text_encoder,
        "denoiser": denoiser,
        "vae_decoder": VaeDecoder(load_decoder(run).cpu(), latents),
        "vae_encoder": VaeEncoder(encoder, latents),
    }


def export_module(module: nn.Module, path: str) -> None:
    module = module.to(memory_format=torch.contiguous_format).eval().half()
    for parameter in module.parameters():
        parameter.requires_grad_(False)
    torch.jit.save(torch.jit.script(module), path)
    print(path, os.path.getsize(path), "bytes")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", help="folder written by render_data, for the preview's colours")
    parser.add_argument("run", help="folder of checkpoints")
    parser.add_argument("model", help="folder to write, with tokenizer.json in it")
    arguments = parser.parse_args()
    tokenizer = Tokenizer(os.path.join(arguments.model, TOKENIZER_FILE))
    for name, module in load_modules(arguments.run, tokenizer).items():
        export_module(module, os.path.join(arguments.model, name + ".pt"))
    vae_encoder = torch.jit.load(os.path.join(arguments.model, "vae_encoder.pt")).float()
    rows, bias = fit_preview(vae_encoder, Images(arguments.data))
    write_manifest(arguments.model, rows, bias, tokenizer.end_id)


if __name__ == "__main__":
    main()
