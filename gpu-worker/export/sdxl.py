"""Exports SDXL from a diffusers folder to a model folder.

Not run yet: it needs the weights, which do not come with this project.
"""

import torch
from diffusers import StableDiffusionXLPipeline
from torch import Tensor, nn
from transformers import CLIPTokenizerFast

from arguments import arguments_of
from manifest import SCHEDULERS, Export, trained_noise
from modules import ClipText

SIZES = ["1024x1024", "896x1152", "1152x896", "832x1216", "1216x832"]
LENGTH = 77


class PooledText(nn.Module):
    """ids [B,77] -> text [B,77,1280], pooled [B,1280] of the second encoder"""

    def __init__(self, encoder: nn.Module):
        super().__init__()
        self.encoder = encoder

    def forward(self, ids: Tensor) -> tuple[Tensor, Tensor]:
        output = self.encoder(ids, output_hidden_states=True, return_dict=True)
        return output.hidden_states[-2], output.text_embeds


class Denoiser(nn.Module):
    """latents [B,4,H,W], timestep [B], text [B,77n,2048], pooled [B,1280], size [B,6]"""

    def __init__(self, unet: nn.Module):
        super().__init__()
        self.unet = unet

    def forward(
        self, latents: Tensor, timestep: Tensor, text: Tensor, pooled: Tensor, size: Tensor
    ) -> Tensor:
        return self.unet(
            latents,
            timestep,
            encoder_hidden_states=text,
            added_cond_kwargs={"text_embeds": pooled, "time_ids": size},
            return_dict=False,
        )[0]


def inputs(rows: int, height: int, width: int, tokens: int, like: Tensor) -> tuple:
    numbers = [8.0 * height, 8.0 * width, 0.0, 0.0, 8.0 * height, 8.0 * width]
    return (
        torch.randn(rows, 4, height, width).to(like),
        torch.full((rows,), 500.0).to(like),
        torch.randn(rows, tokens, 2048).to(like),
        torch.randn(rows, 1280).to(like),
        torch.tensor([numbers] * rows).to(like),
    )


def main() -> None:
    arguments = arguments_of(__doc__, SIZES)
    pipeline = StableDiffusionXLPipeline.from_pretrained(
        arguments.source, torch_dtype=getattr(torch, arguments.dtype)
    ).to(arguments.device)
    like = torch.empty(0, dtype=getattr(torch, arguments.dtype), device=arguments.device)
    export = Export(arguments)
    first = CLIPTokenizerFast.from_pretrained(arguments.source, subfolder="tokenizer")
    second = CLIPTokenizerFast.from_pretrained(arguments.source, subfolder="tokenizer_2")
    export.text_encoder(
        ClipText(pipeline.text_encoder, last=False),
        "text_encoder",
        first,
        {"length": LENGTH, "pad_id": first.pad_token_id, "max_chunks": 3},
    )
    export.text_encoder(
        PooledText(pipeline.text_encoder_2),
        "text_encoder_2",
        second,
        {
            "length": LENGTH,
            "pad_id": second.pad_token_id,
            "outputs": ["text", "pooled"],
            "max_chunks": 3,
        },
    )
    export.network(
        Denoiser(pipeline.unet),
        "denoiser.pt",
        inputs(2, 128, 128, LENGTH, like),
        inputs(1, 104, 152, 2 * LENGTH, like),
    )
    export.autoencoder(pipeline.vae)
    prediction = {"epsilon": "epsilon", "v_prediction": "v"}
    export.manifest(
        "sdxl",
        # Two halvings inside of the network, eight pixels to a latent.
        unit=32,
        steps=30,
        scale=6.0,
        prediction=prediction[pipeline.scheduler.config.prediction_type],
        shift=1.0,
        noise=trained_noise(pipeline.scheduler),
        denoiser={"inputs": ["latents", "timestep", "text", "pooled", "size"]},
        schedulers=SCHEDULERS,
    )


if __name__ == "__main__":
    main()
