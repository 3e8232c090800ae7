"""Live preview: the linear map from latents to colours, fitted by least squares."""

import torch
from torch import Tensor, nn
from torch.nn import functional

from .autoencoder import DOWNSAMPLE, LATENT_CHANNELS
from .dataset import Images

FITTED_ON = 800  # pictures
BATCH = 50


@torch.no_grad()
def fit_preview(vae_encoder: nn.Module, images: Images) -> tuple[Tensor, Tensor]:
    """Rows [8,3] and bias [3]: latents · rows + bias = RGB in 0..1 at an eighth of the size."""
    latents, colors = [], []
    for first in range(0, min(FITTED_ON, len(images)), BATCH):
        pixels = images.pixels(range(first, min(first + BATCH, len(images))))
        rgb = torch.from_numpy(pixels).permute(0, 3, 1, 2).float() / 255
        latents.append(_as_rows(vae_encoder(rgb * 2 - 1)))
        colors.append(_as_rows(functional.avg_pool2d(rgb, DOWNSAMPLE)))
    known = torch.cat(latents)
    known = torch.cat([known, torch.ones(len(known), 1)], 1)
    solution = torch.linalg.lstsq(known, torch.cat(colors)).solution
    return solution[:LATENT_CHANNELS], solution[LATENT_CHANNELS]


def _as_rows(maps: Tensor) -> Tensor:
    """[B,C,h,w] -> [B·h·w,C]"""
    return maps.permute(0, 2, 3, 1).reshape(-1, maps.shape[1])
