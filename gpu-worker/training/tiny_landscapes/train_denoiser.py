"""Trains text encoder and denoiser together (flow matching, velocity = noise − image).

Two processes of one thread each, started with WORLD=2 and RANK=0 or 1, are faster on two cores
than one process of two threads.
"""

import argparse
import os
import time

import numpy as np
import torch
import torch.distributed
from torch import Tensor, nn
from torch.nn import functional

from .autoencoder import Decoder
from .caption_ids import CaptionIds
from .dataset import HELD_OUT, Focus, Latents, read_captions
from .denoiser import Denoiser
from .optimisation import (
    DEVICE,
    Schedule,
    WeightAverage,
    save_whole,
    set_rate,
    use_threads_of_environment,
)
from .pictures import save_sheet
from .sampling import PROMPTS, TRAIN_TIMESTEPS, sample
from .text_encoder import TextEncoder
from .tokenizer import Tokenizer

CHECKPOINT = "diff.pt"
RANK = int(os.environ.get("RANK", 0))
WORLD = int(os.environ.get("WORLD", 1))
REPORT_STEPS = 50
SHEET_SEED, SHEET_COLUMNS = 7, 4
HELD_OUT_NOISE_SEED = 5
# Above 0 trains the noisier steps more: they decide where things are and how many there are.
SIGMA_BIAS = 0.5
FOCUS_WEIGHT = 1.5  # for each step of the mask: border 2.5, subject 4
FOCUS_NONE_ABOVE, FOCUS_FULL_BELOW = 0.92, 0.72  # sigma
MEAN_WEIGHT = 1.3  # keeps the size of the gradients


def spatial(values: Tensor) -> Tensor:
    """[B] -> [B,1,1,1]"""
    return values[:, None, None, None]


