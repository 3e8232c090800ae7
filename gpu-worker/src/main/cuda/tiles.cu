// Cutting a tile out of a picture and putting it back without a seam. Rows are counted through all
// channels.
#include "portable.h"

// Where the element of a tile lies in the picture.
struct Frame {
    int picture_height;
    int picture_width;
    int tile_height;
    int top;
    int left;
};

DEVICE int64_t place_of(const Frame& frame, int row, int column) {
    const int plane = row / frame.tile_height;
    const int y = frame.top + row % frame.tile_height;
    return (int64_t(plane) * frame.picture_height + y) * frame.picture_width + frame.left + column;
}

KERNEL crop(
        const float* RESTRICT picture,
        float* RESTRICT tile,
        int picture_height,
        int picture_width,
        int tile_height,
        int tile_width,
        int top,
        int left,
        int channels) {
    const Frame frame = {picture_height, picture_width, tile_height, top, left};
    each_in_rows(
            channels * tile_height,
            tile_width,
            [=](int row, int column) { return picture[place_of(frame, row, column)]; },
            [=](int row, int column, float value) {
                tile[int64_t(row) * tile_width + column] = value;
            });
}

// Rises to 1 behind the faded part, and is never 0.
DEVICE float fade(int position, int faded) {
    return position >= faded ? 1.0f : float(position + 1) / float(faded + 1);
}

// What is not faded is not read from the picture: it may be undefined.
KERNEL paste(
        const float* RESTRICT tile,
        float* RESTRICT picture,
        int picture_height,
        int picture_width,
        int tile_height,
        int tile_width,
        int top,
        int left,
        int fade_rows,
        int fade_columns,
        int channels) {
    const Frame frame = {picture_height, picture_width, tile_height, top, left};
    each_in_rows(
            channels * tile_height,
            tile_width,
            [=](int row, int column) {
                const float weight =
                        fade(row % tile_height, fade_rows) * fade(column, fade_columns);
                const float value = tile[int64_t(row) * tile_width + column];
                if (weight == 1) {
                    return value;
                }
                const float before = picture[place_of(frame, row, column)];
                return fused(weight, value - before, before);
            },
            [=](int row, int column, float value) { picture[place_of(frame, row, column)] = value; });
}
