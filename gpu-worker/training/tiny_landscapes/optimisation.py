"""What the three training loops share: device, clock-driven learning rate, averaged weights."""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager

import torch
from torch import Tensor, nn

DEVICE = "cuda" if torch.cuda.is_available() else "cpu"


def use_threads_of_environment(default: int) -> None:
    torch.set_num_threads(int(os.environ.get("OMP_NUM_THREADS", default)))


def save_whole(content: object, path: str) -> None:
    """Under another name first, so that a run that dies leaves the last checkpoint intact."""
    torch.save(content, path + ".unfinished")
    os.replace(path + ".unfinished", path)


class Schedule:
    """Learning rate by the share of the minutes that are over: warm-up, constant, linear fall.

    The fall at the end is what makes the pictures clean, so the minutes must be true.
    """

    def __init__(
        self, minutes: float, peak: float, warmup_steps: int, fall_from: float, floor: float
    ):
        self.minutes, self.peak, self.warmup_steps = minutes, peak, warmup_steps
        self.fall_from, self.floor = fall_from, floor
        self.start = time.monotonic()

    def elapsed_minutes(self) -> float:
        return (time.monotonic() - self.start) / 60

    def progress(self) -> float:
        """0 at the start, 1 when the minutes are over."""
        return self.elapsed_minutes() / self.minutes

    def rate(self, step: int, progress: float) -> float:
        warmup = min(1.0, (step + 1) / self.warmup_steps)
        if progress < self.fall_from:
            return self.peak * warmup
        return self.peak * warmup * max(self.floor, (1 - progress) / (1 - self.fall_from))


class WeightAverage:
    """Exponential moving average of the parameters, quicker in the first steps."""

    def __init__(self, parameters: list[nn.Parameter], decay: float, patience: int):
        self.parameters, self.decay, self.patience = parameters, decay, patience
        self.values = [parameter.detach().float().clone() for parameter in parameters]

    def update(self, step: int) -> None:
        decay = min(self.decay, (1 + step) / (self.patience + step))
        current = [parameter.detach() for parameter in self.parameters]
        torch._foreach_mul_(self.values, decay)
        torch._foreach_add_(self.values, current, alpha=1 - decay)

    @contextmanager
    def in_place(self) -> Iterator[list[Tensor]]:
        """The model runs on the averages inside the block, on its own weights after it."""
        raw = [parameter.detach().clone() for parameter in self.parameters]
        self._set(self.values)
        try:
            yield raw
        finally:
            self._set(raw)

    def _set(self, values: list[Tensor]) -> None:
        for parameter, value in zip(self.parameters, values):
            parameter.data.copy_(value)


def set_rate(optimizer: torch.optim.Optimizer, rate: float) -> None:
    for group in optimizer.param_groups:
        group["lr"] = rate
