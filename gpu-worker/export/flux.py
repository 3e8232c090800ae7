"""Exports FLUX.1 (dev or schnell) from a diffusers folder to a model folder.

Not run yet: it needs the weights, which do not come with this project.
"""

import torch
from diffusers import FluxPipeline
from torch import Tensor, nn
from transformers import CLIPTokenizerFast, T5TokenizerFast

from arguments import arguments_of
from manifest import FLOW_SCHEDULERS, Export, shift_of
from modules import ClipPooled

SIZES = ["1024x1024", "896x1152", "1152x896", "832x1216", "1216x832", "512x512"]
CLIP_LENGTH = 77


class T5Text(nn.Module):
    """ids [B,length] -> text [B,length,4096]; padding is seen, as it was in training"""

    def __init__(self, encoder: nn.Module):
        super().__init__()
        self.encoder = encoder

    def forward(self, ids: Tensor) -> Tensor:
        return self.encoder(ids, return_dict=False)[0]


class Denoiser(nn.Module):
    """latents [B,16,H,W], timestep 0..1000 [B], text, pooled, guidance [B] -> velocity

    The network sees two by two latents as one token of 64 numbers, and is told where each lies.
    """

    def __init__(self, transformer: nn.Module, guided: bool):
        super().__init__()
        self.transformer = transformer
        self.guided = guided

    def forward(
        self,
        latents: Tensor,
        timestep: Tensor,
        text: Tensor,
        pooled: Tensor,
        guidance: Tensor | None = None,
    ) -> Tensor:
        rows, channels, height, width = latents.shape
        tall, wide = height // 2, width // 2
        tokens = latents.view(rows, channels, tall, 2, wide, 2).permute(0, 2, 4, 1, 3, 5)
        across = torch.arange(wide, device=latents.device).to(latents).expand(tall, wide)
        down = torch.arange(tall, device=latents.device).to(latents)[:, None].expand(tall, wide)
        places = torch.stack([torch.zeros_like(down), down, across], dim=-1)
        velocity = self.transformer(
            hidden_states=tokens.reshape(rows, tall * wide, channels * 4),
            timestep=timestep / 1000,
            guidance=guidance if self.guided else None,
            pooled_projections=pooled,
            encoder_hidden_states=text,
            txt_ids=torch.zeros(text.shape[1], 3, device=text.device).to(latents),
            img_ids=places.reshape(tall * wide, 3),
            return_dict=False,
        )[0]
        patches = velocity.view(rows, tall, wide, channels, 2, 2).permute(0, 3, 1, 4, 2, 5)
        return patches.reshape(rows, channels, height, width)


def inputs(rows: int, height: int, width: int, length: int, guided: bool, like: Tensor) -> tuple:
    told = (torch.full((rows,), 3.5).to(like),) if guided else ()
    return (
        torch.randn(rows, 16, height, width).to(like),
        torch.full((rows,), 500.0).to(like),
        torch.randn(rows, length, 4096).to(like),
        torch.randn(rows, 768).to(like),
        *told,
    )


def main() -> None:
    arguments = arguments_of(__doc__, SIZES)
    pipeline = FluxPipeline.from_pretrained(
        arguments.source, torch_dtype=getattr(torch, arguments.dtype)
    ).to(arguments.device)
    guided = pipeline.transformer.config.guidance_embeds
    # dev was trained with 512 tokens, schnell with 256.
    length = 512 if guided else 256
    like = torch.empty(0, dtype=getattr(torch, arguments.dtype), device=arguments.device)
    export = Export(arguments)
    clip = CLIPTokenizerFast.from_pretrained(arguments.source, subfolder="tokenizer")
    t5 = T5TokenizerFast.from_pretrained(arguments.source, subfolder="tokenizer_2")
    export.text_encoder(
        ClipPooled(pipeline.text_encoder),
        "clip",
        clip,
        {"length": CLIP_LENGTH, "pad_id": clip.pad_token_id, "outputs": ["pooled"]},
    )
    export.text_encoder(
        T5Text(pipeline.text_encoder_2), "t5", t5, {"length": length, "pad_id": t5.pad_token_id}
    )
    export.network(
        Denoiser(pipeline.transformer, guided),
        "denoiser.pt",
        inputs(1, 128, 128, length, guided, like),
        inputs(2, 104, 152, length, guided, like),
    )
    export.autoencoder(pipeline.vae)
    names = ["latents", "timestep", "text", "pooled", *(["guidance"] if guided else [])]
    export.manifest(
        "flux",
        unit=16,
        steps=28 if guided else 4,
        scale=3.5 if guided else 1.0,
        prediction="flow",
        **shift_of(pipeline.scheduler),
        denoiser={"inputs": names, "patch": 2},
        schedulers=FLOW_SCHEDULERS,
        guidance="embedded" if guided else "none",
    )


if __name__ == "__main__":
    main()