class DenoiserTraining:
    def __init__(self, data: str, run: str, tokenizer: Tokenizer, batch: int, peak_rate: float):
        self.run, self.tokenizer, self.batch, self.peak_rate = run, tokenizer, batch, peak_rate
        self.latents = Latents.load(run, DEVICE)
        count = len(self.latents.values)
        self.captions = CaptionIds(read_captions(data)[:count], tokenizer, DEVICE)
        self.trained_count = count - HELD_OUT
        focus = Focus.load(data)
        self.masks = torch.from_numpy(focus.masks[:count]).to(DEVICE)
        self.draw_weights = torch.from_numpy(focus.weights[: self.trained_count])
        self.text_encoder = TextEncoder(tokenizer.size).to(DEVICE)
        self.denoiser = Denoiser().to(DEVICE).to(memory_format=torch.channels_last)
        self.named = [("T." + name, p) for name, p in self.text_encoder.named_parameters()]
        self.named += [("D." + name, p) for name, p in self.denoiser.named_parameters()]
        self.parameters = [parameter for _, parameter in self.named]
        self.optimizer = self._new_optimizer()
        self.average = WeightAverage(self.parameters, decay=0.999, patience=12)
        self.step = 0
        self.losses: list[float] = []

    def resume(self, path: str) -> None:
        """From a checkpoint with or without the optimizer's state."""
        stored = torch.load(path, map_location=DEVICE)
        for (name, parameter), average in zip(self.named, self.average.values):
            parameter.data.copy_(stored["raw"][name])
            average.copy_(stored["ema"][name])
        if stored["opt"]:
            self.optimizer.load_state_dict(stored["opt"])

    def train(self, minutes: float, save_minutes: float) -> None:
        schedule = Schedule(minutes, self.peak_rate, warmup_steps=150, fall_from=0.45, floor=0.02)
        next_save = save_minutes
        while (progress := self._common(schedule.progress())) < 1:
            set_rate(self.optimizer, schedule.rate(self.step, progress))
            self._step()
            self.step += 1
            self.average.update(self.step)
            if self.step % REPORT_STEPS == 0:
                self._report(schedule)
            if schedule.elapsed_minutes() >= next_save:
                next_save += save_minutes
                self._evaluate_and_save()
        self._evaluate_and_save()

    def _new_optimizer(self) -> torch.optim.Optimizer:
        matrices = [parameter for parameter in self.parameters if parameter.ndim >= 2]
        others = [parameter for parameter in self.parameters if parameter.ndim < 2]
        groups = [
            {"params": matrices, "weight_decay": 0.02},
            {"params": others, "weight_decay": 0.0},
        ]
        return torch.optim.AdamW(groups, lr=self.peak_rate, betas=(0.9, 0.98), eps=1e-8)

    def _common(self, progress: float) -> float:
        """The first process's clock decides, so that all stop at the same step."""
        if WORLD == 1:
            return progress
        shared = torch.tensor([progress])
        torch.distributed.broadcast(shared, 0)
        return shared.item()

    def _step(self) -> None:
        indices = torch.multinomial(self.draw_weights, self.batch, replacement=True).to(DEVICE)
        loss = self._loss(indices)
        self.optimizer.zero_grad()
        loss.backward()
        if WORLD > 1:
            self._share_gradients()
        nn.utils.clip_grad_norm_(self.parameters, 1.0)
        self.optimizer.step()
        self.losses.append(loss.item())

    def _loss(self, indices: Tensor) -> Tensor:
        image = self.latents.values[indices].float()
        noise = torch.randn_like(image)
        sigma = torch.sigmoid(torch.randn(len(indices), device=DEVICE) + SIGMA_BIAS)
        ids = self.captions.draw(indices)
        error = (self._velocity(image, noise, sigma, ids) - (noise - image)) ** 2
        return (self._focus(indices, sigma) * error).mean() / MEAN_WEIGHT

    def _focus(self, indices: Tensor, sigma: Tensor) -> Tensor:
        """Weights [B,1,16,16]: more where the subject is.

        Not in the noisiest steps: there the model decides where a subject goes, and a weight that
        knows the answer would make it draw one everywhere.
        """
        share = (FOCUS_NONE_ABOVE - sigma) / (FOCUS_NONE_ABOVE - FOCUS_FULL_BELOW)
        masks = self.masks[indices].float()[:, None]
        return 1 + FOCUS_WEIGHT * masks * spatial(share.clamp(0, 1))

    def _velocity(self, image: Tensor, noise: Tensor, sigma: Tensor, ids: Tensor) -> Tensor:
        noisy = (1 - spatial(sigma)) * image + spatial(sigma) * noise
        noisy = noisy.contiguous(memory_format=torch.channels_last)
        with torch.autocast(DEVICE, dtype=torch.bfloat16):
            text = self.text_encoder(ids)
            return self.denoiser(noisy, sigma * TRAIN_TIMESTEPS, text).float()

    def _share_gradients(self) -> None:
        """By hand: one message of all gradients is quicker here than torch's wrapper."""
        joined = torch.cat([parameter.grad.flatten() for parameter in self.parameters])
        torch.distributed.all_reduce(joined)
        joined /= WORLD
        parts = joined.split([parameter.numel() for parameter in self.parameters])
        for parameter, part in zip(self.parameters, parts):
            parameter.grad.copy_(part.view_as(parameter))

    def _report(self, schedule: Schedule) -> None:
        if RANK:
            return
        minutes = schedule.elapsed_minutes()
        speed = self.batch * WORLD * self.step / minutes / 60
        loss = np.mean(self.losses[-REPORT_STEPS:])
        print(self.step, f"{minutes:.1f} min", f"loss {loss:.4f}", f"{speed:.0f}/s", flush=True)

    def _evaluate_and_save(self) -> None:
        if RANK:
            return
        with self.average.in_place() as raw:
            loss = self._held_out_loss()
            self._save_sheet()
            names = [name for name, _ in self.named]
            stored = {
                "ema": dict(zip(names, self.average.values)),
                "raw": dict(zip(names, raw)),
                "opt": self.optimizer.state_dict(),
                "step": self.step,
            }
            save_whole(stored, os.path.join(self.run, CHECKPOINT))
        clock = time.strftime("%H:%M")
        print(f"== {clock} step {self.step} held-out loss {loss:.4f}", flush=True)

    @torch.no_grad()
    def _held_out_loss(self) -> float:
        indices = torch.arange(self.trained_count, len(self.latents.values), device=DEVICE)
        image = self.latents.values[indices].float()
        generator = torch.Generator().manual_seed(HELD_OUT_NOISE_SEED)
        noise = torch.randn(image.shape, generator=generator).to(DEVICE)
        sigma = torch.linspace(0.02, 0.98, len(indices), device=DEVICE)
        velocity = self._velocity(image, noise, sigma, self.captions.plain(indices))
        return functional.mse_loss(velocity, noise - image).item()

    @torch.no_grad()
    def _save_sheet(self) -> None:
        with torch.autocast(DEVICE, dtype=torch.bfloat16):
            latents = sample(
                self.text_encoder, self.denoiser, self.tokenizer, PROMPTS, seed=SHEET_SEED
            )
        decoder = Decoder().to(DEVICE)
        stored = torch.load(os.path.join(self.run, "ae.pt"), map_location=DEVICE)
        decoder.load_state_dict(stored["D"])
        images = decoder(self.latents.denormalised(latents.float()))
        path = os.path.join(self.run, f"prompts_{self.step:06d}.png")
        save_sheet(images.cpu(), SHEET_COLUMNS, path)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", help="folder written by render_data")
    parser.add_argument("run", help="folder with ae.pt and latents.pt; diff.pt is written here")
    parser.add_argument("tokenizer", help="path of tokenizer.json")
    parser.add_argument("minutes", type=float, help="wall time; the learning rate follows it")
    parser.add_argument("--resume", help="checkpoint to go on from")
    parser.add_argument("--batch", type=int, default=24, help="pictures in a step and process")
    parser.add_argument("--rate", type=float, default=1.5e-3, help="highest learning rate")
    parser.add_argument("--save-minutes", type=float, default=10)
    parser.add_argument("--port", type=int, default=29517, help="where the processes meet")
    arguments = parser.parse_args()
    if WORLD > 1:
        meeting_point = f"tcp://127.0.0.1:{arguments.port}"
        torch.distributed.init_process_group(
            "gloo", init_method=meeting_point, rank=RANK, world_size=WORLD
        )
    use_threads_of_environment(default=2)
    torch.manual_seed(0)
    training = DenoiserTraining(
        arguments.data, arguments.run, Tokenizer(arguments.tokenizer), arguments.batch,
        arguments.rate,
    )
    torch.manual_seed(RANK)
    if arguments.resume:
        training.resume(arguments.resume)
    training.train(arguments.minutes, arguments.save_minutes)


if __name__ == "__main__":
    main()
