"""Trains encoder and decoder together; goes on from RUN/ae.pt if it is there."""

import argparse
import os

import numpy as np
import torch
from torch import nn

from .autoencoder import Decoder, Encoder
from .dataset import HELD_OUT, Images, pixels_to_signal
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

CHECKPOINT = "ae.pt"
CROP = 64  # pixels; the network has no place for position, so crops do and are cheap
LATENT_NOISE = 0.08
POWER_WEIGHT, FREE_POWER = 2e-3, 1.0  # latents may have unit power for nothing
PEAK_RATE = 1.2e-3
REPORT_STEPS = 100


class AutoencoderTraining:
    def __init__(self, data: str, run: str, batch: int):
        self.images, self.run, self.batch = Images(data), run, batch
        self.encoder = Encoder().to(DEVICE).to(memory_format=torch.channels_last)
        self.decoder = Decoder().to(DEVICE).to(memory_format=torch.channels_last)
        self._resume()
        self.parameters = [*self.encoder.parameters(), *self.decoder.parameters()]
        self.optimizer = torch.optim.AdamW(
            self.parameters, lr=PEAK_RATE, betas=(0.9, 0.99), weight_decay=1e-4
        )
        self.average = WeightAverage(self.parameters, decay=0.998, patience=20)
        self.rng = np.random.RandomState(0)
        self.errors: list[float] = []

    def train(self, minutes: float) -> None:
        schedule = Schedule(minutes, PEAK_RATE, warmup_steps=100, fall_from=0.4, floor=0.03)
        step = 0
        while (progress := schedule.progress()) < 1:
            set_rate(self.optimizer, schedule.rate(step, progress))
            self._step()
            step += 1
            self.average.update(step)
            if step % REPORT_STEPS == 0:
                minutes, error = schedule.elapsed_minutes(), np.mean(self.errors[-REPORT_STEPS:])
                print(step, f"{minutes:.1f} min", f"error {error:.4f}", flush=True)
        with self.average.in_place():
            self._evaluate()
            self._save()

    def _resume(self) -> None:
        path = os.path.join(self.run, CHECKPOINT)
        if os.path.exists(path):
            stored = torch.load(path, map_location=DEVICE)
            self.encoder.load_state_dict(stored["E"])
            self.decoder.load_state_dict(stored["D"])
            print("resumed from", path)

    def _step(self) -> None:
        original = pixels_to_signal(self.images.crops(self.rng, self.batch, CROP), DEVICE)
        with torch.autocast(DEVICE, dtype=torch.bfloat16):
            latents = self.encoder(original)
            noisy = latents.float() + torch.randn_like(latents.float()) * LATENT_NOISE
            copy = self.decoder(noisy)
        power = (latents.float() ** 2).mean()
        loss = reconstruction_loss(original, copy.float())
        loss = loss + POWER_WEIGHT * nn.functional.relu(power - FREE_POWER)
        self.optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(self.parameters, 1.0)
        self.optimizer.step()
        self.errors.append((original - copy.float()).abs().mean().item())

    @torch.no_grad()
    def _evaluate(self) -> None:
        held_out = range(len(self.images) - min(64, HELD_OUT), len(self.images))
        original = pixels_to_signal(self.images.pixels(held_out), DEVICE)
        copy = self.decoder(self.encoder(original)).clamp(-1, 1)
        print(f"held-out PSNR {signal_to_noise(original, copy):.2f} dB")
        sheet = os.path.join(self.run, "autoencoder.png")
        save_comparison(original.cpu(), copy.cpu(), sheet)

    def _save(self) -> None:
        stored = {"E": self.encoder.state_dict(), "D": self.decoder.state_dict()}
        save_whole(stored, os.path.join(self.run, CHECKPOINT))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", help="folder written by render_data")
    parser.add_argument("run", help="folder of checkpoints")
    parser.add_argument("minutes", type=float, help="wall time; the learning rate follows it")
    parser.add_argument("--batch", type=int, default=16)
    arguments = parser.parse_args()
    torch.manual_seed(0)
    use_threads_of_environment(default=2)
    AutoencoderTraining(arguments.data, arguments.run, arguments.batch).train(arguments.minutes)


if __name__ == "__main__":
    main()
