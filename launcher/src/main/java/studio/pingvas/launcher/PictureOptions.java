package studio.pingvas.launcher;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;
import studio.pingvas.launcher.client.PictureRequest;

/** What the command line asks to be made. */
final class PictureOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Parameters(
            paramLabel = "PROMPT",
            arity = "0..1",
            description = "What the picture should show; not needed to enlarge one.")
    private String prompt;

    @Option(names = "--negative", description = "What it should not show.")
    private String negative;

    @Option(
            names = "--size",
            paramLabel = "WxH",
            description = "One of the model's sizes, such as 512x512 (default: its native one).")
    private String size;

    @Option(names = "--steps", description = "Denoising steps.")
    private Integer steps;

    @Option(names = "--cfg", description = "How closely to follow the prompt.")
    private Double cfgScale;

    @Option(
            names = "--scheduler",
            description = "How noise becomes a picture, one of those that the model lists.")
    private String scheduler;

    @Option(names = "--seed", description = "The same seed makes the same picture.")
    private Long seed;

    @Option(names = "--count", description = "How many pictures; the next ones use seed + 1, …")
    private Integer count;

    @Option(names = "--model", description = "Id of the model.")
    private String model;

    @Option(
            names = "--lora",
            paramLabel = "ID[:WEIGHT]",
            converter = LoraConverter.class,
            description = "A LoRA and how strongly, -4 to 4 (default: 1); may be repeated.")
    private List<Map<String, Object>> loras;

    @Option(names = "--image", paramLabel = "FILE", description = "A picture to begin with.")
    private Path image;

    @Option(
            names = "--strength",
            description = "How much of the picture is given up, above 0 to 1 (default: 0.6).")
    private Double strength;

    @Option(
            names = "--mask",
            paramLabel = "FILE",
            description = "As large as the picture; white is painted anew.")
    private Path mask;

    @Option(
            names = "--upscale",
            paramLabel = "2|4",
            description = "Enlarge what was made or, without a prompt, the picture.")
    private Integer scale;

    @Option(
            names = "--then",
            paramLabel = "STEP",
            converter = ThenConverter.class,
            description =
                    "What to do next: upscale:2, upscale:4:MODEL or image-to-image[:STRENGTH];"
                            + " may be repeated.")
    private List<Map<String, Object>> then = new ArrayList<>();

    PictureRequest request() {
        refuse(mask != null && image == null, "--mask needs --image.");
        refuse(strength != null && image == null, "--strength needs --image.");
        checkFile("--image", image);
        checkFile("--mask", mask);
        List<Map<String, Object>> following = new ArrayList<>(then);
        if (prompt != null) {
            if (scale != null) {
                following.add(0, upscale(scale));
            }
            return painting().then(following);
        }
        refuse(image == null || scale == null, "Give a prompt, or --image with --upscale.");
        refuse(paints(), "Without a prompt the picture is only enlarged; leave the other options.");
        return new PictureRequest("upscale", Map.of("scale", scale), image, null).then(following);
    }

    /** What a file with the result is called without its ending. */
    String name() {
        if (prompt != null) {
            return prompt;
        }
        return image.getFileName().toString().replaceFirst("\\.[^.]*$", "") + " x" + scale;
    }

    private PictureRequest painting() {
        String kind = image == null ? "text-to-image" : mask == null ? "image-to-image" : "inpaint";
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("prompt", prompt);
        putIfSet(body, "negative_prompt", negative);
        putIfSet(body, "model", model);
        putIfSet(body, "steps", steps);
        putIfSet(body, "cfg_scale", cfgScale);
        putIfSet(body, "scheduler", scheduler);
        putIfSet(body, "seed", seed);
        putIfSet(body, "count", count);
        putIfSet(body, "loras", loras);
        putIfSet(body, "strength", strength);
        putSize(body);
        return new PictureRequest(kind, body, image, mask);
    }

    private void putSize(Map<String, Object> body) {
        if (size == null) {
            return;
        }
        refuse(
                !size.toLowerCase(Locale.ROOT).matches("\\d{1,5}(x\\d{1,5})?"),
                "--size is width and height in pixels, such as 512x512.");
        String[] sides = size.toLowerCase(Locale.ROOT).split("x", 2);
        body.put("width", Integer.valueOf(sides[0]));
        body.put("height", Integer.valueOf(sides[sides.length - 1]));
    }

    private boolean paints() {
        boolean words = negative != null || model != null || loras != null || mask != null;
        boolean numbers = steps != null || cfgScale != null || seed != null || count != null;
        return words || numbers || size != null || strength != null || scheduler != null;
    }

    private void checkFile(String option, Path file) {
        refuse(file != null && !Files.isReadable(file), option + ": there is no file " + file);
    }

    private void refuse(boolean wrong, String message) {
        if (wrong) {
            throw new ParameterException(command.commandLine(), message);
        }
    }

    private static Map<String, Object> upscale(int scale) {
        Map<String, Object> step = new LinkedHashMap<>();
        step.put("kind", "upscale");
        step.put("scale", scale);
        return step;
    }

    private static void putIfSet(Map<String, Object> body, String name, Object value) {
        if (value != null) {
            body.put(name, value);
        }
    }

    static final class LoraConverter implements ITypeConverter<Map<String, Object>> {
        @Override
        public Map<String, Object> convert(String text) {
            int colon = text.lastIndexOf(':');
            String id = colon < 0 ? text : text.substring(0, colon);
            return Map.of("id", id, "weight", colon < 0 ? 1 : number(text.substring(colon + 1)));
        }
    }

    static final class ThenConverter implements ITypeConverter<Map<String, Object>> {
        @Override
        public Map<String, Object> convert(String text) {
            String[] parts = text.split(":", -1);
            if (parts[0].equals("upscale") && (parts.length == 2 || parts.length == 3)) {
                Map<String, Object> step = upscale(scale(parts[1]));
                putIfSet(step, "model", parts.length == 3 ? parts[2] : null);
                return step;
            }
            if (parts[0].equals("image-to-image") && parts.length <= 2) {
                Map<String, Object> step = new LinkedHashMap<>();
                step.put("kind", parts[0]);
                putIfSet(step, "strength", parts.length == 2 ? number(parts[1]) : null);
                return step;
            }
            throw new TypeConversionException(
                    "'" + text + "' is not upscale:2, upscale:4:MODEL or image-to-image:0.5");
        }
    }

    private static int scale(String text) {
        if (!text.matches("[24]")) {
            throw new TypeConversionException("'" + text + "' is neither 2 nor 4");
        }
        return Integer.parseInt(text);
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new TypeConversionException("'" + text + "' is not a number");
        }
    }
}
