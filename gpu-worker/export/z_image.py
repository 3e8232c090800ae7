"""Exports Z-Image (Turbo or base) from a diffusers folder to a model folder.

Not run yet: it needs the weights, which do not come with this project.
"""

import json

import torch
from diffusers import ZImagePipeline
from torch import Tensor, nn

from arguments import arguments_of
from manifest import FLOW_SCHEDULERS, Export, shift_of

# As many tokens of 16 pixels as a multiple of 32: the original pads pictures to that.
SIZES = ["1024x1024", "896x1152", "1152x896", "768x1280", "1280x768", "512x512"]
LENGTH = 512
MULTIPLE = 32
PATCH = 2
CHAT = ("<|im_start|>user\n", "<|im_end|>\n<|im_start|>assistant\n")


class ChatText(nn.Module):
    """ids [B,512] -> text [B,512,2560]: the state before the last; zeros where there is padding"""

    def __init__(self, encoder: nn.Module, pad_id: int):
        super().__init__()
        self.encoder = encoder
        self.pad_id = pad_id

    def forward(self, ids: Tensor) -> Tensor:
        words = ids != self.pad_id
        output = self.encoder(
            input_ids=ids, attention_mask=words, output_hidden_states=True, use_cache=False
        )
        return output.hidden_states[-2] * words[:, :, None]


class Denoiser(nn.Module):
    """latents [B,16,H,W], timestep 0..1000 [B], text -> velocity [B,16,H,W]

    The original cuts each prompt to its length, which a trace would freeze. Here every prompt keeps
    512 places: words, then the learned padding up to a multiple of 32, then places that attention
    does not see. The picture's tokens count their position on from the end of that padding.
    """

    def __init__(self, transformer: nn.Module):
        super().__init__()
        self.transformer = transformer

    def forward(self, latents: Tensor, timestep: Tensor, text: Tensor) -> Tensor:
        net = self.transformer
        rows, channels, height, width = latents.shape
        tall, wide = height // PATCH, width // PATCH
        # The original counts from noise to picture, and points that way.
        level = net.t_embedder((1 - timestep / 1000) * net.t_scale).to(latents)

        words = (text.abs().sum(dim=-1) > 0).sum(dim=1, keepdim=True)
        places = torch.arange(LENGTH, device=text.device)[None, :].expand(rows, LENGTH)
        seen = torch.div(words + MULTIPLE - 1, MULTIPLE, rounding_mode="floor") * MULTIPLE
        zeros = torch.zeros_like(places)
        caption_at = self._places(torch.stack([places + 1, zeros, zeros], dim=-1))
        caption = net.cap_embedder(text)
        caption = torch.where((places < words)[:, :, None], caption, net.cap_pad_token.to(caption))
        caption_mask = places < seen
        for layer in net.context_refiner:
            caption = layer(caption, caption_mask, caption_at)

        down = torch.arange(tall, device=text.device)[:, None].expand(tall, wide).reshape(1, -1)
        across = torch.arange(wide, device=text.device).expand(tall, wide).reshape(1, -1)
        down, across = down.expand(rows, -1), across.expand(rows, -1)
        image_at = self._places(torch.stack([(seen + 1).expand_as(down), down, across], dim=-1))
        image = latents.view(rows, channels, tall, PATCH, wide, PATCH).permute(0, 2, 4, 3, 5, 1)
        image = image.reshape(rows, tall * wide, PATCH * PATCH * channels)
        image = net.all_x_embedder["2-1"](image)
        image_mask = torch.ones_like(down, dtype=torch.bool)
        for layer in net.noise_refiner:
            image = layer(image, image_mask, image_at, level)

        tokens = torch.cat([image, caption], dim=1)
        mask = torch.cat([image_mask, caption_mask], dim=1)
        at = torch.cat([image_at, caption_at], dim=1)
        for layer in net.layers:
            tokens = layer(tokens, mask, at, level)
        tokens = net.all_final_layer["2-1"](tokens, level)[:, : tall * wide]
        patches = tokens.view(rows, tall, wide, PATCH, PATCH, channels).permute(0, 5, 1, 3, 2, 4)
        return -patches.reshape(rows, channels, height, width)

    def _places(self, ids: Tensor) -> Tensor:
        rows, length = ids.shape[0], ids.shape[1]
        return self.transformer.rope_embedder(ids.reshape(-1, 3)).view(rows, length, -1)


