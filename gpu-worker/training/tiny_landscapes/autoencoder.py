"""Small convolutional autoencoder: [B,3,128,128] <-> [B,8,16,16]; no normalisation layers.

Parameter names (`net.0.weight`, `a`, `b`) are those of the checkpoints: do not rename.
"""

import torch
from torch import Tensor, nn
from torch.nn import functional

LATENT_CHANNELS = 8
DOWNSAMPLE = 8


class ResidualBlock(nn.Module):
    def __init__(self, channels: int):
        super().__init__()
        self.a = nn.Conv2d(channels, channels, 3, padding=1)
        self.b = nn.Conv2d(channels, channels, 3, padding=1)
        with torch.no_grad():
            self.b.weight.mul_(0.3)

    def forward(self, x: Tensor) -> Tensor:
        return x + self.b(functional.relu(self.a(functional.relu(x))))


class Encoder(nn.Module):
    """RGB [B,3,H,W] in -1..1 -> latents [B,8,H/8,W/8]"""

    def __init__(self):
        super().__init__()
        self.net = nn.Sequential(
            nn.PixelUnshuffle(4),
            nn.Conv2d(48, 64, 3, padding=1),
            ResidualBlock(64),
            ResidualBlock(64),
            nn.Conv2d(64, 96, 3, stride=2, padding=1),
            ResidualBlock(96),
            ResidualBlock(96),
            nn.Conv2d(96, LATENT_CHANNELS, 3, padding=1),
        )

    def forward(self, image: Tensor) -> Tensor:
        return self.net(image)


class Decoder(nn.Module):
    """Latents [B,8,h,w] -> RGB [B,3,8h,8w], about -1..1 (not clamped)"""

    def __init__(self):
        super().__init__()
        self.net = nn.Sequential(
            nn.Conv2d(LATENT_CHANNELS, 128, 3, padding=1),
            ResidualBlock(128),
            ResidualBlock(128),
            ResidualBlock(128),
            nn.Conv2d(128, 256, 1),
            nn.PixelShuffle(2),
            nn.Conv2d(64, 64, 3, padding=1),
            ResidualBlock(64),
            ResidualBlock(64),
            nn.Conv2d(64, 128, 1),
            nn.PixelShuffle(2),
            nn.Conv2d(32, 32, 3, padding=1),
            ResidualBlock(32),
            nn.Conv2d(32, 12, 3, padding=1),
            nn.PixelShuffle(2),
        )

    def forward(self, latents: Tensor) -> Tensor:
        return self.net(latents)
