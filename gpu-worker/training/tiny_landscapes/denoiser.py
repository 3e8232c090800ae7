"""Denoiser: convolutions at 16×16, transformer blocks at 8×8, modulated by time and text.

Parameter names are those of the checkpoints; `to_q` to `fc2` are the names LoRA files look for.
"""

import math

import torch
from torch import Tensor, nn
from torch.nn import functional

from .autoencoder import LATENT_CHANNELS
from .text_encoder import WIDTH, Attention, FeedForward

FREQUENCIES = 96
LONGEST_PERIOD = 10000.0
GROUPS = 8
LATENT_SIZE = 16  # rows and columns
MODULATIONS = 6  # scale, shift and gate, for attention and for the feed-forward layer


class ConvBlock(nn.Module):
    """Residual block [B,in,h,w] -> [B,out,h,w], scaled and shifted by the condition [B,width]."""

    def __init__(self, channels_in: int, channels_out: int, width: int):
        super().__init__()
        self.n1 = nn.GroupNorm(GROUPS, channels_in)
        self.c1 = nn.Conv2d(channels_in, channels_out, 3, padding=1)
        self.t = nn.Linear(width, 2 * channels_out)
        self.n2 = nn.GroupNorm(GROUPS, channels_out)
        self.c2 = nn.Conv2d(channels_out, channels_out, 3, padding=1)
        nn.init.zeros_(self.c2.weight)
        nn.init.zeros_(self.c2.bias)
        same = channels_in == channels_out
        self.sk = nn.Identity() if same else nn.Conv2d(channels_in, channels_out, 1)

    def forward(self, x: Tensor, condition: Tensor) -> Tensor:
        hidden = self.c1(functional.silu(self.n1(x.to(self.n1.weight.dtype))))
        scale, shift = self.t(condition)[:, :, None, None].chunk(2, 1)
        hidden = self.n2(hidden.to(self.n2.weight.dtype)) * (1 + scale) + shift
        return self.sk(x) + self.c2(functional.silu(hidden))


class TransformerBlock(nn.Module):
    """Self-attention, attention on the text, feed-forward; x [B,64,width] stays in shape."""

    def __init__(self, width: int, text_width: int, heads: int, hidden: int):
        super().__init__()
        self.n1 = nn.LayerNorm(width, elementwise_affine=False)
        self.attn1 = Attention(width, width, heads)
        self.n2 = nn.LayerNorm(width)
        self.attn2 = Attention(width, text_width, heads)
        self.n3 = nn.LayerNorm(width, elementwise_affine=False)
        self.mlp = FeedForward(width, hidden)
        self.table = nn.Parameter(torch.zeros(1, MODULATIONS, width))
        nn.init.zeros_(self.attn2.to_out.bias)
        with torch.no_grad():
            self.attn2.to_out.weight.mul_(0.3)

    def forward(self, x: Tensor, text: Tensor, modulation: Tensor) -> Tensor:
        """`modulation` [B,6,width] is shared by all blocks; `table` is what differs."""
        m = modulation + self.table
        y = self.n1(x) * (1 + m[:, 0:1]) + m[:, 1:2]
        x = x + m[:, 2:3] * self.attn1(y, y)
        x = x + self.attn2(self.n2(x), text)
        y = self.n3(x) * (1 + m[:, 3:4]) + m[:, 4:5]
        return x + m[:, 5:6] * self.mlp(y)


class Denoiser(nn.Module):
    """latents [B,8,16,16], timestep [B] = 1000·sigma, text [B,32,192] -> noise − image.

    TorchScript sees no module constants, so what `forward` needs is kept in attributes.
    """

    def __init__(
        self,
        latent_channels: int = LATENT_CHANNELS,
        channels: int = 64,
        width: int = WIDTH,
        depth: int = 4,
        heads: int = 6,
    ):
        super().__init__()
        self.width = width
        self.longest_period = LONGEST_PERIOD
        self.t1 = nn.Linear(2 * FREQUENCIES, width)
        self.t2 = nn.Linear(width, width)
        self.pool = nn.Linear(width, width)
        self.pool0 = nn.Linear(width, width, bias=False)
        self.mod = nn.Linear(width, MODULATIONS * width)
        self.conv_in = nn.Conv2d(latent_channels, channels, 3, padding=1)
        self.down = nn.ModuleList([ConvBlock(channels, channels, width)])
        self.merge = nn.Linear(4 * channels, width)
        self.pos = nn.Parameter(torch.randn(1, (LATENT_SIZE // 2) ** 2, width) * 0.02)
        self.blocks = nn.ModuleList(
            [TransformerBlock(width, width, heads, 4 * width) for _ in range(depth)]
        )
        self.norm = nn.LayerNorm(width)
        self.split = nn.Linear(width, 4 * channels)
        self.up = nn.ModuleList(
            [ConvBlock(2 * channels, channels, width), ConvBlock(channels, channels, width)]
        )
        self.norm_out = nn.GroupNorm(GROUPS, channels)
        self.conv_out = nn.Conv2d(channels, latent_channels, 3, padding=1)
        self.start_near_zero()

    def start_near_zero(self) -> None:
        """Before training: velocity 0, and each block half open."""
        nn.init.zeros_(self.conv_out.weight)
        nn.init.zeros_(self.conv_out.bias)
        nn.init.normal_(self.mod.weight, std=0.01)
        with torch.no_grad():
            modulation = self.mod.bias.zero_().view(MODULATIONS, self.width)
            modulation[2] = 0.5
            modulation[5] = 0.5

    def forward(self, latents: Tensor, timestep: Tensor, text: Tensor) -> Tensor:
        dtype = self.t1.weight.dtype
        condition = functional.silu(self.condition(timestep, text))
        modulation = self.mod(condition).view(latents.shape[0], -1, self.width)
        x = self.conv_in(latents)
        for down in self.down:
            x = down(x, condition)
        transformed = self.transformed(x, text, modulation)
        x = torch.cat([x.to(transformed.dtype), transformed], 1)
        for up in self.up:
            x = up(x, condition)
        return self.conv_out(functional.silu(self.norm_out(x.to(dtype))))

    def condition(self, timestep: Tensor, text: Tensor) -> Tensor:
        """[B,width] from time, mean of the text and its first position."""
        count = self.t1.in_features // 2
        steps = torch.arange(count, device=timestep.device, dtype=torch.float32)
        frequencies = torch.exp(steps * (-math.log(self.longest_period) / count))
        angles = timestep.float()[:, None] * frequencies[None]
        waves = torch.cat([angles.cos(), angles.sin()], 1).to(self.t1.weight.dtype)
        time = self.t2(functional.silu(self.t1(waves)))
        return time + self.pool(text.mean(1)) + self.pool0(text[:, 0])

    def transformed(self, x: Tensor, text: Tensor, modulation: Tensor) -> Tensor:
        """x [B,c,16,16] through the transformer at 8×8 and back to [B,c,16,16]."""
        batch, channels, height, width = x.shape
        tokens = functional.pixel_unshuffle(x, 2).flatten(2).transpose(1, 2)
        tokens = self.merge(tokens) + self.pos
        for block in self.blocks:
            tokens = block(tokens, text, modulation)
        tokens = self.split(self.norm(tokens)).transpose(1, 2)
        folded = tokens.reshape(batch, 4 * channels, height // 2, width // 2)
        return functional.pixel_shuffle(folded, 2)
