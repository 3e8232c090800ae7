"""Exports Stable Diffusion 1.x from a diffusers folder to a model folder.

Not run yet: it needs the weights, which do not come with this project.
"""

import torch
from diffusers import StableDiffusionPipeline
from torch import Tensor, nn
from transformers import CLIPTokenizerFast

from arguments import arguments_of
from manifest import SCHEDULERS, Export, trained_noise
from modules import ClipText

SIZES = ["512x512", "512x768", "768x512"]
LENGTH = 77


class Denoiser(nn.Module):
    """latents [B,4,H,W], timestep [B], text [B,77n,768] -> prediction [B,4,H,W]"""

    def __init__(self, unet: nn.Module):
        super().__init__()
        self.unet = unet

    def forward(self, latents: Tensor, timestep: Tensor, text: Tensor) -> Tensor:
        return self.unet(latents, timestep, encoder_hidden_states=text, return_dict=False)[0]


def inputs(rows: int, height: int, width: int, tokens: int, like: torch.Tensor) -> tuple:
    return (
        torch.randn(rows, 4, height, width).to(like),
        torch.full((rows,), 500.0).to(like),
        torch.randn(rows, tokens, 768).to(like),
    )


def main() -> None:
    arguments = arguments_of(__doc__, SIZES)
    pipeline = StableDiffusionPipeline.from_pretrained(
        arguments.source, torch_dtype=getattr(torch, arguments.dtype), safety_checker=None
    ).to(arguments.device)
    tokenizer = CLIPTokenizerFast.from_pretrained(arguments.source, subfolder="tokenizer")
    like = torch.empty(0, dtype=getattr(torch, arguments.dtype), device=arguments.device)
    export = Export(arguments)
    export.text_encoder(
        ClipText(pipeline.text_encoder, last=True),
        "text_encoder",
        tokenizer,
        {"length": LENGTH, "pad_id": tokenizer.pad_token_id, "max_chunks": 3},
    )
    export.network(
        Denoiser(pipeline.unet),
        "denoiser.pt",
        inputs(2, 64, 64, LENGTH, like),
        inputs(1, 64, 96, 2 * LENGTH, like),
    )
    export.autoencoder(pipeline.vae)
    prediction = {"epsilon": "epsilon", "v_prediction": "v"}
    export.manifest(
        "sd15",
        # Three halvings inside of the network, eight pixels to a latent.
        unit=64,
        steps=25,
        scale=7.5,
        prediction=prediction[pipeline.scheduler.config.prediction_type],
        shift=1.0,
        noise=trained_noise(pipeline.scheduler),
        schedulers=SCHEDULERS,
    )


if __name__ == "__main__":
    main()
