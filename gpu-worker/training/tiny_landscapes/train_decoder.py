"""Trains the decoder alone on latents that stay as they are: RUN/dec_ft.pt.

The denoiser's latents are never quite clean, so the decoder sees them with a little noise.
"""

import argparse
import os

import numpy as np
import torch
from torch import nn

from .autoencoder import Decoder
from .dataset import HELD_OUT, Images, Latents, pixels_to_signal
from .optimisation import (
    DEVICE,
    Schedule,
    WeightAverage,
    save_whole,
    set_rate,
    use_threads_of_environment,
)
from .pictures import save_comparison, signal_to_noise
from .reconstruction import reconstruction_loss

CHECKPOINT = "dec_ft.pt"
LATENT_NOISE = 0.12  # most, in deviations
PEAK_RATE = 1e-3
REPORT_STEPS = 200
SAVE_MINUTES = 4
SHOWN = 64


def load_decoder(run: str) -> Decoder:
    """The fine-tuned decoder if there is one, else the autoencoder's."""
    decoder = Decoder().to(DEVICE).to(memory_format=torch.channels_last)
    fine_tuned = os.path.join(run, CHECKPOINT)
    if os.path.exists(fine_tuned):
        decoder.load_state_dict(torch.load(fine_tuned, map_location=DEVICE))
    else:
        stored = torch.load(os.path.join(run, "ae.pt"), map_location=DEVICE)
        decoder.load_state_dict(stored["D"])
    return decoder


class DecoderTraining:
    def __init__(self, data: str, run: str, batch: int):
        self.run, self.batch = run, batch
        self.images, self.latents = Images(data), Latents.load(run, DEVICE)
        self.decoder = load_decoder(run)
        self.parameters = list(self.decoder.parameters())
        self.optimizer = torch.optim.AdamW(self.parameters, lr=PEAK_RATE, betas=(0.9, 0.99))
        self.average = WeightAverage(self.parameters, decay=0.997, patience=10)
        self.rng = np.random.RandomState(3)
        self.trained_count = len(self.latents.values) - HELD_OUT
        self.losses: list[float] = []

    def train(self, minutes: float) -> None:
        schedule = Schedule(minutes, PEAK_RATE, warmup_steps=50, fall_from=0.4, floor=0.02)
        step, next_save = 0, float(SAVE_MINUTES)
        while (progress := schedule.progress()) < 1:
            set_rate(self.optimizer, schedule.rate(step, progress))
            self._step()
            step += 1
            self.average.update(step)
            if step % REPORT_STEPS == 0:
                minutes, loss = schedule.elapsed_minutes(), np.mean(self.losses[-REPORT_STEPS:])
                print(step, f"{minutes:.1f} min", f"loss {loss:.4f}", flush=True)
            if schedule.elapsed_minutes() >= next_save:
                next_save += SAVE_MINUTES
                self._evaluate_and_save(step)
        self._evaluate_and_save(step)

    def _step(self) -> None:
        indices = self.rng.randint(0, self.trained_count, self.batch)
        original = pixels_to_signal(self.images.pixels(indices), DEVICE)
        latents = self.latents.values[torch.as_tensor(indices, device=DEVICE)].float()
        strength = LATENT_NOISE * torch.rand(self.batch, 1, 1, 1, device=DEVICE)
        noisy = self.latents.denormalised(latents + torch.randn_like(latents) * strength)
        with torch.autocast(DEVICE, dtype=torch.bfloat16):
            copy = self.decoder(noisy.contiguous(memory_format=torch.channels_last))
        loss = reconstruction_loss(original, copy.float())
        self.optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(self.parameters, 1.0)
        self.optimizer.step()
        self.losses.append(loss.item())

    @torch.no_grad()
    def _evaluate_and_save(self, step: int) -> None:
        with self.average.in_place():
            indices = range(self.trained_count, self.trained_count + SHOWN)
            original = pixels_to_signal(self.images.pixels(indices), DEVICE)
            latents = self.latents.values[list(indices)].float()
            copy = self.decoder(self.latents.denormalised(latents)).clamp(-1, 1)
            quality = signal_to_noise(original, copy)
            print(f"== step {step} held-out PSNR {quality:.2f} dB", flush=True)
            save_comparison(original.cpu(), copy.cpu(), os.path.join(self.run, "decoder.png"))
            save_whole(self.decoder.state_dict(), os.path.join(self.run, CHECKPOINT))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", help="folder written by render_data")
    parser.add_argument("run", help="folder with ae.pt and latents.pt")
    parser.add_argument("minutes", type=float, help="wall time; the learning rate follows it")
    parser.add_argument("--batch", type=int, default=8)
    arguments = parser.parse_args()
    torch.manual_seed(1)
    use_threads_of_environment(default=1)
    DecoderTraining(arguments.data, arguments.run, arguments.batch).train(arguments.minutes)


if __name__ == "__main__":
    main()
