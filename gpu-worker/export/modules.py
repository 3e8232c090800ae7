"""What every export does: trace, save, compare.

Networks are traced, not scripted: the originals branch in Python on their configuration, which a
trace resolves once. Sizes and rows stay free because they are computed from the inputs inside of the
trace; --check proves it with inputs of other sizes than those of the trace.

A trace names the type it was made in wherever the original converts numbers. So a module exported in
float16 or bfloat16 runs on devices that compute in that type, which processors do not: for them
export in float32.
"""

import os

import torch
from torch import Tensor, nn


def export_module(module: nn.Module, path: str, *inputs: Tensor) -> None:
    module = module.eval()
    for parameter in module.parameters():
        parameter.requires_grad_(False)
    with torch.no_grad():
        traced = torch.jit.trace(module, inputs, check_trace=False)
    # Not frozen: a LoRA changes the weights by their names.
    torch.jit.save(traced, path)
    print(path, os.path.getsize(path), "bytes")


def compare(module: nn.Module, path: str, *inputs: Tensor) -> None:
    """Ends the program if the file does not do what the module does."""
    with torch.no_grad():
        expected = _tensors(module.eval()(*inputs))
        given = _tensors(torch.jit.load(path, map_location=inputs[0].device)(*inputs))
    if len(expected) != len(given):
        raise SystemExit(f"{path}: {len(given)} outputs instead of {len(expected)}")
    for one, other in zip(expected, given):
        if one.shape != other.shape:
            raise SystemExit(f"{path}: {tuple(other.shape)} instead of {tuple(one.shape)}")
        scale = one.float().abs().max().clamp(min=1e-6)
        difference = ((one.float() - other.float()).abs().max() / scale).item()
        if not difference < 1e-2:
            raise SystemExit(f"{path}: differs from the original by {difference:.1%}")
        print(f"{path}: differs from the original by {difference:.2e} of its largest value")


def _tensors(output: Tensor | tuple[Tensor, ...]) -> list[Tensor]:
    return [output] if isinstance(output, Tensor) else list(output)


class VaeDecoder(nn.Module):
    """Latents as the autoencoder knows them [B,C,H,W] -> RGB [B,3,8H,8W] in -1..1"""

    def __init__(self, vae: nn.Module):
        super().__init__()
        self.vae = vae

    def forward(self, latents: Tensor) -> Tensor:
        return self.vae.decode(latents, return_dict=False)[0]


class VaeEncoder(nn.Module):
    """RGB [B,3,8H,8W] in -1..1 -> mean of the latents [B,C,H,W]"""

    def __init__(self, vae: nn.Module):
        super().__init__()
        self.vae = vae

    def forward(self, image: Tensor) -> Tensor:
        return self.vae.encode(image, return_dict=False)[0].mean


class ClipText(nn.Module):
    """ids [B,77] -> what the denoiser was trained with: the last state, or the one before it.

    The last one is normalised, the one before it is not: that is how the models were trained.
    """

    def __init__(self, encoder: nn.Module, last: bool):
        super().__init__()
        self.encoder = encoder
        self.last = last

    def forward(self, ids: Tensor) -> Tensor:
        output = self.encoder(ids, output_hidden_states=True, return_dict=True)
        return output.last_hidden_state if self.last else output.hidden_states[-2]


class ClipPooled(nn.Module):
    """ids [B,77] -> the vector of the whole prompt [B,768]"""

    def __init__(self, encoder: nn.Module):
        super().__init__()
        self.encoder = encoder

    def forward(self, ids: Tensor) -> Tensor:
        return self.encoder(ids, return_dict=True).pooler_output
