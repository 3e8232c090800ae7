"""Recipe of the demonstration model: rendered landscapes, tokenizer, autoencoder, denoiser."""
