"""What stands on the horizon: mountains, hills, forest, city, volcano."""

from .canvas import SIZE, Color, scaled
from .scene import Scene

ROCK_COLORS = [(96, 104, 140), (120, 100, 110), (86, 110, 120)]
SNOWCAP = (250, 252, 255)
HILL_COLORS = {  # far, near
    "desert": [(214, 160, 96), (200, 144, 84)],
    "snow": [(220, 228, 240), (206, 216, 234)],
    "autumn": [(196, 120, 60), (176, 96, 48)],
}
GREEN_HILLS = [(110, 160, 110), (84, 140, 84)]
FOREST_COLORS = [(70, 112, 96), (34, 84, 60)]
CITY_COLORS = [(120, 134, 166), (74, 84, 118)]
CITY_WINDOW = (255, 214, 110)
RIDGE_STEPS = 32


def draw_backdrop(scene: Scene) -> None:
    painters = {
        "mountains": _draw_mountains,
        "snowpeaks": _draw_mountains,
        "hills": _draw_hills,
        "forest": _draw_forest,
        "city": _draw_city,
        "volcano": _draw_volcano,
    }
    paint = painters.get(scene.attributes.backdrop)
    if paint:
        paint(scene, scene.horizon + 1)


def _draw_mountains(scene: Scene, foot: float) -> None:
    rng = scene.rng
    rock = rng.choice(ROCK_COLORS)
    snow = scene.lit(SNOWCAP) if scene.attributes.backdrop == "snowpeaks" else None
    far, far_shade = scene.lit(rock, 0.35), scene.lit(scaled(rock, 0.82), 0.35)
    _draw_peaks(scene, foot, rng.randint(3, 4), (SIZE * 0.2, SIZE * 0.34), far, far_shade, snow)
    if rng.random() < 0.6:
        near, near_shade = scene.lit(scaled(rock, 0.8), 0.15), scene.lit(scaled(rock, 0.64), 0.15)
        heights = (SIZE * 0.10, SIZE * 0.18)
        _draw_peaks(scene, foot, rng.randint(3, 5), heights, near, near_shade, None)


def _draw_peaks(
    scene: Scene,
    foot: float,
    count: int,
    heights: tuple[float, float],
    color: Color,
    shade: Color,
    snow: Color | None,
) -> None:
    rng, canvas = scene.rng, scene.canvas
    for i in sorted(range(count), key=lambda _: rng.random()):
        x = (i + rng.uniform(0.1, 0.9)) * SIZE / count
        height = rng.uniform(*heights)
        half_width = height * rng.uniform(0.8, 1.2)
        crease = x + rng.uniform(-0.15, 0.15) * half_width
        left, right = (x - half_width, foot + 1), (x + half_width, foot + 1)
        top = (x, foot - height)
        canvas.polygon([left, top, right], color)
        canvas.polygon([top, right, (crease, foot + 1)], shade)
        if snow:
            canvas.polygon(_snowcap(x, foot, height, half_width), snow)


def _snowcap(x: float, foot: float, height: float, half_width: float) -> list[tuple[float, float]]:
    depth = 0.36  # of the mountain's height
    return [
        (x, foot - height),
        (x + half_width * depth, foot - height * (1 - depth)),
        (x + half_width * depth * 0.45, foot - height * (1 - depth * 0.8)),
        (x, foot - height * (1 - depth * 1.2)),
        (x - half_width * depth * 0.5, foot - height * (1 - depth * 0.8)),
        (x - half_width * depth, foot - height * (1 - depth)),
    ]


def _draw_hills(scene: Scene, foot: float) -> None:
    colors = HILL_COLORS.get(scene.attributes.ground, GREEN_HILLS)
    for layer, color in enumerate(colors):
        amplitude = SIZE * 0.13 * (1 - 0.3 * layer)
        _draw_ridge(scene, foot - 3 + 3 * layer, amplitude, scene.lit(color, 0.3 - 0.2 * layer))


