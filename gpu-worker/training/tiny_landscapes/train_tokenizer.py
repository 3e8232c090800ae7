"""Learns the BPE merges from the captions and writes tokenizer.json."""

import argparse

from .dataset import read_captions
from .filler import FILLER_PHRASES, OTHER_WORDS
from .tokenizer import Tokenizer, learn_merges, save_tokenizer


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", help="folder written by render_data")
    parser.add_argument("output", help="path of tokenizer.json")
    arguments = parser.parse_args()
    captions = [text for variants in read_captions(arguments.data) for text in variants]
    save_tokenizer(arguments.output, learn_merges(captions, [*FILLER_PHRASES, OTHER_WORDS]))
    print("vocabulary", Tokenizer(arguments.output).size)


if __name__ == "__main__":
    main()
