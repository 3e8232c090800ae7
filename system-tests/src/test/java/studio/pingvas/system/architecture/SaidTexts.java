package studio.pingvas.system.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;
import org.objectweb.asm.tree.analysis.Analyzer;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.Frame;
import org.objectweb.asm.tree.analysis.SourceInterpreter;
import org.objectweb.asm.tree.analysis.SourceValue;

/** Finds in compiled classes what the texts of sentences are. */
final class SaidTexts {
    private static final Pattern SPEAKERS =
            Pattern.compile("studio/pingvas/(contracts/.*|.*/(Violations|Refusals))");

    /**
     * What was found in one place.
     *
     * @param about the constant before the text, a code or a pointer; null if it is put together
     * @param text null if it is put together
     */
    record Said(String place, String about, String text) {}

    private SaidTexts() {}

    static List<Said> in(Path classes) {
        try (Stream<Path> files = Files.walk(classes)) {
            return files.filter(file -> file.toString().endsWith(".class"))
                    .flatMap(file -> saidBy(read(file)).stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ClassNode read(Path file) {
        try {
            ClassNode found = new ClassNode();
            new ClassReader(Files.readAllBytes(file)).accept(found, 0);
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Said> saidBy(ClassNode type) {
        List<Said> said = new ArrayList<>();
        for (MethodNode method : type.methods) {
            if (!saysSomething(method)) {
                continue;
            }
            Frame<SourceValue>[] frames = framesOf(type, method);
            for (int i = 0; i < frames.length; i++) {
                AbstractInsnNode step = method.instructions.get(i);
                if (frames[i] != null && step instanceof MethodInsnNode call && isSaid(call)) {
                    String place = type.name + "." + method.name;
                    said.addAll(textsOf(place, method, call, frames[i]));
                }
            }
        }
        return said;
    }

    private static boolean saysSomething(MethodNode method) {
        for (AbstractInsnNode step : method.instructions) {
            if (step instanceof MethodInsnNode call && isSaid(call)) {
                return true;
            }
        }
        return false;
    }

    /** By the convention that the values follow the text. */
    private static boolean isSaid(MethodInsnNode call) {
        return SPEAKERS.matcher(call.owner).matches()
                && call.desc.contains("Ljava/lang/String;[Ljava/lang/Object;)");
    }

    private static Frame<SourceValue>[] framesOf(ClassNode type, MethodNode method) {
        try {
            return new Analyzer<>(new SourceInterpreter()).analyze(type.name, method);
        } catch (AnalyzerException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Said> textsOf(
            String place, MethodNode method, MethodInsnNode call, Frame<SourceValue> frame) {
        int text = frame.getStackSize() - 2;
        boolean alone = Type.getArgumentTypes(call.desc).length == 2;
        String about = alone ? null : aboutOf(frame.getStack(text - 1));
        return frame.getStack(text).insns.stream()
                .filter(source -> !passesOn(method, source))
                .map(source -> new Said(place, about, constantOf(source)))
                .toList();
    }

    private static String aboutOf(SourceValue value) {
        return value.insns.size() == 1 ? constantOf(value.insns.iterator().next()) : null;
    }

    private static String constantOf(AbstractInsnNode source) {
        return source instanceof LdcInsnNode constant && constant.cst instanceof String found
                ? found
                : null;
    }

    /** A method that is given text and values says nothing of its own. */
    private static boolean passesOn(MethodNode method, AbstractInsnNode source) {
        return method.desc.contains("Ljava/lang/String;[Ljava/lang/Object;)")
                && source instanceof VarInsnNode load
                && load.getOpcode() == Opcodes.ALOAD
                && load.var == placeOfText(method);
    }

    private static int placeOfText(MethodNode method) {
        Type[] parameters = Type.getArgumentTypes(method.desc);
        int place = (method.access & Opcodes.ACC_STATIC) == 0 ? 1 : 0;
        for (int i = 0; i < parameters.length - 2; i++) {
            place += parameters[i].getSize();
        }
        return place;
    }
}
