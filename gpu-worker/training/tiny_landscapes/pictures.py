"""Sheets of pictures to look at while and after training."""

import torch
from PIL import Image
from torch import Tensor

GAP = 4  # pixels


def save_sheet(images: Tensor, columns: int, path: str) -> None:
    """images [B,3,H,W] in -1..1"""
    pixels = ((images.clamp(-1, 1) + 1) * 127.5).round().byte().permute(0, 2, 3, 1).numpy()
    height, width = pixels.shape[1:3]
    rows = -(-len(pixels) // columns)
    sheet = Image.new("RGB", (columns * (width + GAP), rows * (height + GAP)), "white")
    for i, image in enumerate(pixels):
        corner = ((i % columns) * (width + GAP), (i // columns) * (height + GAP))
        sheet.paste(Image.fromarray(image), corner)
    sheet.save(path)


def save_comparison(originals: Tensor, copies: Tensor, path: str, columns: int = 8) -> None:
    """Originals in the upper row, copies below."""
    save_sheet(torch.cat([originals[:columns], copies[:columns]]), columns, path)


def signal_to_noise(originals: Tensor, copies: Tensor) -> float:
    """PSNR in dB; values are in -1..1."""
    error = ((originals - copies) ** 2).mean().item()
    return 10 * torch.log10(torch.tensor(4 / error)).item()