def _draw_ridge(scene: Scene, y: float, amplitude: float, color: Color) -> None:
    """Midpoint displacement; each halving keeps less than a third of the height."""
    rng = scene.rng
    heights = [0.0] * (RIDGE_STEPS + 1)
    heights[0] = rng.uniform(-amplitude, amplitude) * 0.5
    heights[RIDGE_STEPS] = rng.uniform(-amplitude, amplitude) * 0.5
    step = RIDGE_STEPS
    while step > 1:
        half = step // 2
        for i in range(half, RIDGE_STEPS + 1, step):
            middle = (heights[i - half] + heights[i + half]) / 2
            heights[i] = middle + rng.uniform(-amplitude, amplitude)
        step = half
        amplitude *= 0.3
    crest = [(i * SIZE / RIDGE_STEPS, y - height) for i, height in enumerate(heights)]
    scene.canvas.polygon([(0, SIZE)] + crest + [(SIZE, SIZE)], color)


def _draw_forest(scene: Scene, foot: float) -> None:
    rng = scene.rng
    for layer, color in enumerate(FOREST_COLORS):
        x = -4.0
        while x < SIZE + 6:
            height = rng.uniform(14, 26) * (1 - 0.25 * layer)
            half_width = height * 0.28
            y = foot + 1
            tree = [(x - half_width, y), (x, y - height), (x + half_width, y)]
            scene.canvas.polygon(tree, scene.lit(color, 0.25 - 0.2 * layer))
            x += rng.uniform(3.5, 6.5)


def _draw_city(scene: Scene, foot: float) -> None:
    rng = scene.rng
    for layer, color in enumerate(CITY_COLORS):
        x = -3.0
        while x < SIZE:
            width = rng.uniform(7, 13)
            height = rng.uniform(12, 42) * (1 - 0.3 * layer)
            wall = scene.lit(color, 0.25 - 0.2 * layer)
            scene.canvas.rectangle(x, foot - height, width, height + 1, wall)
            if scene.lamps_are_lit:
                _draw_city_windows(scene, x, foot - height, width, height)
            x += width + rng.uniform(-1, 3)


def _draw_city_windows(scene: Scene, x: float, top: float, width: float, height: float) -> None:
    for row in range(int(height // 4)):
        for column in range(int(width // 3.5)):
            if scene.rng.random() < 0.5:
                left = x + 1.5 + column * 3.3
                scene.canvas.rectangle(left, top + 2 + row * 4, 1.7, 2, CITY_WINDOW)


def _draw_volcano(scene: Scene, foot: float) -> None:
    rng, canvas = scene.rng, scene.canvas
    x = rng.uniform(0.3, 0.7) * SIZE
    height = SIZE * rng.uniform(0.28, 0.36)
    half_width, half_crater, top = height * 1.35, height * 0.16, foot - height
    left, right = (x - half_width, foot), (x + half_width, foot)
    rim = [(x - half_crater, top), (x + half_crater, top)]
    canvas.polygon([left, *rim, right], scene.lit((92, 70, 72), 0.12))
    shade = [(x + half_crater * 0.2, top), rim[1], right, (x + half_width * 0.2, foot)]
    canvas.polygon(shade, scene.lit((72, 54, 58), 0.12))
    for i in range(6):
        puff_x = x + rng.uniform(-3, 3) + i * 2.0
        canvas.ellipse(puff_x, top - 4 - i * 4.5, 4 + i * 1.2, scene.lit((120, 112, 116)), 0.8)
    canvas.glow(x, top, 14, (255, 120, 40), 0.8)
    lava = [
        (x - half_crater * 0.8, top),
        (x + half_crater * 0.8, top),
        (x + half_crater * 0.5, foot - height * 0.55),
        (x, foot - height * 0.75),
        (x - half_crater * 0.6, foot - height * 0.5),
    ]
    canvas.polygon(lava, (250, 96, 30))
