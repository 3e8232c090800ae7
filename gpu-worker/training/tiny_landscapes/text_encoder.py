"""Text encoder: two transformer layers over 32 token ids.

Parameter names are those of the checkpoints; `to_q` to `fc2` are the names LoRA files look for.
"""

import torch
from torch import Tensor, nn
from torch.nn import functional

from .tokenizer import LENGTH

WIDTH = 192
SPECIAL_TOKENS = 2


class Attention(nn.Module):
    """Attention of `x` [B,N,width] on `context` [B,M,context_width]."""

    def __init__(self, width: int, context_width: int, heads: int):
        super().__init__()
        self.heads = heads
        self.to_q = nn.Linear(width, width)
        self.to_k = nn.Linear(context_width, width)
        self.to_v = nn.Linear(context_width, width)
        self.to_out = nn.Linear(width, width)

    def forward(self, x: Tensor, context: Tensor) -> Tensor:
        query = self.split_heads(self.to_q(x))
        key = self.split_heads(self.to_k(context))
        value = self.split_heads(self.to_v(context))
        scale = query.shape[-1] ** -0.5
        weights = (torch.matmul(query, key.transpose(-1, -2)) * scale).softmax(-1)
        joined = torch.matmul(weights, value).transpose(1, 2).reshape(x.shape)
        return self.to_out(joined)

    def split_heads(self, x: Tensor) -> Tensor:
        """[B,N,width] -> [B,heads,N,width/heads]"""
        batch, length, width = x.shape
        return x.view(batch, length, self.heads, width // self.heads).transpose(1, 2)


class FeedForward(nn.Module):
    def __init__(self, width: int, hidden: int):
        super().__init__()
        self.fc1 = nn.Linear(width, hidden)
        self.fc2 = nn.Linear(hidden, width)

    def forward(self, x: Tensor) -> Tensor:
        return self.fc2(functional.gelu(self.fc1(x)))


class TextBlock(nn.Module):
    def __init__(self, width: int, heads: int, hidden: int):
        super().__init__()
        self.n1 = nn.LayerNorm(width)
        self.attn = Attention(width, width, heads)
        self.n2 = nn.LayerNorm(width)
        self.mlp = FeedForward(width, hidden)

    def forward(self, x: Tensor) -> Tensor:
        y = self.n1(x)
        x = x + self.attn(y, y)
        return x + self.mlp(self.n2(x))


class TextEncoder(nn.Module):
    """ids int64 [B,32] -> embeddings [B,32,192].

    Position 0 also carries a bag-of-words vector, which the denoiser feeds to its modulation as
    other models do with a pooled embedding: with it the text is learnt in far fewer steps.
    """

    def __init__(
        self,
        vocabulary_size: int,
        width: int = WIDTH,
        layers: int = 2,
        heads: int = 6,
        length: int = LENGTH,
    ):
        super().__init__()
        self.first_special_id = vocabulary_size - SPECIAL_TOKENS
        self.bag = nn.Embedding(vocabulary_size, width)
        self.tok = nn.Embedding(vocabulary_size, width)
        self.pos = nn.Parameter(torch.randn(1, length, width) * 0.02)
        self.blocks = nn.ModuleList([TextBlock(width, heads, 2 * width) for _ in range(layers)])
        self.norm = nn.LayerNorm(width)
        nn.init.zeros_(self.bag.weight)
        nn.init.normal_(self.tok.weight, std=0.05)

    def forward(self, ids: Tensor) -> Tensor:
        x = self.tok(ids) + self.pos
        for block in self.blocks:
            x = block(x)
        x = self.norm(x)
        return torch.cat([x[:, :1] + self.bag_of_words(ids), x[:, 1:]], 1)

    def bag_of_words(self, ids: Tensor) -> Tensor:
        """[B,1,192]; start, end and padding do not count."""
        vectors = self.bag(ids)
        is_word = (ids < self.first_special_id).to(vectors.dtype).unsqueeze(-1)
        count = is_word.sum(1, keepdim=True)
        return (vectors * is_word).sum(1, keepdim=True) * (count + 1.0) ** -0.5
