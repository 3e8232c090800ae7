"""How far a decoded picture is from its original, as the autoencoder's trainings count it."""

from torch import Tensor
from torch.nn import functional

EDGE_WEIGHT = 0.6
COARSE_WEIGHT = 0.5
COARSE_BLOCK = 4  # pixels


def reconstruction_loss(original: Tensor, copy: Tensor) -> Tensor:
    """L1 on pixels, on differences of neighbours (sharp edges) and on coarse blocks (colour)."""
    error = original - copy
    across = (error[..., 1:] - error[..., :-1]).abs().mean()
    down = (error[..., 1:, :] - error[..., :-1, :]).abs().mean()
    coarse = functional.avg_pool2d(error, COARSE_BLOCK).abs().mean()
    return error.abs().mean() + EDGE_WEIGHT * (across + down) + COARSE_WEIGHT * coarse
