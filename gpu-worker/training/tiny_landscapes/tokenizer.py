"""Byte-level BPE in CLIP's form: lower case, `</w>` at the end of a word, 32 ids.

`Tokenizer` splits ASCII text as the Unicode patterns in `tokenizer.json` do; the product reads
`tokenizer.json` itself.
"""

import json
import re
from collections import Counter
from collections.abc import Iterable

START, END = "<|startoftext|>", "<|endoftext|>"
LENGTH = 32  # ids, start and end included
END_OF_WORD = "</w>"
ASCII_WORD = re.compile(r"[a-z]+|[0-9]|[^\sa-z0-9]+")
UNICODE_WORD = r"[\p{L}]+|[\p{N}]|[^\s\p{L}\p{N}]+"
NEVER = 1 << 30

Symbols = tuple[str, ...]
Pair = tuple[str, str]


def _byte_alphabet() -> dict[int, str]:
    """A printable character for each byte, as in GPT-2 and CLIP."""
    printable = [*range(33, 127), *range(161, 173), *range(174, 256)]
    others = [byte for byte in range(256) if byte not in printable]
    codes = printable + [256 + i for i in range(len(others))]
    return {byte: chr(code) for byte, code in zip(printable + others, codes)}


BYTE_ALPHABET = _byte_alphabet()


def split_words(text: str) -> list[str]:
    return ASCII_WORD.findall(" ".join(text.lower().split()))


def word_symbols(word: str) -> Symbols:
    symbols = [BYTE_ALPHABET[byte] for byte in word.encode()]
    symbols[-1] += END_OF_WORD
    return tuple(symbols)


def merged(symbols: Symbols, pair: Pair) -> Symbols:
    """`symbols` with every occurrence of `pair` joined."""
    result, i = [], 0
    while i < len(symbols):
        if symbols[i : i + 2] == pair:
            result.append(pair[0] + pair[1])
            i += 2
        else:
            result.append(symbols[i])
            i += 1
    return tuple(result)


def learn_merges(texts: Iterable[str], extra_texts: Iterable[str]) -> list[Pair]:
    """Merges until every word of `texts` and `extra_texts` is one symbol."""
    counts = Counter(word for text in texts for word in split_words(text))
    for text in extra_texts:
        counts.update(split_words(text))
    words = {word_symbols(word): count for word, count in counts.items()}
    merges: list[Pair] = []
    while True:
        pairs: Counter[Pair] = Counter()
        for symbols, count in words.items():
            for pair in zip(symbols, symbols[1:]):
                pairs[pair] += count
        if not pairs:
            return merges
        best = max(pairs, key=lambda pair: (pairs[pair], pair))
        merges.append(best)
        words = {merged(symbols, best): count for symbols, count in words.items()}


def vocabulary_of(merges: list[Pair]) -> dict[str, int]:
    single = sorted(BYTE_ALPHABET.values())
    tokens = single + [symbol + END_OF_WORD for symbol in single]
    tokens += [first + second for first, second in merges] + [START, END]
    return {token: i for i, token in enumerate(tokens)}


def save_tokenizer(path: str, merges: list[Pair]) -> None:
    """Writes `tokenizer.json` in the form that Hugging Face's tokenizers library reads."""
    vocabulary = vocabulary_of(merges)
    content = {
        "version": "1.0",
        "truncation": {
            "direction": "Right", "max_length": LENGTH, "strategy": "LongestFirst", "stride": 0,
        },
        "padding": {
            "strategy": {"Fixed": LENGTH},
            "direction": "Right",
            "pad_to_multiple_of": None,
            "pad_id": vocabulary[END],
            "pad_type_id": 0,
            "pad_token": END,
        },
        "added_tokens": [_special(START, vocabulary), _special(END, vocabulary)],
        "normalizer": _normalizer(),
        "pre_tokenizer": _pre_tokenizer(),
        "post_processor": _post_processor(vocabulary),
        "decoder": {
            "type": "ByteLevel", "add_prefix_space": True, "trim_offsets": True, "use_regex": True,
        },
        "model": _model(vocabulary, merges),
    }
    with open(path, "w", encoding="utf-8") as file:
        json.dump(content, file, ensure_ascii=False, indent=0)


def _model(vocabulary: dict[str, int], merges: list[Pair]) -> dict:
    return {
        "type": "BPE",
        "dropout": None,
        "unk_token": END,
        "continuing_subword_prefix": "",
        "end_of_word_suffix": END_OF_WORD,
        "fuse_unk": False,
        "vocab": vocabulary,
        "merges": [f"{first} {second}" for first, second in merges],
    }


def _post_processor(vocabulary: dict[str, int]) -> dict:
    return {
        "type": "RobertaProcessing",
        "sep": [END, vocabulary[END]],
        "cls": [START, vocabulary[START]],
        "trim_offsets": False,
        "add_prefix_space": False,
    }


def _special(token: str, vocabulary: dict[str, int]) -> dict:
    return {
        "id": vocabulary[token],
        "content": token,
        "single_word": False,
        "lstrip": False,
        "rstrip": False,
        "normalized": False,
        "special": True,
    }


def _normalizer() -> dict:
    steps = [
        {"type": "NFC"},
        {"type": "Replace", "pattern": {"Regex": "\\s+"}, "content": " "},
        {"type": "Lowercase"},
    ]
    return {"type": "Sequence", "normalizers": steps}


def _pre_tokenizer() -> dict:
    pattern = {"Regex": UNICODE_WORD}
    steps = [
        {"type": "Split", "pattern": pattern, "behavior": "Removed", "invert": True},
        {"type": "ByteLevel", "add_prefix_space": False, "trim_offsets": True, "use_regex": True},
    ]
    return {"type": "Sequence", "pretokenizers": steps}


class Tokenizer:
    def __init__(self, path: str):
        with open(path, encoding="utf-8") as file:
            model = json.load(file)["model"]
        self.vocabulary: dict[str, int] = model["vocab"]
        self.ranks = {tuple(pair.split(" ")): i for i, pair in enumerate(model["merges"])}
        self.known_words: dict[str, list[int]] = {}

    @property
    def size(self) -> int:
        return len(self.vocabulary)

    @property
    def end_id(self) -> int:
        """Also the id to pad with."""
        return self.vocabulary[END]

    def ids(self, text: str) -> list[int]:
        """`LENGTH` ids: start, the words, end, padding."""
        ids = [i for word in split_words(text) for i in self._word_ids(word)][: LENGTH - 2]
        ids = [self.vocabulary[START], *ids, self.end_id]
        return ids + [self.end_id] * (LENGTH - len(ids))

    def _word_ids(self, word: str) -> list[int]:
        if word not in self.known_words:
            symbols = word_symbols(word)
            while len(symbols) > 1:
                pairs = zip(symbols, symbols[1:])
                rank, pair = min((self.ranks.get(pair, NEVER), pair) for pair in pairs)
                if rank == NEVER:
                    break
                symbols = merged(symbols, pair)
            self.known_words[word] = [self.vocabulary[symbol] for symbol in symbols]
        return self.known_words[word]