class Original(nn.Module):
    """What diffusers computes, with the interface of the export."""

    def __init__(self, transformer: nn.Module):
        super().__init__()
        self.transformer = transformer

    def forward(self, latents: Tensor, timestep: Tensor, text: Tensor) -> Tensor:
        words = (text.abs().sum(dim=-1) > 0).sum(dim=1).tolist()
        given = self.transformer(
            list(latents.unsqueeze(2).unbind(0)),
            1 - timestep / 1000,
            [row[:count] for row, count in zip(text, words)],
            return_dict=False,
        )[0]
        return -torch.stack(list(given)).squeeze(2)


def inputs(rows: int, height: int, width: int, words: int, like: Tensor) -> tuple:
    text = torch.randn(rows, LENGTH, 2560)
    text[:, words:] = 0
    return (
        torch.randn(rows, 16, height, width).to(like),
        torch.full((rows,), 500.0).to(like),
        text.to(like),
    )


def tokenizer_of(tokenizer: object) -> str:
    """tokenizer.json that frames a prompt as the words of a person in a conversation."""
    content = json.loads(tokenizer.backend_tokenizer.to_str())
    template, tokens = [], {}
    for part, text in enumerate(CHAT):
        for token_id in tokenizer(text, add_special_tokens=False).input_ids:
            token = tokenizer.convert_ids_to_tokens(token_id)
            template.append({"SpecialToken": {"id": token, "type_id": 0}})
            tokens[token] = {"id": token, "ids": [token_id], "tokens": [token]}
        if part == 0:
            template.append({"Sequence": {"id": "A", "type_id": 0}})
    pair = [{"Sequence": {"id": name, "type_id": 0}} for name in ("A", "B")]
    content["post_processor"] = {
        "type": "TemplateProcessing",
        "single": template,
        "pair": pair,
        "special_tokens": tokens,
    }
    return json.dumps(content, ensure_ascii=False)


def main() -> None:
    arguments = arguments_of(__doc__, SIZES)
    for width, height in arguments.size:
        if width * height % (16 * 16 * MULTIPLE):
            raise SystemExit(f"{width}x{height} is not a multiple of {MULTIPLE} tokens")
    pipeline = ZImagePipeline.from_pretrained(
        arguments.source, torch_dtype=getattr(torch, arguments.dtype)
    ).to(arguments.device)
    like = torch.empty(0, dtype=getattr(torch, arguments.dtype), device=arguments.device)
    pad_id = pipeline.tokenizer.pad_token_id
    export = Export(arguments)
    export.text_encoder(
        ChatText(pipeline.text_encoder, pad_id),
        "text_encoder",
        tokenizer_of(pipeline.tokenizer),
        {"length": LENGTH, "pad_id": pad_id},
    )
    export.network(
        Denoiser(pipeline.transformer),
        "denoiser.pt",
        inputs(1, 128, 128, 40, like),
        inputs(2, 96, 160, 75, like),
        original=Original(pipeline.transformer),
    )
    export.autoencoder(pipeline.vae)
    turbo = "turbo" in arguments.id
    export.manifest(
        "z-image",
        unit=16,
        steps=8 if turbo else 50,
        scale=1.0 if turbo else 4.0,
        prediction="flow",
        **shift_of(pipeline.scheduler),
        guidance="none" if turbo else "classifier-free",
        denoiser={"inputs": ["latents", "timestep", "text"], "patch": PATCH},
        schedulers=FLOW_SCHEDULERS,
    )


if __name__ == "__main__":
    main()
