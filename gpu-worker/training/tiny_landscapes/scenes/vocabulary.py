"""What a scene can hold, and the words a caption may use for it."""

COLORS = {
    "red": (214, 52, 48),
    "blue": (48, 96, 200),
    "yellow": (245, 200, 50),
    "green": (58, 150, 80),
    "white": (240, 240, 236),
    "orange": (240, 132, 40),
    "purple": (140, 76, 180),
    "pink": (240, 130, 170),
}

TIMES = {
    "day": ["at noon", "by day", "on a sunny day", "in daylight", "in the afternoon"],
    "sunrise": ["at sunrise", "at dawn", "in the early morning"],
    "sunset": ["at sunset", "at dusk", "in the evening", "at golden hour"],
    "night": ["at night", "at midnight", "under the stars", "on a dark night"],
}

GROUNDS = {
    "sea": ["the sea", "the ocean", "open water"],
    "lake": ["a lake", "a calm lake"],
    "meadow": ["a meadow", "a green field", "grassland"],
    "beach": ["a beach", "a sandy beach", "the shore"],
    "desert": ["a desert", "sand dunes"],
    "snow": ["a snowy field", "a winter landscape", "snow"],
    "flowers": ["a flower field", "a field of flowers", "a lavender field"],
    "autumn": ["an autumn field", "an autumn landscape"],
}
LAVENDER = "a lavender field"
FLOWERS_BUT_LAVENDER = ["a flower field", "a field of flowers"]

BACKDROPS = {
    "mountains": ["mountains", "high mountains", "a mountain range"],
    "snowpeaks": ["snowy mountains", "snow-capped peaks"],
    "hills": ["rolling hills", "hills"],
    "forest": ["a forest", "a pine forest"],
    "city": ["a city skyline", "skyscrapers"],
    "volcano": ["a volcano", "an erupting volcano"],
    "none": [""],
}

WEATHERS = {
    "clear": ["", "", "clear sky"],
    "cloudy": ["cloudy", "clouds", "a cloudy sky"],
    "rain": ["rain", "rainy", "in the rain"],
    "snowfall": ["snowfall", "snowing", "falling snow"],
    "fog": ["fog", "misty", "foggy"],
    "storm": ["thunderstorm", "lightning", "stormy"],
    "rainbow": ["a rainbow", "rainbow"],
    "aurora": ["northern lights", "aurora"],
}

STYLES = {
    "plain": ["", "", "flat illustration", "digital art", "poster"],
    "watercolor": ["watercolor", "watercolor painting", "aquarelle"],
    "pixel": ["pixel art", "8-bit pixel art", "retro game"],
    "oil": ["oil painting", "impressionist painting", "oil on canvas"],
    "sketch": ["pencil sketch", "pencil drawing", "charcoal sketch"],
    "sepia": ["sepia photo", "old photograph", "vintage postcard"],
}

SUNS = ["the sun", "sun", "bright sun"]
MOONS = {"full": ["a full moon", "the moon"], "crescent": ["a crescent moon", "the moon"]}

MEADOW_SUBJECTS = [
    "house", "castle", "windmill", "tree", "pine trees", "cherry tree", "tent", "snowman", "barn",
]
GROUND_SUBJECTS = {
    "sea": ["sailboat", "ship", "lighthouse", "island", "whale"],
    "lake": ["sailboat", "swan", "cabin"],
    "beach": ["palm tree", "lighthouse", "umbrella", "sailboat"],
    "desert": ["cactus", "pyramid", "palm tree", "tent"],
    "snow": ["house", "pine trees", "snowman", "castle", "tent"],
    "meadow": MEADOW_SUBJECTS,
    "flowers": ["house", "windmill", "tree", "castle"],
    "autumn": ["house", "tree", "barn", "castle", "windmill"],
}
AIR_SUBJECTS = ["hot air balloon", "birds", "airplane", "kite"]
PLURAL_SUBJECTS = {"birds", "pine trees"}
COLORED_SUBJECTS = {
    "house", "sailboat", "hot air balloon", "tent", "umbrella", "barn", "ship", "airplane", "kite",
    "cabin",
}
ALWAYS_COLORED_SUBJECTS = {"hot air balloon", "kite"}
POSITIONS = ["left", "center", "right"]
