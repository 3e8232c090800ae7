"""Captions as token ids on the training device, with all their variants made beforehand."""

from random import Random

import torch
from torch import Tensor

from .dataset import CAPTIONS_PER_IMAGE
from .filler import with_filler
from .tokenizer import Tokenizer

EMPTY_SHARE = 0.1  # for classifier-free guidance
FILLER_SHARE = 0.1


class CaptionIds:
    def __init__(self, captions: list[list[str]], tokenizer: Tokenizer, device: str):
        rng = Random(1)
        rows = [
            [tokenizer.ids(text) for text in texts]
            + [tokenizer.ids(with_filler(rng, text)) for text in texts]
            for texts in captions
        ]
        self.device = device
        # [N, 2 · CAPTIONS_PER_IMAGE, 32]: as written, then with filler
        self.variants = torch.tensor(rows, dtype=torch.int16).to(device)
        self.empty = torch.tensor(tokenizer.ids(""), dtype=torch.int64, device=device)

    def plain(self, indices: Tensor) -> Tensor:
        """int64 [B,32], the first caption of each picture"""
        return self.variants[indices, 0].long()

    def draw(self, indices: Tensor) -> Tensor:
        """int64 [B,32]: any caption, some with filler, some empty"""
        count = len(indices)
        variant = torch.randint(0, CAPTIONS_PER_IMAGE, (count,), device=self.device)
        share = torch.rand(count, device=self.device)
        has_filler = (share >= EMPTY_SHARE) & (share < EMPTY_SHARE + FILLER_SHARE)
        variant = variant + CAPTIONS_PER_IMAGE * has_filler.long()
        ids = self.variants[indices, variant].long()
        return torch.where((share < EMPTY_SHARE)[:, None], self.empty, ids)
