"""The loop of our pipeline in Python torch, on the same networks: milliseconds a picture.

Usage: picture_speed.py DEVICE MODEL_FOLDER STEPS PICTURES [THREADS]

Text-to-image by flow matching with guidance, as the demonstration model wants it. Like ours, the
networks compute in 32-bit floats on a processor and in what they were stored in on a GPU.
"""

import json
import pathlib
import sys
import time

import torch

GUIDANCE = 3.0


class Loop:
    def __init__(self, device, folder):
        self.device = torch.device(device)
        self.manifest = json.loads((folder / "model.json").read_text())
        encoder = self.manifest["text_encoders"][0]
        self.length, self.pad_id = encoder["length"], encoder["pad_id"]
        self.text_encoder = self.load(folder / encoder["file"])
        self.denoiser = self.load(folder / "denoiser.pt")
        self.decoder = self.load(folder / "vae_decoder.pt")

    def load(self, file):
        network = torch.jit.load(str(file), map_location=self.device).eval()
        return network.float() if self.device.type == "cpu" else network

    def run(self, network, *inputs):
        """Inputs in the network's own precision but for timesteps, outputs in 32 bits: as ours."""
        kind = next(network.parameters(), torch.empty(0)).dtype
        fitted = [x.to(kind) if x.is_floating_point() and x.dim() > 1 else x for x in inputs]
        return network(*fitted).float()

    def picture(self, steps, seed):
        latent, size = self.manifest["latent"], self.manifest["native_size"]
        ids = torch.full((2, self.length), self.pad_id, dtype=torch.long, device=self.device)
        conditioning = self.run(self.text_encoder, ids)
        side = [size["height"] // latent["downsample"], size["width"] // latent["downsample"]]
        generator = torch.Generator(self.device).manual_seed(seed)
        x = torch.randn(
            [1, latent["channels"], *side], generator=generator, device=self.device
        )
        levels = [1 - step / steps for step in range(steps)] + [0.0]
        for level, following in zip(levels, levels[1:]):
            at = torch.full((2,), level * self.manifest["train_timesteps"], device=self.device)
            with_prompt, without = self.run(
                self.denoiser, x.repeat(2, 1, 1, 1), at, conditioning
            ).chunk(2)
            guided = without + GUIDANCE * (with_prompt - without)
            x = x + (following - level) * guided
        image = self.run(self.decoder, x / latent["scale"] + latent["shift"])
        return (image * 127.5 + 128).clamp(0, 255).to(torch.uint8).cpu()

    def networks(self, steps):
        """The same calls of the same networks, and nothing between them."""
        latent, size = self.manifest["latent"], self.manifest["native_size"]
        ids = torch.zeros((2, self.length), dtype=torch.long, device=self.device)
        conditioning = self.run(self.text_encoder, ids)
        side = [size["height"] // latent["downsample"], size["width"] // latent["downsample"]]
        x = torch.zeros([2, latent["channels"], *side], device=self.device)
        at = torch.full((2,), 500.0, device=self.device)
        for _ in range(steps):
            self.run(self.denoiser, x, at, conditioning)
        self.run(self.decoder, x[:1]).cpu()


def main():
    device, folder = sys.argv[1], pathlib.Path(sys.argv[2])
    steps, pictures = int(sys.argv[3]), int(sys.argv[4])
    torch.set_num_threads(int(sys.argv[5]) if len(sys.argv) > 5 else 1)
    loop = Loop(device, folder)
    with torch.inference_mode():
        whole, whole_cpu = measure(lambda: loop.picture(steps, 1), pictures)
        networks, networks_cpu = measure(lambda: loop.networks(steps), pictures)
    print(
        f"Python torch {torch.__version__} on {device}: {steps} steps, median {whole:.1f} ms a "
        f"picture, CPU {whole_cpu:.1f} ms; networks alone {networks:.1f} ms, "
        f"CPU {networks_cpu:.1f} ms"
    )


def measure(action, times):
    """Medians in milliseconds, by the wall and by the processor."""
    wall, cpu = [], []
    for _ in range(times + 2):
        start, start_cpu = time.perf_counter(), time.process_time()
        action()
        wall.append((time.perf_counter() - start) * 1000)
        cpu.append((time.process_time() - start_cpu) * 1000)
    # The first two are slower: kernels are loaded, networks compiled.
    return sorted(wall[2:])[times // 2], sorted(cpu[2:])[times // 2]


main()
